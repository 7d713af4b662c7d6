package plumbline.extract;

import java.util.List;
import java.util.Map;
import plumbline.Name;

/// What a package says of itself in words, Chinese first. Stateless.
final class Readme {
    private Readme() {}

    static String text(Manifest.Asked asked, List<Manifest> files, List<Name> cautions) {
        StringBuilder out = new StringBuilder();
        line(out, "准绳 · 数据包", "");
        line(out, "查询", asked.query().isEmpty() ? "全部数据" : asked.query());
        line(out, "数据截至", asked.asOf());
        line(out, "按日判断是否到期", asked.day());
        out.append("\r\n空不是零：数值列为空时，state列说明原因。各列的含义见dictionary.csv，代码见codes.csv。\r\n");
        cautions.forEach(each -> out.append("· ").append(each.zh()).append("\r\n"));
        line(out, "\r\nPlumbline · data package", "");
        line(out, "Query", asked.query().isEmpty() ? "everything" : asked.query());
        line(out, "Data as of", asked.asOf());
        line(out, "Due dates judged on", asked.day());
        out.append("\r\n"
                        + "Empty is not zero: where a value is empty, the column state says why. dictionary.csv"
                        + " explains the")
                .append(" columns, codes.csv the codes.\r\n");
        cautions.forEach(each -> out.append("- ").append(each.en()).append("\r\n"));
        for (Manifest each : files) {
            out.append("\r\n")
                    .append(each.file())
                    .append("  ")
                    .append(each.rows())
                    .append(" 行 rows\r\n");
            out.append("  SHA-256 ").append(each.sha256()).append("\r\n");
            for (Map.Entry<String, Long> state : each.states().entrySet()) {
                out.append("  ")
                        .append(state.getKey())
                        .append(' ')
                        .append(state.getValue())
                        .append("\r\n");
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(value.isEmpty() ? "" : "：" + value).append("\r\n");
    }
}
