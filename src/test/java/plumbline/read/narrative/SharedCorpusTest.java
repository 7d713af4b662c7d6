package plumbline.read.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reports and bulletins that are not ours to keep in the project, with the counts people marked in them. Skipped,
/// loudly, where they do not lie beside the project.
class SharedCorpusTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Path SEEDS = Path.of("../shared/seeds");

    private static void assumeShared() {
        boolean there = Files.isDirectory(CORPUS) && Files.isDirectory(SEEDS);
        if (!there) {
            System.err.println("SKIPPED: SharedCorpusTest, because " + CORPUS + " or " + SEEDS + " is absent");
        }
        Assumptions.assumeTrue(there, CORPUS + " or " + SEEDS + " is absent");
    }

    private static Map<String, List<Score.Marked>> gold(Path file, String suffix) throws IOException {
        Map<String, List<Score.Marked>> marked = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String name = row.getField("id") + suffix;
                String value = row.getField("value");
                marked.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(new Score.Marked(
                                name,
                                row.getField("quote"),
                                Integer.parseInt(row.getField("char_start")),
                                Integer.parseInt(row.getField("char_end")),
                                value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value)),
                                row.getField("qualifier"),
                                row.getField("unit"),
                                row.getField("metric_family"),
                                row.getField("period"),
                                row.getField("achieved").equals("yes")));
            }
        }
        return marked;
    }

    private static Score score(Path folder, Map<String, List<Score.Marked>> gold, Set<String> without)
            throws IOException {
        Score score = new Score();
        for (Map.Entry<String, List<Score.Marked>> each : gold.entrySet()) {
            if (!without.contains(each.getKey())) {
                String text = Files.readString(folder.resolve(each.getKey()));
                score.add(each.getValue(), Readers.achieved(each.getKey(), text));
            }
        }
        return score;
    }

    @Test
    void theFiveReportsAreReadInFullAndNothingElse() throws IOException {
        assumeShared();
        Score score = score(SEEDS, gold(CORPUS.resolve("seeds_gold.csv"), ""), Set.of());
        assertEquals(List.of(), score.wrong());
        assertEquals(List.of(), score.differing());
        assertEquals(0.0, score.trapsTaken());
    }

    @Test
    void theFloorsHoldOnTheOtherTexts() throws IOException {
        assumeShared();
        Score score = score(CORPUS.resolve("dev"), gold(CORPUS.resolve("dev/gold.csv"), ".txt"), Set.of());
        assertTrue(score.precision() >= 0.95, score::toString);
        assertTrue(score.recall() >= 0.93, score::toString);
        assertTrue(score.qualifier() >= 0.97, score::toString);
        assertTrue(score.unit() >= 0.98, score::toString);
        assertTrue(score.family() >= 0.92, score::toString);
        assertTrue(score.trapsTaken() <= 0.03, score::toString);
    }

    /// Three of the texts name no year at all; what people marked there they knew from elsewhere.
    @Test
    void thePeriodsHoldWhereTheTextNamesAYear() throws IOException {
        assumeShared();
        Map<String, List<Score.Marked>> gold = gold(CORPUS.resolve("dev/gold.csv"), ".txt");
        Set<String> yearless = new HashSet<>(Set.of("007.txt", "025.txt", "059.txt"));
        Score score = score(CORPUS.resolve("dev"), gold, yearless);
        assertTrue(score.period() >= 0.92, score::toString);
        for (String name : yearless) {
            for (NarrativeReading reading : Readers.achieved(
                    name, Files.readString(CORPUS.resolve("dev").resolve(name)))) {
                boolean guessed =
                        !reading.period().isEmpty() && !reading.period().startsWith("--");
                assertEquals(false, guessed, () -> "a year from nowhere: " + reading);
            }
        }
    }
}
