package plumbline.read.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Reading;
import plumbline.Row;

class CsvFormTest {
    private final List<Finding> findings = new ArrayList<>();

    private CsvForm open(String text, Field... given) {
        return CsvForm.open("a.csv", text.getBytes(UTF_8), Set.of(given), findings::add)
                .orElseThrow(() -> new AssertionError(findings.toString()));
    }

    @Test
    void aColumnThatIsGivenElsewhereMayBeAbsent() {
        CsvForm form = open("metric,value\nm,6\n", Field.DEPARTMENT, Field.PERIOD);
        assertEquals(FormKind.FIGURES, form.kind());
        assertFalse(form.has(Field.PERIOD));
        assertEquals(List.of(), findings);
    }

    @Test
    void theKindIsToldByTheHeaderInAnyOrder() {
        assertEquals(FormKind.DEPARTMENTS, open("NAME_ZH, Code \nx,y\n").kind());
        assertEquals(FormKind.CALENDAR, open("due;metric;period;department\n").kind());
        assertEquals(FormKind.REORGANISATIONS, open("to\tfrom\tkind\tdate\n").kind());
        assertEquals(FormKind.FIGURES, open("数值,指标,期间,部门\n").kind());
    }

    @Test
    void linesAreThoseOfTheFile() {
        CsvForm form = open("\n\"code\",name_zh\n\na,\"一\r\n二\"\n\nb,三\rc,四");
        List<Row> rows = new ArrayList<>();
        assertEquals(3, form.rows(rows::add, findings::add));
        assertEquals(List.of(4, 7, 8), rows.stream().map(Row::line).toList());
        assertEquals("4:2", rows.getFirst().place(Field.NAME_ZH).toString());
        assertEquals("一\r\n二", rows.getFirst().field(Field.NAME_ZH));
    }

    @Test
    void rowsCanBeReadAgain() {
        CsvForm form = open("code,name_zh\na,一\n");
        assertEquals(1, form.rows(_ -> {}, findings::add));
        assertEquals(1, form.rows(_ -> {}, findings::add));
    }

    @Test
    void aQuotedPassageKeepsItsBlanks() {
        CsvForm form =
                open("department,period,metric,value,document,start,end,quote\nD,2022,m,6,r.txt,3,9,\" 学习6次 \"\n");
        List<Reading> readings = new ArrayList<>();
        form.readings(readings::add, findings::add);
        assertEquals(" 学习6次 ", readings.getFirst().passage().orElseThrow().quote());
    }

    @Test
    void aSemicolonInAQuotedCellDoesNotMakeItTheSeparator() {
        CsvForm form = open("code,name_zh\n\"a;b;c;d\",一\n");
        List<Row> rows = new ArrayList<>();
        form.rows(rows::add, findings::add);
        assertEquals("a;b;c;d", rows.getFirst().field(Field.CODE));
    }

    @Test
    void rowsBeforeABrokenQuoteAreStillRead() {
        CsvForm form = open("code,name_zh\na,一\nb,\"二\n");
        List<Row> rows = new ArrayList<>();
        form.rows(rows::add, findings::add);
        assertEquals(1, rows.size());
        assertEquals("unclosed_quote", findings.getFirst().rule());
        assertEquals("a.csv:3:2", findings.getFirst().where());
    }

    @Test
    void aQuoteThatIsBrokenInTheHeaderIsAFinding() {
        assertTrue(CsvForm.open("a.csv", "\"code,name_zh\n".getBytes(UTF_8), Set.of(), findings::add)
                .isEmpty());
        assertEquals("a.csv:1:1", findings.getFirst().where());
    }
}
