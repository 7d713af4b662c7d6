package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Direction;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.MetricVersion;
import plumbline.Mode;
import plumbline.Name;
import plumbline.Reorganisation;
import plumbline.Row;
import plumbline.Severity;

/// What takes something back, and what is said of metrics: which rows may, and which may not.
class WithdrawalsTest {
    private static final Map<Field, Integer> STEP =
            Map.of(Field.DATE, 0, Field.KIND, 1, Field.FROM, 2, Field.TO, 3, Field.WITHDRAWN, 4);
    private static final Map<Field, Integer> METRIC =
            Map.of(Field.METRIC, 0, Field.NAME_ZH, 1, Field.DIRECTION, 2, Field.ALIASES, 3, Field.CHANGED, 4);

    /// A and C stand alone, B below A; A moved below C after B had moved away from it.
    private static final DepartmentTree TREE = new DepartmentTree(
            List.of(department("A", ""), department("B", "A"), department("C", "")),
            List.of(moved("2021-01-01", "B", "C"), moved("2022-01-01", "A", "B")));

    private final List<Finding> findings = new ArrayList<>();

    private static Department department(String code, String parent) {
        Optional<String> above = Optional.of(parent).filter(each -> !each.isEmpty());
        return new Department(code, new Name(code, code), above, Optional.empty(), Optional.empty(), true);
    }

    private static Reorganisation moved(String date, String from, String to) {
        return new Reorganisation(LocalDate.parse(date), Reorganisation.Kind.MOVED, from, to, Optional.empty());
    }

    private List<String> rules() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    private static Row row(int line, Map<Field, Integer> columns, String... cells) {
        return new Row(line, columns, List.of(cells));
    }

    @Test
    void aStepThatALaterOneRestsOnWaitsForThatOne() {
        ReorganisationCheck alone = new ReorganisationCheck(TREE, Mode.WITHDRAW);
        assertTrue(alone.check("steps.csv", row(2, STEP, "2021-01-01", "moved", "B", "C", ""), findings::add)
                .isEmpty());
        assertEquals(List.of("later_step_rests_on_it"), rules(), "else A and B would stand below each other");
        findings.clear();
        ReorganisationCheck both = new ReorganisationCheck(TREE, Mode.WITHDRAW);
        assertTrue(both.check("steps.csv", row(2, STEP, "2022-01-01", "moved", "A", "B", "yes"), findings::add)
                .orElseThrow()
                .isWithdrawn());
        assertTrue(both.check("steps.csv", row(3, STEP, "2021-01-01", "moved", "B", "C", ""), findings::add)
                .isPresent());
        assertEquals(List.of(), rules());
    }

    @Test
    void inModeCorrectARowTakesTheOldStepBackAndTheNextTakesItsPlace() {
        ReorganisationCheck check = new ReorganisationCheck(TREE, Mode.CORRECT);
        String[] old = {"2022-01-01", "moved", "A", "B", "yes"};
        String[] fresh = {"2022-06-01", "moved", "A", "C", ""};
        assertTrue(check.check("steps.csv", row(2, STEP, old), findings::add)
                .orElseThrow()
                .isWithdrawn());
        assertTrue(!check.check("steps.csv", row(3, STEP, fresh), findings::add)
                .orElseThrow()
                .isWithdrawn());
        assertEquals(List.of(), rules());
    }

    @Test
    void whatIsAddedTakesNothingBackAndAWithdrawalAddsNothing() {
        String[] step = {"2022-01-01", "moved", "A", "B", "yes"};
        new ReorganisationCheck(TREE, Mode.ADD).check("steps.csv", row(2, STEP, step), findings::add);
        step[4] = "no";
        new ReorganisationCheck(TREE, Mode.WITHDRAW).check("steps.csv", row(2, STEP, step), findings::add);
        step[4] = "maybe";
        new ReorganisationCheck(TREE, Mode.CORRECT).check("steps.csv", row(2, STEP, step), findings::add);
        assertEquals(List.of("withdrawn_in_mode", "withdrawn_in_mode", "bad_withdrawn"), rules());
    }

    @Test
    void everyWrongWordOfAMetricIsNamed() {
        Metric talks = Cast.CATALOG.metrics().getFirst();
        Metric other = Cast.CATALOG.metrics().get(1);
        MetricCheck check = new MetricCheck(Cast.CATALOG, Cast.CATALOG);
        check.check(
                "metrics.csv",
                row(2, METRIC, talks.code(), "", "upwards", "约谈；" + other.name().zh(), "2023-02-30"),
                findings::add);
        check.check("metrics.csv", row(3, METRIC, talks.code(), "x", "", "", ""), findings::add);
        assertEquals(List.of("missing_name_zh", "bad_direction", "name_taken", "bad_date", "duplicate_key"), rules());
    }

    @Test
    void aRenamedMetricIsStillFoundByItsFormerName() {
        Metric talks = Cast.CATALOG.metrics().getFirst();
        MetricVersion version = new MetricCheck(Cast.CATALOG, Cast.CATALOG)
                .check("metrics.csv", row(2, METRIC, talks.code(), "改后的名称", "", "约谈", ""), findings::add)
                .orElseThrow()
                .version();
        assertEquals(List.of("约谈", talks.name().zh()), version.aliases());
        assertEquals(talks.direction(), version.direction());
        assertEquals(
                Optional.of(talks.code()),
                Cast.CATALOG
                        .with(Map.of(talks.code(), version))
                        .findMetric(talks.name().zh())
                        .map(Metric::code));
        assertEquals("former_name_kept", findings.getFirst().rule());
    }

    @Test
    void whatIsNeverJudgedStaysNeutral() {
        Metric persons = new Metric(
                "sanctions",
                new Name("处分", "Sanctions"),
                "discipline",
                "人",
                0,
                Kind.FLOW,
                Direction.NEUTRAL,
                true,
                Aggregation.SUM,
                Aggregation.SUM,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
        Catalog catalog = new Catalog("test", List.of(), List.of(persons), List.of(), List.of());
        new MetricCheck(catalog, catalog)
                .check("metrics.csv", row(2, METRIC, "sanctions", "处分", "more", "", ""), findings::add);
        assertEquals(List.of("direction_locked"), rules());
    }
}
