package plumbline.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.SplittableRandom;
import plumbline.Catalog;
import plumbline.Metric;
import plumbline.Period;

/// A made-up organisation for trials and benchmarks: one root, departments `D0001`…, quarterly figures. Deterministic:
/// the same numbers give the same bytes.
///
/// Nine figures in ten are exact; the rest are worded as reports word them (60余, 约35, *, nothing), so that a trial
/// meets every state.
final class Generator {
    /// Which form is written.
    enum Form {
        FIGURES,
        DEPARTMENTS
    }

    private static final int LAST_YEAR = 2025;

    private final List<Metric> metrics;
    private final int departments;
    private final int years;
    private final long seed;

    /// @throws IllegalArgumentException naming every number out of range
    Generator(Catalog catalog, int departments, int metrics, int years, long seed) {
        List<Metric> countable = catalog.metrics().stream()
                .filter(metric -> switch (metric.kind()) {
                    case FLOW, PERSONS, STOCK -> true;
                    case PERCAP, CATEGORIES, RATIO -> false;
                })
                .toList();
        check("--departments", departments, 9_999);
        check("--metrics", metrics, countable.size());
        check("--years", years, 100);
        this.metrics = countable.subList(0, metrics);
        this.departments = departments;
        this.years = years;
        this.seed = seed;
    }

    private static void check(String option, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(option + ": found " + number + "; accepted: 1 to " + most);
        }
    }

    void write(Form form, PrintWriter out) {
        switch (form) {
            case DEPARTMENTS -> departments(out);
            case FIGURES -> figures(out);
        }
    }

    private void departments(PrintWriter out) {
        out.print("code,name_zh,name_en,parent,opened,closed\n");
        out.print("D0000,生成单位,Generated organisation,,,\n");
        for (int i = 1; i <= departments; i++) {
            out.printf("D%04d,生成部门%04d,Generated department %04d,D0000,,%n".replace("%n", "\n"), i, i, i);
        }
    }

    private void figures(PrintWriter out) {
        SplittableRandom random = new SplittableRandom(seed);
        out.print("department,period,metric,value,unit\n");
        StringBuilder row = new StringBuilder(80);
        for (int department = 1; department <= departments; department++) {
            String code = "D%04d".formatted(department);
            for (Metric metric : metrics) {
                int level = 1 + random.nextInt(200);
                for (int year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
                    for (int quarter = 1; quarter <= 4; quarter++) {
                        row.setLength(0);
                        row.append(code).append(',').append(new Period.Quarter(year, quarter));
                        row.append(',').append(metric.code()).append(',');
                        row.append(wording(random, level)).append(',').append(metric.unit());
                        out.append(row.append('\n'));
                    }
                }
            }
        }
    }

    private static String wording(SplittableRandom random, int level) {
        int number = Math.max(0, level + random.nextInt(-level / 2 - 1, level / 2 + 2));
        int tens = 10 + number / 10 * 10;
        return switch (random.nextInt(40)) {
            case 0 -> tens + "余";
            case 1 -> "约" + tens;
            case 2 -> "*";
            case 3 -> "";
            default -> String.valueOf(number);
        };
    }
}
