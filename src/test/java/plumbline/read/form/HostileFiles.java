package plumbline.read.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import plumbline.read.sheet.Drawn;

/// Makes the files that mean harm, or met with it on the way.
public final class HostileFiles {
    static final Drawn SOUND = Drawn.parse(List.of("# 表", "部门|期间|立案件数", "办公室|2022|3"));
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final List<Sample> samples = new ArrayList<>();

    /// A file.
    ///
    /// @param rule of the one finding it costs; empty where it is read without one
    @SuppressWarnings("ArrayRecordComponent") // nothing compares two of them
    public record Sample(String name, byte[] bytes, String rule) {}

    private HostileFiles() {}

    private void file(String name, byte[] bytes, String rule) {
        samples.add(new Sample(name, bytes, rule));
    }

    public static List<Sample> all() throws IOException {
        HostileFiles files = new HostileFiles();
        files.make();
        return files.samples;
    }

    private void make() throws IOException {
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
        file("billion-laughs.xlsx", with(SHEET, HostileFiles::laughs), "xml_entities");
        file("external-entity.xlsx", with(SHEET, HostileFiles::external), "xml_entities");
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
        file("texts-used-a-million-times.xlsx", oneTextOften(), "too_large");
        file("rows-repeated.ods", odsRows(1_000_000), "too_large");
        file("parts-that-overlap.xlsx", overlapping(), "zip_bomb");
        file("archives-in-an-archive.zip", nested(6), "unknown_format");
        file("archive-beside-the-sheets.xlsx", rewrite(xlsx, (_, same) -> same, Map.of("xl/media/b.zip", "PK")), "");
        file("encrypted.xls", encryptedXls(), "encrypted");
        file("too-large.xlsx", Arrays.copyOf(xlsx, 51 << 20), "too_large");
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

    /// A sound workbook with a comment of so many random digits, which hardly compress.
    static byte[] padded(int size) {
        Random random = new Random(2);
        StringBuilder digits = new StringBuilder(size);
        while (digits.length() < size) {
            digits.append(random.nextLong());
        }
        return with(
                SHEET,
                sheet -> sheet.replace("<sheetData>", "<!--" + digits.toString().replace("-", "") + "--><sheetData>"));
    }

    /// A text of the greatest length, to which two hundred thousand cells refer.
    private static byte[] oneTextOften() {
        StringBuilder rows = new StringBuilder(
                "<row><c t=\"inlineStr\"><is><t>部门</t></is></c><c t=\"inlineStr\"><is><t>立案件数</t></is></c></row>");
        rows.repeat("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 100_000);
        byte[] texts = sharedStrings("<sst><si><t>" + "七".repeat(32_000) + "</t></si></sst>");
        return rewrite(
                texts,
                (name, same) ->
                        name.equals(SHEET) ? "<worksheet><sheetData>" + rows + "</sheetData></worksheet>" : same,
                Map.of());
    }

    private static byte[] odsRows(int rows) {
        String cell = "<table:table-cell office:value-type=\"float\""
                + " office:value=\"1\"><text:p>1</text:p></table:table-cell>";
        return Drawn.zip(odsOf("<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"" + rows
                + "\">" + cell.repeat(4) + "</table:table-row></table:table></office:document-content>"));
    }

    /// The directory has the one sheet a hundred times.
    private static byte[] overlapping() {
        byte[] zip = add("xl/worksheets/sheet2.xml", "<worksheet/>");
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = -1;
        for (int at = 0; at + 46 < zip.length; at++) {
            if (in.getInt(at) == 0x02014b50) {
                String name = new String(zip, at + 46, in.getShort(at + 28), StandardCharsets.UTF_8);
                first = name.equals(SHEET) ? in.getInt(at + 42) : first;
                if (name.equals("xl/worksheets/sheet2.xml")) {
                    in.putInt(at + 42, first);
                }
            }
        }
        return zip;
    }

    private static byte[] nested(int depth) {
        byte[] zip = new byte[1 << 20];
        try {
            for (int i = 0; i < depth; i++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (java.util.zip.ZipOutputStream next = new java.util.zip.ZipOutputStream(out)) {
                    for (int copy = 0; copy < 10; copy++) {
                        next.putNextEntry(new ZipEntry(copy + ".zip"));
                        next.write(zip);
                    }
                }
                zip = out.toByteArray();
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return zip;
    }

    private static byte[] encryptedXls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("表").createRow(0).createCell(0).setCellValue("部门");
            workbook.write(out);
            return out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
