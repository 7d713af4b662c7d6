package plumbline.read.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Department;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.Reading;
import plumbline.read.sheet.Drawn;
import plumbline.read.sheet.Limits;

/// The same figures, whatever the layout, the format and the encoding they come in, with titles above, totals beside
/// and notes below.
///
/// Twelve tables are the same every time, and as many are new: `-Dplumbline.seed=N` draws one of them again,
/// `-Dplumbline.tables=N` that many.
class RoundTripTest {
    private static final List<String> VALUES =
            List.of("0", "7", "18", "1204", "60余", "62万", "*", "—", "/", "无", "近90", "1,234人次", "１２", "3—5");
    private static final List<String> METRICS =
            List.of("廉政谈话人次", "诫勉谈话人次", "任前廉政谈话人次", "警示教育参加人次", "运用“四种形态”批评教育帮助和处理人次");
    private static final List<String> PERIODS = List.of("2022年一季度", "2022年上半年", "2022年10月", "2023年");

    /// What is to come back: value by department, metric and period.
    private final Map<String, String> figures = new TreeMap<>();

    private List<String> departments = List.of();
    private List<String> metrics = List.of();
    private List<String> periods = List.of();

    @TestFactory
    Stream<DynamicTest> everyLayoutInEveryFormatSaysTheSame() {
        Long only = Long.getLong("plumbline.seed");
        long first = System.nanoTime();
        LongStream fresh = LongStream.range(first, first + Integer.getInteger("plumbline.tables", 12));
        System.out.println("RoundTripTest: seeds from " + (only == null ? first : only));
        return (only == null ? LongStream.concat(LongStream.rangeClosed(1, 12), fresh) : LongStream.of(only))
                .mapToObj(seed -> dynamicTest("-Dplumbline.seed=" + seed, () -> new RoundTripTest().draw(seed)));
    }

    private void draw(long seed) {
        Random random = new Random(seed);
        departments = some(random, List.of("办公室", "规划科", "信访科", "某局"));
        metrics = some(random, METRICS);
        periods = some(random, PERIODS);
        departments.forEach(d -> metrics.forEach(m ->
                periods.forEach(p -> figures.put(key(d, m, p), VALUES.get(random.nextInt(VALUES.size()))))));
        layouts(random).forEach((layout, drawn) -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("xlsx", drawn.xlsx());
            files.put("xls", drawn.xls());
            files.put("ods", drawn.ods());
            if (drawn.pages().size() == 1) {
                for (int i = 0; i < 2; i++) {
                    char separator = ",;\t".charAt(random.nextInt(3));
                    Encoding encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
                    byte[] text = drawn.csv(separator, encoding.charset());
                    byte[] marked = Arrays.copyOf(encoding.mark(), encoding.mark().length + text.length);
                    System.arraycopy(text, 0, marked, encoding.mark().length, text.length);
                    files.put(
                            "csv with '" + separator + "' in " + encoding.charset() + " " + encoding.mark().length,
                            marked);
                }
            }
            files.forEach((format, bytes) ->
                    assertEquals(coded(), read(bytes), layout + ", " + format + ", -Dplumbline.seed=" + seed));
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares two of them
    private record Encoding(Charset charset, byte[] mark) {}

    private static final List<Encoding> ENCODINGS = List.of(
            new Encoding(StandardCharsets.UTF_8, new byte[0]),
            new Encoding(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
            new Encoding(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}),
            new Encoding(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF}),
            new Encoding(StandardCharsets.UTF_16LE, new byte[0]),
            new Encoding(StandardCharsets.UTF_16BE, new byte[0]),
            new Encoding(Charset.forName("GB18030"), new byte[0]));

    private static List<String> some(Random random, List<String> all) {
        List<String> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, random.nextInt(2, mixed.size() + 1));
    }

    private static String key(String... parts) {
        return String.join(",", parts);
    }

    private Map<String, String> coded() {
        Map<String, String> coded = new TreeMap<>();
        departments.forEach(d -> metrics.forEach(m -> periods.forEach(p -> coded.put(
                key(
                        LayoutsTest.TREE.find(d).orElseThrow().code(),
                        LayoutsTest.KNOWN.catalog().findMetric(m).orElseThrow().code(),
                        p.contains("季度")
                                ? "2022-Q1"
                                : p.contains("半") ? "2022-H1" : p.contains("月") ? "2022-10" : "2023"),
                figures.getOrDefault(key(d, m, p), "")))));
        return coded;
    }

