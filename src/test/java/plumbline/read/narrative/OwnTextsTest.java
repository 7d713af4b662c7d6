package plumbline.read.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.Place;

/// Texts of our own in the manner of many writers, with their counts marked: all are read, and nothing else is.
class OwnTextsTest {
    private static final Path FOLDER = Path.of("src/test/resources/narrative");
    private static final String ASTRAL = "𠮷";

    private static List<MarkedText> texts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("texts")).sorted()) {
            List<MarkedText> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                String content = Files.readString(file);
                int line = content.indexOf('\n');
                String period = content.substring("period: ".length(), line).strip();
                texts.add(MarkedText.of(String.valueOf(file.getFileName()), content.substring(line + 1), period));
            }
            return texts;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMarkedCountIsReadAndNothingElse() throws IOException {
        List<MarkedText> texts = texts();
        assertTrue(texts.size() >= 40, texts.size() + " texts");
        return texts.stream()
                .map(text -> dynamicTest(text.name(), () -> {
                    Score score = new Score();
                    score.add(text.marks(), Readers.achieved(text.name(), text.text()));
                    assertEquals(List.of(), score.wrong());
                    assertEquals(List.of(), score.differing());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfTheNumberLanguageHolds() throws IOException {
        return Files.readAllLines(FOLDER.resolve("rules.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" \\| ", 2))
                .map(rule -> dynamicTest(rule[0], () -> {
                    MarkedText text = MarkedText.of(rule[0], rule[1], "");
                    Score score = new Score();
                    score.add(text.marks(), Readers.achieved(text.name(), text.text()));
                    assertEquals(List.of(), score.wrong());
                    assertEquals(1.0, score.qualifier(), score::toString);
                    assertEquals(1.0, score.unit(), () -> score.differing().toString());
                    assertEquals(1.0, score.family(), () -> score.differing().toString());
                }));
    }

    /// With a character outside the basic plane in front, blanks without width and Windows line ends inside.
    @Test
    void offsetsLeadBackToTheQuoteInCodePointsAndInUtf16() throws IOException {
        int count = 0;
        for (MarkedText text : texts()) {
            String strange = ASTRAL + text.text().replace("\n", "\r\n").replace("，", "，\u200B" + ASTRAL);
            for (NarrativeReading reading : Readers.all(text.name(), strange)) {
                Place.Passage passage = reading.passage();
                int from = strange.offsetByCodePoints(0, passage.start());
                int to = strange.offsetByCodePoints(0, passage.end());
                assertEquals(passage.quote(), strange.substring(from, to));
                assertEquals(passage.start(), strange.codePointCount(0, from));
                count++;
            }
        }
        assertTrue(count > 300, count + " readings");
    }

    @Test
    void theSameTextGivesTheSameReadings() throws IOException {
        for (MarkedText text : texts()) {
            assertEquals(Readers.all(text.name(), text.text()), Readers.all(text.name(), text.text()));
        }
    }
}
