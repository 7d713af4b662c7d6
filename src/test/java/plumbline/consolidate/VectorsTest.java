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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Period;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Value;

/// The 23 cases of `period_reconcile.json` and the 56 checks on published bulletins.
class VectorsTest {
    @TestFactory
    Stream<DynamicTest> periodsAreReconciledAsTheVectorsSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(read("period_reconcile.json"))) {
            String name = each.path("id").asText() + " " + each.path("note").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                reconciles(each);
                consolidates(each);
            }));
        }
        assertEquals(23, tests.size());
        return tests.stream();
    }

    private static void reconciles(JsonNode each) {
        JsonNode expected = each.path("expected");
        Map<String, Optional<Interval>> parts = parts(each);
        Reconciliation found = Reconciliation.of(how(each), interval(each.path("whole")), List.copyOf(parts.values()));
        assertEquals(expected.path("status").asText(), found.status().name());
        assertEquals(expected.path("parts_low").asLong(), found.parts().lower());
        assertEquals(number(expected.path("parts_high")), found.parts().upper());
        JsonNode derived = expected.path("derived_part");
        assertEquals(derived.isMissingNode(), found.derived().isEmpty());
        derived.properties().forEach(part -> {
            assertEquals(interval(part.getValue()), found.derived());
            assertEquals(
                    List.copyOf(parts.keySet()).indexOf(part.getKey()),
                    found.missing().orElseThrow());
        });
    }

    /// The same case as figures: the cell of the whole, and of the derived part.
    private static void consolidates(JsonNode each) {
        JsonNode expected = each.path("expected");
        Basis basis = how(each) == Aggregation.LAST ? Basis.AT_END : Basis.IN_PERIOD;
        Period whole = Period.parse(parts(each).containsKey("Q3") ? "2022" : "2022-H1");
        List<RecordedFigure> figures = new ArrayList<>();
        parts(each)
                .forEach((name, part) -> part.ifPresent(known -> figures.add(
                        Stated.recorded(figures.size() + 1, period(name), basis, value(known), Review.CONFIRMED))));
        interval(each.path("whole"))
                .ifPresent(known ->
                        figures.add(Stated.recorded(figures.size() + 1, whole, basis, value(known), Review.CONFIRMED)));
        Map<Period, Cell> cells = new HashMap<>();
        for (Cell cell : new Consolidation()
                .consolidate(Stated.metric(how(each)), Stated.KEY, 2022, plumbline.Life.ALWAYS, figures)) {
            Period.ofSpan(cell.span()).ifPresent(period -> cells.put(period, cell));
        }
        Cell found = Objects.requireNonNull(cells.get(whole));
        assertEquals(
                expected.path("status").asText().equals("CONFLICT"),
                found.conflict().isPresent());
        assertEquals(
                switch (expected.path("status").asText()) {
                    case "DERIVED_FROM_PARTS" -> Method.SUMMED;
                    case "LOWER_BOUND_ONLY" -> Method.PARTIAL;
                    default -> Method.STATED;
                },
                found.method());
        expected.path("derived_part").properties().forEach(part -> {
            Cell derived = Objects.requireNonNull(cells.get(period(part.getKey())));
            assertEquals(Method.DERIVED, derived.method());
            assertEquals(interval(part.getValue()), derived.interval());
        });
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
        Reconciliation found = Reconciliation.of(
                Aggregation.SUM,
                Optional.of(whole.interval()),
                parts.stream().map(part -> Optional.of(part.interval())).toList());
        long worded =
                parts.stream().mapToLong(part -> part.stated().orElseThrow()).sum();
        assertEquals(Long.parseLong(check.get(3)), worded);
        isNear(check.get(6), found.parts().lower(), parts.size());
        isNear(check.get(7), found.parts().upper().orElseThrow(), parts.size());
        boolean equal = worded == whole.stated().orElseThrow();
        assertEquals(
                check.get(10),
                switch (found.status()) {
                    case AGREE -> "AGREE_EXACT";
                    case CONSISTENT -> equal ? "AGREE_EXACT" : "AGREE_WITHIN_ROUNDING";
                    case CONFLICT -> "DISAGREE";
                    case PARTIAL, DERIVED_FROM_PARTS, LOWER_BOUND_ONLY, NOTHING_KNOWN, NOT_ADDITIVE -> "";
                });
    }

    private static void partsOverlap(List<List<String>> amounts, List<String> check) {
        Reconciliation found = Reconciliation.overlap(
                amount(amounts, check.get(0), "discipline_persons_total", "").interval(),
                List.of(
                        amount(amounts, check.get(0), "discipline_party_persons", "")
                                .interval(),
                        amount(amounts, check.get(0), "discipline_gov_persons", "")
                                .interval()));
        assertEquals(check.get(10), found.status().name());
        Interval both = found.derived().orElseThrow();
        isNear(check.get(6), both.lower(), 2);
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
        Reconciliation.Status found = Reconciliation.share(
                amount(amounts, check.get(0), "four_forms_persontimes", form),
                amount(amounts, check.get(0), "four_forms_persontimes", ""),
                new BigDecimal(check.get(4)));
        assertEquals(
                check.get(10),
                switch (found) {
                    case AGREE -> "AGREE_EXACT";
                    case CONSISTENT -> "AGREE_WITHIN_ROUNDING";
                    case CONFLICT -> "DISAGREE";
                    case PARTIAL, DERIVED_FROM_PARTS, LOWER_BOUND_ONLY, NOTHING_KNOWN, NOT_ADDITIVE -> "";
                });
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
