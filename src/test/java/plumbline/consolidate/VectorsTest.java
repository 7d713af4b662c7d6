package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Name;
import plumbline.Period;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// The 23 cases of `period_reconcile.json` and the 56 checks on published bulletins.
class VectorsTest {
    @TestFactory
    Stream<DynamicTest> periodsAreReconciledAsTheVectorsSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(read("period_reconcile.json"))) {
            String name = each.path("id").asText() + " " + each.path("note").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> consolidates(each)));
        }
        assertEquals(23, tests.size());
        return tests.stream();
    }

    /// The case as figures: the cell of the whole, what its parts alone make of it, and the derived part.
    private static void consolidates(JsonNode each) {
        JsonNode expected = each.path("expected");
        Period whole = Period.parse(parts(each).containsKey("Q3") ? "2022" : "2022-H1");
        Optional<Interval> statement = interval(each.path("whole"));
        Map<Period, Optional<Interval>> parts = new LinkedHashMap<>();
        parts(each).forEach((name, part) -> parts.put(period(name), part));
        Map<Period, Optional<Interval>> all = new LinkedHashMap<>(parts);
        all.put(whole, statement);

        Cell together = Objects.requireNonNull(cells(each, parts).get(whole));
        assertEquals(
                Optional.of(new Interval(expected.path("parts_low").asLong(), number(expected.path("parts_high")))),
                together.interval());
        Map<Period, Cell> cells = cells(each, all);
        Cell found = Objects.requireNonNull(cells.get(whole));
        assertEquals(expected.path("status").asText(), status(found, together));
        assertEquals(statement.isPresent(), found.method() == Method.STATED);
        assertEquals(found.conflict().isPresent() ? together.interval() : Optional.empty(), found.conflict());

        Map<Period, Optional<Interval>> derived = new HashMap<>();
        expected.path("derived_part")
                .properties()
                .forEach(part -> derived.put(period(part.getKey()), interval(part.getValue())));
        Map<Period, Optional<Interval>> differences = new HashMap<>();
        parts.keySet().stream()
                .map(cells::get)
                .filter(cell -> cell != null && cell.method() == Method.DERIVED)
                .forEach(cell -> differences.put(Period.ofSpan(cell.span()).orElseThrow(), cell.interval()));
        assertEquals(derived, differences);
    }

    private static Map<Period, Cell> cells(JsonNode each, Map<Period, Optional<Interval>> known) {
        Basis basis = how(each) == Aggregation.LAST ? Basis.AT_END : Basis.IN_PERIOD;
        List<RecordedFigure> figures = new ArrayList<>();
        known.forEach((period, interval) ->
                interval.ifPresent(number -> figures.add(recorded(figures.size() + 1, period, basis, value(number)))));
        Map<Period, Cell> cells = new HashMap<>();
        for (Cell cell : new Consolidation().consolidate(Stated.metric(how(each)), Stated.KEY, 2022, figures)) {
            Period.ofSpan(cell.span()).ifPresent(period -> cells.put(period, cell));
        }
        return cells;
    }

    private static RecordedFigure recorded(int id, Period period, Basis basis, Value value) {
        return Stated.recorded(id, period, basis, value, Review.CONFIRMED);
    }

    /// The vectors' word for a whole and what its parts make of it.
    private static String status(Cell whole, Cell parts) {
        if (whole.method() == Method.SUMMED) {
            return "DERIVED_FROM_PARTS";
        }
        if (whole.method() == Method.PARTIAL) {
            return "LOWER_BOUND_ONLY";
        }
        if (whole.conflict().isPresent()) {
            return "CONFLICT";
        }
        if (parts.method() == Method.PARTIAL) {
            return "PARTIAL";
        }
        boolean equal = whole.interval().equals(parts.interval())
                && whole.interval().orElseThrow().isPoint();
        return equal ? "AGREE" : "CONSISTENT";
    }

    private static Period period(String name) {
        int month = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun").indexOf(name);
        return month < 0 ? Stated.period(name) : new Period.Month(2022, month + 1);
    }

    private static Value value(Interval interval) {
        if (interval.isPoint()) {
            return Value.exact(interval.lower());
        }
        return new Value.Amount(
                interval.upper().isPresent() ? Qualifier.RANGE : Qualifier.AT_LEAST, OptionalLong.empty(), interval);
    }

    private static Aggregation how(JsonNode each) {
        return Aggregation.valueOf(each.path("kind").asText());
    }

    private static Map<String, Optional<Interval>> parts(JsonNode each) {
        Map<String, Optional<Interval>> parts = new LinkedHashMap<>();
        each.path("parts").properties().forEach(part -> parts.put(part.getKey(), interval(part.getValue())));
        return parts;
    }

    private static Optional<Interval> interval(JsonNode node) {
        return node.isNull()
                ? Optional.empty()
                : Optional.of(new Interval(node.path("lo").asLong(), number(node.path("hi"))));
    }

    private static OptionalLong number(JsonNode node) {
        return node.isNull() ? OptionalLong.empty() : OptionalLong.of(node.asLong());
    }

    private static final List<String> FORMS = List.of("第一", "第二", "第三", "第四");

    @TestFactory
    Stream<DynamicTest> bulletinsAreCheckedAsTheVectorsSay() throws IOException {
        List<List<String>> amounts = table("bulletins.csv");
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> check : table("bulletins_checks.csv")) {
            String name = check.get(0) + " " + check.get(2);
            tests.add(DynamicTest.dynamicTest(name, () -> {
                switch (check.get(1)) {
                    case "sum_of_parts" -> categoriesAddUp(amounts, check);
                    case "overlap" -> partsOverlap(amounts, check);
                    case "difference" -> monthsAreDerived(amounts, check);
                    case "share" -> sharesAgree(amounts, check);
                    default -> throw new IllegalArgumentException(check.get(1));
                }
            }));
        }
        assertEquals(56, tests.size());
        return tests.stream();
    }

    private static void categoriesAddUp(List<List<String>> amounts, List<String> check) {
        int colon = check.get(2).indexOf(": ");
        String metric = check.get(2).substring(0, colon);
        Value.Amount whole = amount(amounts, check.get(0), metric, "");
        List<Value.Amount> parts = Stream.of(check.get(2).substring(colon + 2).split("\\+"))
                .flatMap(category -> find(amounts, check.get(0), metric, category).stream())
                .toList();
        Cell computed = total(Optional.empty(), parts);
        long worded =
                parts.stream().mapToLong(part -> part.stated().orElseThrow()).sum();
        assertEquals(Long.parseLong(check.get(3)), worded);
        Interval sum = computed.interval().orElseThrow();
        isNear(check.get(6), sum.lower(), parts.size());
        isNear(check.get(7), sum.upper().orElseThrow(), parts.size());
        boolean contradicts = total(Optional.of(whole), parts).conflict().isPresent();
        boolean equal = worded == whole.stated().orElseThrow();
        assertEquals(check.get(10), contradicts ? "DISAGREE" : equal ? "AGREE_EXACT" : "AGREE_WITHIN_ROUNDING");
    }

    /// The parts as departments of one bureau, which may state a whole of its own.
    private static Cell total(Optional<Value.Amount> whole, List<Value.Amount> parts) {
        Span year = Span.ofYear(2022);
        List<Department> departments = new ArrayList<>(List.of(department("bureau", Optional.empty())));
        Map<SeriesKey, Cell> cells = new HashMap<>();
        for (Value.Amount part : parts) {
            Department office = department("o" + departments.size(), Optional.of("bureau"));
            SeriesKey key = new SeriesKey(office.code(), "talks", Optional.empty(), Scope.OWN);
            cells.put(key, statement(key, year, part));
            departments.add(office);
        }
        SeriesKey key = new SeriesKey("bureau", "talks", Optional.empty(), Scope.CONSOLIDATED);
        whole.ifPresent(stated -> cells.put(key, statement(key, year, stated)));
        return new DepartmentTotals(
                        new DepartmentTree(departments, List.of()),
                        Stated.metric(Aggregation.SUM),
                        Set.of(),
                        (series, _) -> Optional.ofNullable(cells.get(series)),
                        (_, _) -> State.NOT_REPORTED)
                .total("bureau", Optional.empty(), year);
    }

    private static Department department(String code, Optional<String> parent) {
        return new Department(code, new Name(code, code), parent, Optional.empty(), Optional.empty(), true);
    }

    private static Cell statement(SeriesKey key, Span span, Value value) {
        return Statements.cell(key, span, recorded(1, Period.parse("2022"), Basis.IN_PERIOD, value));
    }

    /// 党纪 and 政务 sanctions of one person: together more than the persons, so the two are never added.
    private static void partsOverlap(List<List<String>> amounts, List<String> check) {
        Interval sum = amount(amounts, check.get(0), "discipline_party_persons", "")
                .interval()
                .plus(amount(amounts, check.get(0), "discipline_gov_persons", "")
                        .interval());
        Interval persons =
                amount(amounts, check.get(0), "discipline_persons_total", "").interval();
        Difference both = Difference.between(sum, persons);
        assertEquals(check.get(10), both.lower().orElseThrow() > 0 ? "NOT_ADDITIVE" : "");
        isNear(check.get(6), both.lower().orElseThrow(), 2);
        isNear(check.get(7), both.upper().orElseThrow(), 2);
    }

    /// The vectors' upper bounds are exclusive, ours inclusive, so each part brings a difference of one.
    private static void isNear(String expected, long found, int tolerance) {
        assertTrue(Math.abs((long) Double.parseDouble(expected) - found) <= tolerance, expected + " and " + found);
    }

    /// The months before the last one, out of the cumulative table and the month's own.
    private static void monthsAreDerived(List<List<String>> amounts, List<String> check) {
        String metric = check.get(2).substring(check.get(2).lastIndexOf(' ') + 1);
        boolean july = check.get(0).contains("M1-7");
        String month = july ? "E2018M7" : check.get(0).replace("Y", "M12");
        Interval cumulative = amount(amounts, check.get(0), metric, "").interval();
        Interval own = amount(amounts, month, metric, "").interval();
        assertEquals(
                OptionalLong.of(Long.parseLong(check.get(3))),
                Difference.between(cumulative, own).lower());
        String line = Stated.cell(
                july ? "H1" : "to 11",
                Aggregation.SUM,
                (july ? "to 07 " : "Y ") + cumulative.lower(),
                (july ? "07 " : "12 ") + own.lower());
        assertTrue(line.startsWith("derived exact " + check.get(3) + " "), line);
    }

    private static void sharesAgree(List<List<String>> amounts, List<String> check) {
        String form =
                FORMS.stream().filter(check.get(2)::startsWith).findFirst().orElseThrow();
        Value.Amount part = amount(amounts, check.get(0), "four_forms_persontimes", form);
        Value.Amount total = amount(amounts, check.get(0), "four_forms_persontimes", "");
        long printed = new BigDecimal(check.get(4)).movePointRight(1).longValueExact();
        Interval worded = share(worded(part), worded(total));
        Interval possible = share(part, total);
        boolean contains =
                possible.lower() <= printed && printed <= possible.upper().orElseThrow();
        assertEquals(
                check.get(10),
                worded.lower() == printed ? "AGREE_EXACT" : contains ? "AGREE_WITHIN_ROUNDING" : "DISAGREE");
    }

    private static Value worded(Value.Amount amount) {
        return Value.exact(amount.stated().orElseThrow());
    }

    /// In tenths of a per cent.
    private static Interval share(Value part, Value total) {
        Span year = Span.ofYear(2022);
        Cell unstated = Cell.missing(Stated.KEY, year, State.NOT_MENTIONED, new Coverage(0, 1));
        return new Ratios(
                        (_, _, _) -> unstated,
                        (_, _, _) -> statement(Stated.KEY, year, part),
                        (_, _, _) -> statement(Stated.KEY, year, total),
                        1)
                .total("D01", Optional.empty(), year)
                .interval()
                .orElseThrow();
    }

    private static Value.Amount amount(List<List<String>> table, String bulletin, String metric, String category) {
        return find(table, bulletin, metric, category)
                .orElseThrow(() -> new IllegalArgumentException(bulletin + " " + metric + " " + category));
    }

    /// Bulletins of a province have no ministers; such a category is no part of their sum.
    private static Optional<Value.Amount> find(
            List<List<String>> table, String bulletin, String metric, String category) {
        return table.stream()
                .filter(row -> row.get(0).equals(bulletin)
                        && row.get(3).equals(metric)
                        && row.get(4).equals(category))
                .map(row -> {
                    long lower = (long) Double.parseDouble(row.get(7));
                    long upper = (long) Double.parseDouble(row.get(8));
                    return new Value.Amount(
                            lower == upper ? Qualifier.EXACT : Qualifier.ABOUT,
                            OptionalLong.of(Long.parseLong(row.get(6))),
                            Interval.of(lower, lower == upper ? upper : upper - 1));
                })
                .findFirst();
    }

    private static List<List<String>> table(String name) throws IOException {
        return read(name)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(VectorsTest.class.getResourceAsStream("/vectors/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
