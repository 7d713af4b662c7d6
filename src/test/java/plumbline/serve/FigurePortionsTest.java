package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.extract.ListRows;
import plumbline.extract.Tables;

/// An extract is read in portions, each while the one before is written; its rows are those of one reading all the
/// same.
class FigurePortionsTest {
    /// So many that each metric takes several portions.
    private static final int DEPARTMENTS = 150;

    @TempDir
    Path folder;

    private static String departments() {
        StringBuilder form = new StringBuilder("code,name_zh,name_en,parent\nB,某局,Bureau,\n");
        for (int i = 1; i <= DEPARTMENTS; i++) {
            form.append("D%03d,处室%d,Office %d,B\n".formatted(i, i, i));
        }
        return form.toString();
    }

    /// Every third department leaves a metric out of its report of the second quarter.
    private static String figures() {
        StringBuilder form = new StringBuilder("department,period,metric,value\n");
        for (String metric : List.of("risks", "talks")) {
            for (int i = 1; i <= DEPARTMENTS; i++) {
                form.append("D%03d,2022-Q1,%s,%d\n".formatted(i, metric, i));
                if (i % 3 != 0 || metric.equals("risks")) {
                    form.append("D%03d,2022-Q2,%s,%d\n".formatted(i, metric, i + 1000));
                }
            }
        }
        return form.toString();
    }

    @Test
    void theRowsAreThoseOfOneReading() throws IOException {
        try (Running running = new Running(folder)) {
            running.take("departments.csv", departments(), Mode.ADD);
            running.take("figures.csv", figures(), Mode.ADD);
            View.Views views = new View.Views(running.ledger, () -> Running.NOW, ZoneId.of("UTC"));
            Extracts extracts = new Extracts(Samples.CATALOG, running.ledger, views);
            List<String> rows = new ArrayList<>();
            int department = Tables.FIGURES.index("org_code");
            int metric = Tables.FIGURES.index("metric_code");
            int period = Tables.FIGURES.index("period");
            int value = Tables.FIGURES.index("value");
            extracts.rows(
                    "figures",
                    Map.of(),
                    Extracts.Style.PLAIN,
                    new ListRows(each -> rows.add(String.join(
                            " ", each.get(metric), each.get(department), each.get(period), each.get(value)))));
            List<String> expected = new ArrayList<>();
            for (String code : List.of("talks", "risks")) { // in the order of the catalogue
                List<String> missing = new ArrayList<>();
                for (int i = 1; i <= DEPARTMENTS; i++) {
                    boolean gap = i % 3 == 0 && code.equals("talks");
                    expected.add("%s D%03d 2022Q1 %d".formatted(code, i, i));
                    (gap ? missing : expected).add("%s D%03d 2022Q2 %s".formatted(code, i, gap ? "" : i + 1000));
                }
                expected.addAll(missing);
            }
            assertEquals(expected, rows);
            assertEquals(rows.size(), new HashSet<>(rows).size());
        }
    }
}
