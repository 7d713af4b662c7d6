package plumbline.extract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plumbline.Name;

/// What a package says of itself in words, Chinese first. Stateless.
final class Readme {
    /// `figures_2022.csv`, a part of the figures.
    private static final Pattern PART = Pattern.compile("[a-z]+_[0-9]{4}[.]csv");

    private Readme() {}

    static String text(Manifest.Asked asked, List<Manifest> files, List<Name> cautions) {
        StringBuilder out = new StringBuilder();
        line(out, "准绳 · 数据包", "");
        line(out, "查询", asked.query().isEmpty() ? "全部数据" : asked.query());
        line(out, "数据截至", asked.asOf());
        line(out, "按日判断是否到期", asked.day());
        boolean split =
                files.stream().anyMatch(each -> PART.matcher(each.file()).matches());
        if (split) {
            out.append("\r\n数据超过一个工作表能容下的行数，按期间的年份分成各个文件；合起来才是全部。\r\n");
        }
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
        if (split) {
            out.append("There are more rows than a spreadsheet holds: they come in a file per year of their period,")
                    .append(" and only together are they all.\r\n");
        }
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
