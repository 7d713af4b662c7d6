package plumbline.read.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Metric;
import plumbline.read.CatalogReader;
import plumbline.read.ReportText;

class LexiconReaderTest {
    private static final String TEXT = "开展廉心茶叙8席。";

    @TempDir
    Path folder;

    private List<NarrativeReading> read() throws IOException {
        Lexicon lexicon = LexiconReader.read(CatalogReader.read(), Optional.of(folder));
        return new NarrativeReader(lexicon)
                .read(new ReportText("r", "UTF-8", TEXT), NarrativeReader.Given.NOTHING).stream()
                        .filter(each -> each.decision().isAchieved())
                        .toList();
    }

    @Test
    void wordsOfTheOrganisationAreReadWithoutCode() throws IOException {
        assertEquals(List.of(), read());
        Files.writeString(folder.resolve("measures.csv"), "word,kind\n席,count\n");
        NarrativeReading unknown = read().getFirst();
        assertEquals(Optional.empty(), unknown.metric());
        assertTrue(unknown.noun().contains("廉心茶叙"), unknown.noun());
        Files.writeString(
                folder.resolve("terms.csv"),
                "word,metric,category,family,units,weak,context\n廉心茶叙,talk_integrity_persontimes,,,席,no,\n");
        assertEquals(
                Optional.of("talk_integrity_persontimes"),
                read().getFirst().metric().map(Metric::code));
    }

    @Test
    void everyFaultIsListedWithItsPlace() throws IOException {
        Files.writeString(
                folder.resolve("terms.csv"),
                "word,metric,category,family,units,weak,context\n茶叙,no_such,,,席,no,\n茶,,,strange,,perhaps,\n");
        Files.writeString(folder.resolve("cues.csv"), "word,cue\n或许,maybe\n");
        IllegalArgumentException faults = assertThrows(IllegalArgumentException.class, this::read);
        String message = faults.toString();
        assertTrue(message.contains("terms.csv:2: found metric 'no_such'"), message);
        assertTrue(message.contains("terms.csv:3: found family 'strange'"), message);
        assertTrue(message.contains("terms.csv:3: found weak 'perhaps'"), message);
        assertTrue(message.contains("cues.csv:2: found cue 'maybe'"), message);
    }
}
