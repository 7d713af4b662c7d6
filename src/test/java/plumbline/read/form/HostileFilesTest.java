package plumbline.read.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.Finding;
import plumbline.Severity;
import plumbline.read.sheet.Drawn;
import plumbline.read.sheet.Limits;

/// Files that mean harm, or met with it on the way: each costs one refusal (or one remark, and is read), in little
/// time.
class HostileFilesTest {
    private static final Drawn SOUND = Drawn.parse(List.of("# 表", "部门|期间|立案件数", "办公室|2022|3"));
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int SECONDS = 10; // of a busy machine; alone each takes less than two

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    private void file(String name, byte[] bytes, String rule) {
        files.put(name, bytes);
        expected.put(name, rule);
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedOrRemarkedOn() throws IOException {
        byte[] xlsx = SOUND.xlsx();
        byte[] xls = SOUND.xls();
        file("sound.xlsx", xlsx, "");
        file("sheet-that-inflates.xlsx", with(SHEET, _ -> bomb("<worksheet><sheetData>", " ", 60 << 20)), "zip_bomb");
        file("texts-that-inflate.xlsx", sharedStrings(bomb("<sst>", "<si><t></t></si>", 60 << 20)), "zip_bomb");
        file("many-different-texts.xlsx", sharedStrings(manyTexts()), "too_large");
        file("content-that-inflates.ods", bombOds(), "zip_bomb");
        file("five-thousand-parts.xlsx", manyParts(), "too_large");
        file("two-parts-of-one-name.xlsx", twice(), "bad_archive");
        file("part-outside.xlsx", add("../../etc/cron.d/x", "x"), "bad_archive");
        file("lying-size.xlsx", lying(xlsx), "");
        file("billion-laughs.xlsx", with(SHEET, HostileFilesTest::laughs), "xml_entities");
        file("external-entity.xlsx", with(SHEET, HostileFilesTest::external), "xml_entities");
        file("external-entity.ods", Drawn.zip(odsOf(external("<table/>"))), "xml_entities");
        file("nested-deeply.xlsx", with(SHEET, _ -> "<a>".repeat(100_000)), "broken_workbook");
        file("column-xfd.xlsx", cells("<c r=\"XFD1\"><v>1</v></c>"), "too_many_columns");
        file("16384-columns.ods", odsCells(16_384), "too_many_columns");
        file("a-million-empty-rows.xlsx", emptyRows(), "");
        file("rows-backwards.xlsx", rows("<row r=\"9\"><c><v>1</v></c></row><row r=\"2\"/>"), "broken_workbook");
        file("text-that-is-not-there.xlsx", cells("<c t=\"s\"><v>7</v></c>"), "broken_workbook");
        file(
                "cell-of-a-novel.xlsx",
                cells("<c t=\"inlineStr\"><is><t>" + "字".repeat(40_000) + "</t></is></c>"),
                "cell_too_long");
        file("macros.xlsm", add("xl/vbaProject.bin", "x"), "macros_ignored");
        file("external-links.xlsx", add("xl/externalLinks/externalLink1.xml", "<x/>"), "links_ignored");
        file("encrypted.xlsx", ole("EncryptedPackage"), "encrypted");
        file("encrypted.ods", Drawn.zip(encryptedOds()), "encrypted");
        file("word.doc", ole("WordDocument"), "unknown_format");
        file("word.xlsx", Drawn.zip(Map.of("word/document.xml", "<x/>", "_rels/.rels", "<x/>")), "unknown_format");
        file("binary-workbook.xlsx", Drawn.zip(Map.of("xl/workbook.bin", "x")), "unknown_format");
        file("archive.xlsx", Drawn.zip(Map.of("readme.txt", "x")), "unknown_format");
        file("report.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "unknown_format");
        file("cut-off.xlsx", Arrays.copyOf(xlsx, xlsx.length * 2 / 3), "broken_workbook");
        file("cut-off.xls", Arrays.copyOf(xls, xls.length / 2), "broken_workbook");
        file("cut-off.ods", Arrays.copyOf(SOUND.ods(), 300), "broken_workbook");
        file("xlsx-called.csv", xlsx, "");
        file("csv-called.xlsx", SOUND.csv(',', StandardCharsets.UTF_8), "");
        file("empty.xlsx", with(SHEET, _ -> "<worksheet/>"), "empty_file");
        file("no-bytes.xlsx", new byte[0], "empty_file");
        file("too-large.xlsx", Arrays.copyOf(xlsx, 51 << 20), "too_large");
        return files.keySet().stream().map(name -> dynamicTest(name, () -> check(name)));
    }

    private void check(String name) {
        long start = System.nanoTime();
        List<Finding> findings = new ArrayList<>();
        int[] readings = {0};
        Optional<? extends Form> form = Forms.open(
                name,
                files.getOrDefault(name, new byte[0]),
                Set.of(),
                LayoutsTest.KNOWN,
                Limits.DEFAULT,
                findings::add);
        form.ifPresent(each -> each.readings(_ -> readings[0]++, findings::add));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        String rule = expected.getOrDefault(name, "");
        assertEquals(
                rule.isEmpty() ? List.of() : List.of(rule),
                findings.stream().map(Finding::rule).toList());
        boolean refused = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        assertEquals(refused ? 0 : 1, readings[0]);
        findings.forEach(each -> {
            assertTrue(each.accepted().length() > 3, each.toString());
            assertTrue(!each.message().zh().equals(each.message().en()), each.toString());
        });
        assertTrue(seconds < SECONDS, seconds + " s");
    }

    /// Whatever byte is flipped and wherever the file is cut: never an exception, never a hang.
    @Test
    void damageIsNeverMoreThanAFinding() {
        Random random = new Random(20_220_630);
        for (byte[] sound : List.of(SOUND.xlsx(), SOUND.xls(), SOUND.ods())) {
            for (int i = 0; i < 400; i++) {
                byte[] damaged =
                        random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
                for (int flips = random.nextInt(1, 4); flips > 0 && damaged.length > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                List<Finding> findings = new ArrayList<>();
                Forms.open("d", damaged, Set.of(), LayoutsTest.KNOWN, Limits.DEFAULT, findings::add)
                        .ifPresent(each -> each.readings(_ -> {}, findings::add));
            }
        }
    }

    private static byte[] with(String part, UnaryOperator<String> change) {
        return rewrite(SOUND.xlsx(), (name, text) -> name.equals(part) ? change.apply(text) : text, Map.of());
    }

    private static byte[] add(String part, String text) {
        return rewrite(SOUND.xlsx(), (_, same) -> same, Map.of(part, text));
    }

    private interface Change {
        String of(String name, String text);
    }

    private static byte[] rewrite(byte[] zip, Change change, Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (java.util.zip.ZipInputStream in =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                parts.put(
                        each.getName(),
                        change.of(each.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        parts.putAll(more);
        return Drawn.zip(parts);
    }

    private static byte[] rows(String rows) {
        return with(SHEET, _ -> "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static byte[] cells(String cells) {
        return rows("<row>" + cells + "</row>");
    }

    private static String bomb(String start, String filling, int size) {
        return start + filling.repeat(size / filling.length());
    }

    private static byte[] sharedStrings(String texts) {
        return rewrite(
                SOUND.xlsx(),
                (name, text) -> name.equals("xl/_rels/workbook.xml.rels")
                        ? text.replace(
                                "</Relationships>",
                                "<Relationship Id=\"t\" Type=\"/sharedStrings\""
                                        + " Target=\"sharedStrings.xml\"/></Relationships>")
                        : text,
                Map.of("xl/sharedStrings.xml", texts));
    }

    private static String manyTexts() {
        Random random = new Random(1);
        StringBuilder xml = new StringBuilder("<sst>");
        for (int i = 0; i < 2_500_000; i++) {
            xml.append("<si><t>").append(random.nextInt()).append("</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    private static byte[] bombOds() {
        return Drawn.zip(odsOf("<table:table table:name=\"a\"><table:table-row>" + " ".repeat(50 << 20)));
    }

    private static Map<String, String> odsOf(String content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "content.xml",
                content.startsWith("<!")
                        ? content
                        : "<office:document-content xmlns:office=\"urn:office:1.0\" xmlns:text=\"urn:text:1.0\""
                                + " xmlns:table=\"urn:table:1.0\">" + content);
        return parts;
    }

    private static byte[] odsCells(int columns) {
        return Drawn.zip(
                odsOf(
                        "<table:table table:name=\"a\"><table:table-row><table:table-cell"
                                + " office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\""
                                + columns
                                + "\"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:document-content>"));
    }

    private static Map<String, String> encryptedOds() {
        Map<String, String> parts = odsOf("<x/>");
        parts.put("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
        return parts;
    }

    private static byte[] manyParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < 5000; i++) {
            parts.put("xl/" + i, "");
        }
        return Drawn.zip(parts);
    }

    /// The second entry of the directory takes the name of a part of the same length.
    private static byte[] twice() {
        return replaced(add("xl/_tyles.xml", "<x/>"), "xl/_tyles.xml", "xl/styles.xml");
    }

    /// The directory states that every part unpacks to seven bytes.
    private static byte[] lying(byte[] xlsx) {
        byte[] lying = xlsx.clone();
        for (int i = 0; i + 30 < lying.length; i++) {
            if (lying[i] == 'P' && lying[i + 1] == 'K' && lying[i + 2] == 1 && lying[i + 3] == 2) {
                Arrays.fill(lying, i + 24, i + 28, (byte) 0);
                lying[i + 24] = 7;
            }
        }
        return lying;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String laughs(String sheet) {
        StringBuilder types = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            types.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        return types + "]>" + sheet.replace("立案件数", "&a9;");
    }

    private static String external(String sheet) {
        return "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + sheet.replace("立案件数", "&f;");
    }

    private static byte[] emptyRows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 3; i < 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\"/>");
        }
        return with(SHEET, sheet -> sheet.replace("</sheetData>", rows + "</sheetData>"));
    }

    private static byte[] ole(String entry) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
