package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Name;
import plumbline.Row;
import plumbline.Severity;

/// New departments that a reorganisations form brings along, and the one that a split ends.
class FoundingCheckTest {
    private static final Map<Field, Integer> COLUMNS = Map.of(
            Field.DATE,
            0,
            Field.KIND,
            1,
            Field.FROM,
            2,
            Field.TO,
            3,
            Field.NAME_ZH,
            4,
            Field.PARENT,
            5,
            Field.CLOSED,
            6);
    private static final DepartmentTree TREE = new DepartmentTree(
            List.of(department("B", "", true), department("H", "B", false), department("D1", "H", true)), List.of());

    private final List<Finding> findings = new ArrayList<>();

    private static Department department(String code, String parent, boolean additive) {
        Optional<String> above = Optional.of(parent).filter(each -> !each.isEmpty());
        return new Department(code, new Name(code, code), above, Optional.empty(), Optional.empty(), additive);
    }

    private static Row row(int line, String... cells) {
        return new Row(line, COLUMNS, List.of(cells));
    }

    private Optional<ReorganisationCheck.Checked> checked(Mode mode, Row row) {
        return new ReorganisationCheck(TREE, mode).check("steps.csv", row, findings::add);
    }

    private List<String> rules() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(each -> each.rule() + " " + each.place())
                .toList();
    }

    @Test
    void aRenamedDepartmentIsContinuedWhereItStoodAndAsItWas() {
        Department found = checked(Mode.ADD, row(2, "2023-04-01", "renamed", "H", "H2", "二厅", "", ""))
                .orElseThrow()
                .departments()
                .getFirst();
        assertEquals(List.of(), rules());
        assertEquals("H2", found.code());
        assertEquals(Optional.of("B"), found.parent());
        assertEquals(Optional.of(LocalDate.parse("2023-04-01")), found.opened());
        assertFalse(found.additive(), "a heading stays one");
    }

    @Test
    void theSuperiorNamedCountsAndRowsBelowKnowTheNewDepartment() {
        ReorganisationCheck check = new ReorganisationCheck(TREE, Mode.ADD);
        Department found = check.check(
                        "steps.csv", row(2, "2023-04-01", "merged", "D1", "D9", "九处", "B", ""), findings::add)
                .orElseThrow()
                .departments()
                .getFirst();
        assertEquals(Optional.of("B"), found.parent());
        assertEquals(
                List.of(),
                check.check("steps.csv", row(3, "2023-05-01", "moved", "D9", "H", "", "", ""), findings::add)
                        .orElseThrow()
                        .departments());
        assertEquals(List.of(), rules());
    }

    @Test
    void aDepartmentThereIsKeepsItsName() {
        assertEquals(
                List.of(),
                checked(Mode.ADD, row(2, "2023-04-01", "merged", "D1", "H", "H", "", ""))
                        .orElseThrow()
                        .departments());
        checked(Mode.ADD, row(2, "2023-04-01", "merged", "D1", "H", "别的厅", "", ""));
        assertEquals(List.of("code_taken 2:4"), rules());
    }

    @Test
    void whatIsWrongWithTheNewDepartmentIsToldOnceWhereItStands() {
        checked(Mode.ADD, row(2, "2023-04-01", "renamed", "D1", "9x", "九处", "", ""));
        checked(Mode.ADD, row(3, "2023-13-01", "renamed", "D1", "D9", "九处", "", ""));
        checked(Mode.ADD, row(4, "2023-04-01", "renamed", "D1", "D9", "九处", "无此部门", ""));
        checked(Mode.ADD, row(5, "2023-04-01", "merged", "D1", "H", "", "B", ""));
        assertEquals(List.of("bad_code 2:4", "bad_date 3:1", "unknown_parent 4:6", "missing_name_zh 5:5"), rules());
    }

    @Test
    void onlyASplitEndsADepartmentOnADayOfItsOwnAndOnlyInACorrection() {
        Row ends = row(2, "2023-04-01", "split", "D1", "D9", "九处", "", "2023-04-01");
        List<Department> told = checked(Mode.CORRECT, ends).orElseThrow().departments();
        assertEquals(List.of("D9", "D1"), told.stream().map(Department::code).toList());
        assertEquals(Optional.of(LocalDate.parse("2023-04-01")), told.getLast().closed());
        checked(Mode.ADD, ends);
        checked(Mode.CORRECT, row(3, "2023-04-01", "renamed", "D1", "D9", "九处", "", "2023-04-01"));
        checked(Mode.CORRECT, row(4, "2023-04-01", "split", "D1", "D9", "九处", "", "2023-03-01"));
        assertEquals(List.of("closed_in_mode 2:7", "closed_without_split 3:7", "closed_before_split 4:7"), rules());
    }

    @Test
    void whatIsTakenBackFoundsNothing() {
        assertEquals(
                List.of(),
                checked(Mode.WITHDRAW, row(2, "2023-04-01", "merged", "D1", "H", "九处", "", "2023-04-01"))
                        .orElseThrow()
                        .departments());
        assertEquals(List.of(), rules());
    }
}
