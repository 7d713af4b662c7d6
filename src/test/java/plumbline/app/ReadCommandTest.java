package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `read` as a person meets it: its columns, its two formats, what `--all` adds, and how it ends.
class ReadCommandTest {
    private static final String COLUMNS =
            "file,start,end,quote,metric,family,category,value,qualifier,lower,upper,unit,department,period,basis,flags";
    private static final String TEXT = """
        青山县粮食局2023年上半年工作总结
        开展廉政谈话60余人次，给予党内警告*人，走访粮店35家。计划下半年讲党课4次。
        """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder);
    }

    @Test
    void achievedFiguresAsCsv() throws IOException {
        Shell.Ended ended = Shell.run("read", shell.write("r.txt", TEXT));
        assertEquals("", ended.err());
        assertEquals(0, ended.code());
        assertEquals(
                List.of(
                        COLUMNS,
                        "r.txt,21,30,廉政谈话60余人次,talk_integrity_persontimes,talks,,60,at_least,61,69,人次,青山县粮食局,2023-H1,in_period,",
                        "r.txt,33,39,党内警告*人,discipline_party_persons,discipline,party_sanction.warning,,withheld,,,人,青山县粮食局,2023-H1,in_period,",
                        "r.txt,40,47,走访粮店35家,uncatalogued,supervision,,35,exact,35,35,家,青山县粮食局,2023-H1,in_period,uncatalogued"),
                ended.out().lines().toList());
    }

    @Test
    void everythingWithDecisionAndReason() throws IOException {
        Shell.Ended ended = Shell.run("read", "--all", "--output", "csv", shell.write("r.txt", TEXT));
        assertEquals(
                COLUMNS + ",decision,reason", ended.out().lines().findFirst().orElse(""));
        assertTrue(
                ended.out().lines().anyMatch(line -> line.contains("讲党课4次") && line.contains(",planned,")),
                ended.out());
        assertTrue(ended.out().lines().anyMatch(line -> line.endsWith(",accept,named")), ended.out());
    }

    @Test
    void theSameAsJsonWithTheNoun() throws IOException {
        Shell.Ended ended = Shell.run("read", "--output", "json", shell.write("r.txt", TEXT));
        JsonArray array = new JsonArray(ended.out());
        assertEquals(3, array.size());
        JsonObject first = array.getJsonObject(0);
        assertEquals(60, first.getInteger("value"));
        assertEquals("廉政谈话60余人次", first.getString("noun"));
        assertTrue(!array.getJsonObject(1).containsKey("value"), ended.out());
    }

    @Test
    void theSameWhateverTheEncoding() throws IOException {
        String expected = Shell.run("read", shell.write("r.txt", TEXT)).out();
        for (Charset charset : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            assertEquals(
                    expected,
                    Shell.run("read", shell.write("r.txt", TEXT, charset)).out());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "report.docx, writer.txt",
        "report.doc, writer.txt",
        "writer.pdf, writer-pdf.txt",
        "browser.pdf, browser-pdf.txt",
        "page.html, page.txt",
    })
    void aDocumentReadsAsItsText(String document, String text) throws IOException {
        Shell.Ended ended = Shell.run("read", "--all", fixture(document));
        assertEquals("", ended.err());
        assertTrue(ended.out().contains(",集体廉政谈话60余人次,"), ended.out());
        String expected = Shell.run("read", "--all", fixture(text)).out();
        assertEquals(expected.replace("\n" + text, "\n" + document), ended.out());
    }

    private Path fixture(String name) throws IOException {
        try (InputStream in = ReadCommandTest.class.getResourceAsStream("/texts/documents/" + name)) {
            return Files.write(
                    folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    @Test
    void whatTheTextDoesNotSayMayBeTold() throws IOException {
        Path file = shell.write("r.txt", "开展廉政谈话6人次。\n");
        String row = Shell.run("read", "--period", "2022-Q3", "--department", "某处", file)
                .out()
                .lines()
                .toList()
                .get(1);
        assertTrue(row.contains(",某处,2022-Q3,"), row);
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndTheOthersAreReadAllTheSame() throws IOException {
        Path good = shell.write("r.txt", TEXT);
        Path bad = Files.write(folder.resolve("bad.txt"), new byte[] {(byte) 0xFF, 0x41, (byte) 0xFF});
        Shell.Ended ended = Shell.run("read", folder.resolve("none.txt"), bad, good);
        assertEquals(1, ended.code());
        assertTrue(ended.err().contains("none.txt: found no such file"), ended.err());
        assertTrue(ended.err().contains("bad.txt:1:1: found byte 0xFF"), ended.err());
        assertEquals(4, ended.out().lines().count());
    }
}
