package plumbline.read;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.Finding;

class CharsetsTest {
    private static final String TEXT = "部门,期间\r\n一局😀,2022\r\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    static Stream<Arguments> waysOfWriting() {
        return Stream.of(
                Arguments.of("UTF-8", TEXT.getBytes(UTF_8)),
                Arguments.of("UTF-8 (BOM)", ("\uFEFF" + TEXT).getBytes(UTF_8)),
                Arguments.of("UTF-16LE (BOM)", ("\uFEFF" + TEXT).getBytes(UTF_16LE)),
                Arguments.of("UTF-16BE (BOM)", ("\uFEFF" + TEXT).getBytes(UTF_16BE)),
                Arguments.of("UTF-16LE", TEXT.getBytes(UTF_16LE)),
                Arguments.of("UTF-16BE", TEXT.getBytes(UTF_16BE)),
                Arguments.of("GB18030", TEXT.getBytes(GB18030)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysOfWriting")
    void theWayOfWritingIsFoundAndNamed(String encoding, byte[] bytes) throws IOException {
        Decoded decoded = Charsets.ladder(bytes).orElseThrow();
        assertEquals(encoding, decoded.encoding());
        assertEquals(TEXT, decoded.text());
        StringWriter streamed = new StringWriter();
        try (Reader in = decoded.reader()) {
            in.transferTo(streamed);
        }
        assertEquals(TEXT, streamed.toString());
    }

    @Test
    void bytesThatAreNoTextAreAFindingThatNamesTheByte() {
        List<Finding> findings = new ArrayList<>();
        byte[] bytes = {'a', 'b', (byte) 0xFF, 'c'};
        assertTrue(Charsets.decode("a.csv", bytes, findings::add).isEmpty());
        assertEquals("undecodable", findings.getFirst().rule());
        assertEquals("byte 0xFF at offset 2", findings.getFirst().found());
        assertEquals("a.csv:1:1", findings.getFirst().where());
    }

    @Test
    void aSpreadsheetIsNoText() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0};
        assertTrue(Charsets.ladder(zip).isEmpty());
    }

    @Test
    void aBrokenUtf16TextIsNotGuessedAt() {
        byte[] odd = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};
        assertTrue(Charsets.ladder(odd).isEmpty());
    }

    @Test
    void anEmptyFileIsEmptyText() {
        assertEquals("", Charsets.ladder(new byte[0]).orElseThrow().text());
    }

    @Test
    void aCharacterCutByTheBufferIsNotTakenForAFault() {
        String text = "x" + "一二三😀".repeat(20_000);
        for (Charset charset : List.of(UTF_8, GB18030)) {
            assertEquals(
                    text, Charsets.ladder(text.getBytes(charset)).orElseThrow().text());
        }
    }

    @Test
    void aReportCountsCodePointsAndKeepsItsLineEnds() {
        ReportText report =
                ReportText.open("r.txt", "😀甲\r\n乙丙".getBytes(UTF_8), _ -> {}).orElseThrow();
        assertEquals(6, report.length());
        assertEquals("甲\r\n乙", report.passage(1, 5).quote());
    }
}