    private static Map<String, String> read(byte[] bytes) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> found = new TreeMap<>();
        Form form = Forms.open("f", bytes, Set.of(), LayoutsTest.KNOWN, Limits.DEFAULT, findings::add)
                .orElseThrow(() -> new AssertionError(findings.toString()));
        form.readings(
                each -> found.merge(key(each), each.value().text(), (one, two) -> one + " and " + two), findings::add);
        assertEquals(List.of(), findings);
        return found;
    }

    private static String key(Reading reading) {
        String department = reading.row().field(Field.DEPARTMENT);
        String metric = reading.row().field(Field.METRIC);
        return key(
                LayoutsTest.TREE.find(department).map(Department::code).orElse(department),
                LayoutsTest.KNOWN.catalog().findMetric(metric).map(Metric::code).orElse(metric),
                reading.row().field(Field.PERIOD));
    }

    private String value(String department, String metric, String period) {
        return figures.getOrDefault(key(department, metric, period), "");
    }

    private Map<String, Drawn> layouts(Random random) {
        Map<String, Drawn> layouts = new LinkedHashMap<>();
        List<String> tidy = new ArrayList<>(List.of("# 表", "期间|数值|部门|指标"));
        departments.forEach(d ->
                metrics.forEach(m -> periods.forEach(p -> tidy.add(String.join("|", p, value(d, m, p), d, m)))));
        layouts.put("tidy", Drawn.parse(tidy));
        layouts.put("tidy with titles and notes", Drawn.parse(decorated(random, tidy)));
        layouts.put(
                "a sheet a period",
                Drawn.parse(decorated(
                        random,
                        periods.stream()
                                .flatMap(p -> Stream.of(
                                                Stream.of("# " + p, p + "统计表", "科室|" + String.join("|", metrics)),
                                                departments.stream()
                                                        .map(d -> row(
                                                                d,
                                                                metrics.stream().map(m -> value(d, m, p)))),
                                                Stream.of(totals(
                                                        metrics.size(),
                                                        i -> departments.stream()
                                                                .map(d -> value(d, metrics.get(i), p))
                                                                .toList())))
                                        .flatMap(each -> each))
                                .toList())));
        layouts.put(
                "a sheet a department, metrics by periods",
                Drawn.parse(decorated(
                        random,
                        departments.stream()
                                .flatMap(d -> Stream.concat(
                                        Stream.of("# " + d, "填报单位：" + d + "|", "指标|" + String.join("|", periods)),
                                        metrics.stream()
                                                .map(m ->
                                                        row(m, periods.stream().map(p -> value(d, m, p))))))
                                .toList())));
        layouts.put(
                "a sheet a period, metrics by departments",
                Drawn.parse(periods.stream()
                        .flatMap(p -> Stream.concat(
                                Stream.of("# " + p, "报告期|" + p, "项目|" + String.join("|", departments)),
                                metrics.stream()
                                        .map(m -> row(m, departments.stream().map(d -> value(d, m, p))))))
                        .toList()));
        layouts.put("two rows, metric over period", twoRows(random, metrics, periods, (d, m, p) -> value(d, m, p)));
        layouts.put("two rows, period over metric", twoRows(random, periods, metrics, (d, p, m) -> value(d, m, p)));
        return layouts;
    }

    /// What offices put round a table: empty rows and columns before it, titles above, notes and signatures below.
    private static List<String> decorated(Random random, List<String> page) {
        List<String> lines = new ArrayList<>();
        boolean shifted = random.nextBoolean();
        for (String line : page) {
            if (!line.startsWith("# ")) {
                lines.add(shifted && !line.isEmpty() ? "|" + line : line);
                continue;
            }
            if (!lines.isEmpty()) {
                notes(random, shifted, lines);
            }
            lines.add(line);
            if (random.nextBoolean()) {
                lines.add("");
                lines.add("附件" + random.nextInt(1, 9));
            }
        }
        notes(random, shifted, lines);
        return lines;
    }

    private static void notes(Random random, boolean shifted, List<String> lines) {
        String before = shifted ? "|" : "";
        if (random.nextBoolean()) {
            lines.add("");
            lines.add(before + "注：数据来自各科室台账。");
        }
        if (random.nextBoolean()) {
            lines.add(before + "填表人：王五|审核人：赵六");
        }
    }

    /// A total row below rows of departments; only columns of plain numbers are added up.
    private String totals(int columns, IntFunction<List<String>> column) {
        return row("合计", IntStream.range(0, columns).mapToObj(column).map(values -> {
            boolean plain = values.stream().allMatch(each -> each.matches("[0-9]+"));
            return plain
                    ? String.valueOf(values.stream().mapToInt(Integer::parseInt).sum())
                    : "";
        }));
    }

    private interface Of {
        String value(String department, String upper, String lower);
    }

    private Drawn twoRows(Random random, List<String> uppers, List<String> lowers, Of of) {
        boolean merged = random.nextBoolean();
        List<String> lines = new ArrayList<>(List.of("# 表"));
        lines.add(row(
                "部门",
                uppers.stream()
                        .flatMap(u -> Stream.concat(
                                Stream.of(u), lowers.stream().skip(1).map(_ -> merged ? "<" : "")))));
        lines.add(row(merged ? "^" : "", uppers.stream().flatMap(_ -> lowers.stream())));
        departments.forEach(d ->
                lines.add(row(d, uppers.stream().flatMap(u -> lowers.stream().map(l -> of.value(d, u, l))))));
        return Drawn.parse(random.nextBoolean() ? lines : decorated(random, lines));
    }

    private static String row(String first, Stream<String> rest) {
        return first + "|" + String.join("|", rest.toList());
    }
}
