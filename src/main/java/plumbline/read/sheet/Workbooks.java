package plumbline.read.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Tells by their first bytes, never by their name, what sort of file the bytes are.
public final class Workbooks {
    private static final String ACCEPTED =
            "XLSX, XLS, ODS or CSV for a form; TXT, HTML, DOCX, DOC or PDF for a narrative report";

    private Workbooks() {}

    /// Whether the bytes begin as those of a document or archive do, and so are no text.
    public static boolean isBinary(byte[] bytes) {
        return isZip(bytes) || isOle(bytes) || startsWith(bytes, "%PDF") || startsWith(bytes, "Rar!");
    }

    private static boolean isZip(byte[] bytes) {
        return startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006");
    }

    private static boolean isOle(byte[] bytes) {
        return startsWith(bytes, "\u00d0\u00cf\u0011\u00e0");
    }

    private static boolean startsWith(byte[] bytes, String mark) {
        if (bytes.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((bytes[i] & 0xff) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Opens a file that [#isBinary].
    ///
    /// @throws NoWorkbook if it is another sort of file, or broken, or too much
    public static Workbook open(byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) {
            throw NoWorkbook.beyond(
                    Limits.FILE_SETTING,
                    "%d MB".formatted(bytes.length >> 20),
                    "%d MB".formatted(limits.bytes() >> 20));
        }
        if (isOle(bytes)) {
            return new Xls(bytes, limits);
        }
        if (!isZip(bytes)) {
            throw otherDocument(startsWith(bytes, "%PDF") ? "PDF" : "RAR");
        }
        ZipArchive zip = new ZipArchive(bytes, limits);
        if (mimetype(zip).equals("application/vnd.oasis.opendocument.spreadsheet")) {
            return new Ods(zip, limits);
        }
        if (zip.has("xl/workbook.bin")) {
            throw otherDocument("XLSB");
        }
        if (mimetype(zip).contains("opendocument.text")) {
            throw otherDocument("ODT");
        }
        if (zip.hasUnder("word/")) {
            throw otherDocument("Word");
        }
        if (!zip.has("_rels/.rels") || !zip.hasUnder("xl/")) {
            throw otherDocument("ZIP");
        }
        return new Xlsx(zip, limits);
    }

    private static String mimetype(ZipArchive zip) {
        Optional<InputStream> part = zip.open("mimetype");
        if (part.isEmpty()) {
            return "";
        }
        try (InputStream in = part.get()) {
            return new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
        } catch (IOException broken) {
            throw NoWorkbook.broken("mimetype");
        }
    }

    static NoWorkbook otherDocument(String sort) {
        return NoWorkbook.because(
                "unknown_format",
                sort + (sort.toUpperCase(Locale.ROOT).equals("ZIP") ? " archive" : " document"),
                ACCEPTED,
                "这是%s文件，不能作为表格读入；表格请用XLSX、XLS、ODS或CSV，文字报告请用TXT、HTML、DOCX、DOC或PDF。".formatted(sort),
                "this is a %s file; send a form as XLSX, XLS, ODS or CSV, a narrative report as TXT, HTML, DOCX, DOC or PDF."
                        .formatted(sort));
    }
}
