package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Basis;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Period;
import plumbline.Qualifier;
import plumbline.Scope;
import plumbline.Value;
import plumbline.read.Numeral;
import plumbline.read.form.CsvForm;

class FigureCheckTest {
    private final List<Finding> findings = new ArrayList<>();

    private List<Figure> figures(FigureCheck check, String file, String text) {
        List<Figure> figures = new ArrayList<>();
        CsvForm.open(file, text.getBytes(StandardCharsets.UTF_8), Set.of(Field.DEPARTMENT, Field.PERIOD), findings::add)
                .orElseThrow()
                .readings(each -> check.check(file, each, findings::add).ifPresent(figures::add), findings::add);
        return figures;
    }

    private static FigureCheck check(Defaults defaults) {
        return new FigureCheck(Cast.CATALOG, Cast.TREE, _ -> Optional.empty(), Numeral::readShare, defaults);
    }

    private static Defaults officeInSpring() {
        return new Defaults(Optional.of(Cast.department("JU-A")), Optional.of(Period.parse("2022-Q1")));
    }

    @Test
    void theDefaultsHoldWhereTheRowIsSilent() {
        List<Figure> figures = figures(
                check(officeInSpring()),
                "a.csv",
                "department,period,metric,value\n,,study_seminars,6\nJU-B,2022-Q2,study_seminars,7\n");
        assertEquals(
                "JU-A 2022-Q1",
                figures.getFirst().key().department() + " "
                        + figures.getFirst().key().period());
        assertEquals(
                "JU-B 2022-Q2",
                figures.getLast().key().department() + " "
                        + figures.getLast().key().period());
        assertEquals(List.of(), findings);
    }

    @Test
    void twoFilesMaySayTheSame() {
        FigureCheck check = check(officeInSpring());
        String text = "metric,value\nstudy_seminars,6\n";
        assertEquals(1, figures(check, "a.csv", text).size());
        assertEquals(1, figures(check, "b.csv", text).size());
    }

    @Test
    void aRangeOverTheWholePeriodIsThePeriod() {
        String text = "metric,value,from,to,basis\nstudy_seminars,6,2022-01-01,2022-03-31,to_date\n";
        assertTrue(figures(check(officeInSpring()), "a.csv", text)
                .getFirst()
                .key()
                .range()
                .isEmpty());
    }

    @Test
    void aToDateFigureMayRangeFromJanuary() {
        Defaults june = new Defaults(officeInSpring().department(), Optional.of(Period.parse("2022-06")));
        String text = "metric,value,from,to,basis\nstudy_seminars,6,2022-02-01,2022-06-10,to_date\n";
        assertEquals(
                new FigureKey.Range(LocalDate.parse("2022-02-01"), LocalDate.parse("2022-06-10")),
                figures(check(june), "a.csv", text).getFirst().key().range().orElseThrow());
    }

    @Test
    void aRowMayNameItsTextWithoutAPassage() {
        FigureCheck check = new FigureCheck(
                Cast.CATALOG,
                Cast.TREE,
                name -> Optional.of("无数字").filter(_ -> name.equals("r.txt")),
                Numeral::readShare,
                officeInSpring());
        assertEquals(
                1,
                figures(check, "a.csv", "metric,value,document\nstudy_seminars,,r.txt\n")
                        .size());
        assertEquals(List.of(), findings);
        assertEquals(List.of(), figures(check, "b.csv", "metric,value,document\nstudy_seminars,,s.txt\n"));
        assertEquals(
                List.of("unknown_document"),
                findings.stream().map(Finding::rule).toList());
    }

    @Test
    void everyFindingNamesItsFileAndBothLanguages() {
        figures(check(Defaults.NONE), "a.csv", "metric,value,unit,scope,basis\n无此指标,若干,件,x,y\n");
        assertFalse(findings.isEmpty());
        for (Finding each : findings) {
            assertEquals("a.csv", each.file());
            assertTrue(
                    each.message().zh().matches("第2行第\\d列：.*[。？]"),
                    each.message().zh());
            assertTrue(
                    each.message().en().startsWith("Line 2, column "),
                    each.message().en());
        }
    }

    @Test
    void theFirstLineOfEachOfManyKeysIsRemembered() {
        Duplicates duplicates = new Duplicates();
        for (int i = 0; i < 200_000; i++) {
            assertEquals(Optional.empty(), duplicates.first(key(i), i + 2, value(i), "as worded " + i));
        }
        for (int i = 0; i < 200_000; i += 7) {
            String wording = i % 3 == 0 ? "as worded " + i : String.valueOf(i);
            assertEquals(
                    Optional.of(new Duplicates.First(i + 2, value(i), wording)),
                    duplicates.first(key(i), 9, Value.exact(9), "9"));
        }
    }

    /// A plain count, except for every third.
    private static Value value(int i) {
        return i % 3 == 0
                ? new Value.Amount(Qualifier.AT_LEAST, OptionalLong.of(i), Interval.atLeast(i))
                : Value.exact(i);
    }

    private static FigureKey key(int i) {
        return new FigureKey(
                "D" + i % 100,
                "m" + i / 100 % 50,
                Optional.empty(),
                new Period.Year(1900 + i / 5000),
                Basis.IN_PERIOD,
                Scope.OWN,
                Optional.empty());
    }
}
