package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time and departments add up; nothing else does. A person may hold a Party and an administrative sanction, a part
/// (其中) is in its whole already, the types of the eight-point-rules table changed in December 2019, and sessions are
/// no person-times. So no number appears for a metric or category that no report spoke of.
class NothingIsAddedAcrossTest {
    private static final String FIGURES = """
        department,period,metric,category,value,unit
        D1,2020-Q1,discipline_party_persons,,275,人
        D1,2020-Q1,discipline_gov_persons,,23,人
        D1,2020-Q1,discipline_party_persons,party_sanction.warning,200,人
        D1,2020-Q1,discipline_party_persons,party_sanction.serious_warning,75,人
        D1,2020-Q2,discipline_party_persons,party_sanction.warning,2,人
        D1,2020-Q2,discipline_party_persons,party_sanction.serious_warning,3,人
        D1,2019-11,conduct_eight_rules_issues,eight_rules_old.gifts,2,起
        D1,2019-12,conduct_eight_rules_issues,eight_rules_new.f_duties,5,起
        D1,2019-12,conduct_eight_rules_issues,eight_rules_new.f_service,4,起
        D1,2022-Q3,pb_lectures_sessions,,5,期
        D1,2022-Q3,pb_lectures_persontimes,,70,人次
        """;

    /// A row of the extract of cells.
    private record Row(String department, String series, String period, String basis, String numbers) {
        static Row of(String line) {
            String[] fields = line.split(",", -1);
            return new Row(
                    fields[0],
                    fields[1] + " " + fields[2],
                    fields[3],
                    fields[4],
                    fields[6] + "[" + fields[7] + "," + fields[8] + "]");
        }

        boolean hasNumber() {
            return !numbers.equals("[,]");
        }

        String least() {
            return numbers.substring(numbers.indexOf('['), numbers.indexOf(','));
        }

        String when() {
            return series + " " + period + " " + basis;
        }
    }

    @TempDir
    Path folder;

    private List<Row> rows = List.of();

    @BeforeEach
    void takeIn() throws IOException {
        Shell shell = new Shell(folder);
        Shell.Ended done =
                shell.take(shell.write("departments.csv", Shell.DEPARTMENTS), shell.write("figures.csv", FIGURES));
        assertEquals(0, done.code(), done.err());
        rows = Shell.run("extract", "--db", shell.database(), "--level", "cells")
                .out()
                .lines()
                .skip(1)
                .map(Row::of)
                .filter(Row::hasNumber)
                .toList();
    }

    @Test
    void onlyWhatAReportSpokeOfHasNumbers() {
        Set<String> spokenOf = FIGURES.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> fields[2] + " " + fields[3])
                .collect(Collectors.toSet());
        assertEquals(spokenOf, rows.stream().map(Row::series).collect(Collectors.toSet()));
        assertTrue(
                rows.stream()
                        .filter(each -> each.series().equals("discipline_party_persons "))
                        .filter(each -> each.basis().equals("in_period"))
                        .noneMatch(each -> each.period().equals("2020-Q2")),
                "the categories of the second quarter do not make its whole");
    }

    @Test
    void aDepartmentWithOneChildHasTheChildsNumbers() {
        Map<String, String> child = rows.stream()
                .filter(each -> each.department().equals("D1"))
                .collect(Collectors.toMap(Row::when, Row::least));
        List<Row> parent =
                rows.stream().filter(each -> each.department().equals("B")).toList();
        assertTrue(parent.size() > 50, rows::toString);
        for (Row each : parent) {
            assertEquals(child.get(each.when()), each.least(), "the lower bound of " + each);
        }
    }
}
