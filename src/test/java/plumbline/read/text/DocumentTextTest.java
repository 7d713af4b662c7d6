package plumbline.read.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Finding;
import plumbline.read.ReportText;

/// The documents beside their texts were made with Writer and Chromium from one page of our own words.
final class DocumentTextTest {
    private static final String FOLDER = "/texts/documents/";

    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "report.docx, DOCX, writer.txt",
        "report.doc, DOC, writer.txt",
        "writer.pdf, PDF, writer-pdf.txt",
        "browser.pdf, PDF, browser-pdf.txt",
        "page.html, 'HTML, GB18030', page.txt",
    })
    void aDocumentReadsAsOnPaper(String file, String encoding, String expected) throws IOException {
        ReportText text = open(file, bytes(file)).orElseThrow(() -> new AssertionError(findings));
        assertEquals(new String(bytes(expected), StandardCharsets.UTF_8), text.text());
        assertEquals(encoding, text.encoding());
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // inserted stays, deleted and moved away go
                "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
                    + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>|"
                    + " 新增移来",
                // a deleted paragraph mark joins
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>学习</w:t></w:r></w:p><w:p><w:r><w:t>6次</w:t></w:r></w:p>|"
                    + " 学习6次",
                // hidden words, but not those whose hiding is switched off
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>谈话</w:t></w:r>"
                        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>9人次</w:t></w:r></w:p> | 谈话9人次",
                // a text box stands behind its paragraph, and once
                "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
                    + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>续</w:t></w:r></w:p>"
                    + " | 正文续⏎框",
                // a table in a table, and a cell of several paragraphs
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
                    + " | 甲⇥1⇥2",
                // a layout table of one cell keeps its paragraphs
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                    + " | 一⏎二",
                // fields show their result, not their code
                "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>共</w:t><w:tab/><w:t>3次</w:t></w:r></w:p> |"
                        + " 共⇥3次",
            })
    void trackedChangesAreAccepted(String body, String expected) throws IOException {
        ReportText text = open("a.docx", docx(body)).orElseThrow(() -> new AssertionError(findings));
        assertEquals(expected.replace('⏎', '\n').replace('⇥', '\t') + "\n", text.text());
    }

    @Test
    void whatHasNoTextSaysWhy() throws IOException {
        assertEquals("no_text", refused(pdf(false)));
        assertEquals("encrypted_document", refused(pdf(true)));
        assertEquals("no_text", refused(docx("<w:p/>")));
        assertEquals(
                "no_text",
                refused("<html><body><script>var a=1</script></body></html>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("damaged_document", refused(zip("xl/workbook.xml", "<workbook/>")));
    }

    @ParameterizedTest
    @CsvSource({
        "/texts/documents/report.docx, true",
        "/texts/documents/report.doc, true",
        "/texts/documents/browser.pdf, true",
        "/texts/documents/page.html, true",
        "/texts/documents/page.txt, false",
        "/forms/libreoffice/traps.xlsx, false",
        "/forms/libreoffice/traps.xls, false",
        "/forms/libreoffice/traps.ods, false",
    })
    void workbooksAreNoDocuments(String file, boolean document) throws IOException {
        try (var in = DocumentTextTest.class.getResourceAsStream(file)) {
            assertEquals(document, DocumentText.isDocument(in.readAllBytes()));
        }
    }

    @Test
    void whatIsInsideAContainerMakesItNoOtherOne() throws IOException {
        byte[] workbook = zip("xl/workbook.xml", "");
        byte[] report = zip("word/document.xml", "");
        // A part that is kept unpacked shows its own names behind those of the archive.
        assertTrue(DocumentText.isDocument(joined(report, workbook)));
        assertFalse(DocumentText.isDocument(joined(workbook, report)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void aHostileFileCostsOneRefusal() throws IOException {
        for (String file : List.of("report.docx", "report.doc", "writer.pdf")) {
            byte[] whole = bytes(file);
            for (int part = 1; part < 8; part++) {
                byte[] torn = Arrays.copyOf(whole, whole.length * part / 8);
                Optional<ReportText> text = open(file, torn);
                assertTrue(text.isPresent() || !findings.isEmpty(), file + " torn at " + torn.length);
            }
        }
        String entities = "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        Optional<ReportText> text =
                open("a.docx", zip("word/document.xml", entities + "<document><p><t>&a;&b;字</t></p></document>"));
        assertFalse(text.map(ReportText::text).orElse("").contains("root:"));
        assertEquals("damaged_document", refused(zip("word/document.xml", "<a>".repeat(200_000))));
    }

    @Test
    void whatGoesBeyondTheLimitsIsRefused() throws IOException {
        byte[] large = docx("<w:p><w:r><w:t>" + "字".repeat(100_000) + "</w:t></w:r></w:p>");
        assertEquals("unpacks_too_large", refused(large, new Limits(10_000, 1_000_000, 10, Duration.ofMinutes(1))));
        assertEquals("text_too_long", refused(large, new Limits(1 << 30, 99_999, 10, Duration.ofMinutes(1))));
        assertEquals("takes_too_long", refused(large, new Limits(1 << 30, 1_000_000, 10, Duration.ZERO)));
        assertEquals("takes_too_long", refused(bytes("writer.pdf"), new Limits(1, 1_000_000, 10, Duration.ZERO)));
        assertEquals(
                "damaged_document", refused(bytes("writer.pdf"), new Limits(1, 1_000_000, 0, Duration.ofMinutes(1))));
    }

    private String refused(byte[] bytes) {
        return refused(bytes, Limits.USUAL);
    }

    private String refused(byte[] bytes, Limits limits) {
        findings.clear();
        assertEquals(Optional.empty(), DocumentText.open("a", bytes, limits, findings::add));
        assertEquals(1, findings.size(), findings::toString);
        return findings.getFirst().rule();
    }

    private Optional<ReportText> open(String name, byte[] bytes) {
        findings.clear();
        return DocumentText.open(name, bytes, findings::add);
    }

    private static byte[] docx(String body) throws IOException {
        return zip(
                "word/document.xml",
                "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] zip(String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(boolean locked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String file) throws IOException {
        try (var in = DocumentTextTest.class.getResourceAsStream(FOLDER + file)) {
            return java.util.Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
