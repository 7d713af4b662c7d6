package plumbline.read.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Value;
import plumbline.read.ReportText;

/// The phrases of the specification, each with what it says and does not say. Skipped, loudly, where they do not lie
/// beside the project.
class SharedPhrasesTest {
    private static final Path PHRASES = Path.of("../shared/catalog/phrases.csv");

    /// What a phrase alone does not tell: who studied (P037 stands under 党组中心组 in its report), and which metric an
    /// organisation wants 违纪违法案件 to be (P119 asks for a mapping of its own).
    private static final Set<String> NEED_MORE = Set.of("P037", "P119");

    @TestFactory
    Stream<DynamicTest> everyPhraseSaysWhatItSays() throws IOException {
        if (!Files.exists(PHRASES)) {
            System.err.println("SKIPPED: SharedPhrasesTest, because " + PHRASES + " is absent");
        }
        Assumptions.assumeTrue(Files.exists(PHRASES), PHRASES + " is absent");
        Map<String, List<NamedCsvRecord>> phrases = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(PHRASES)) {
            rows.forEach(row -> phrases.computeIfAbsent(row.getField("phrase_id"), _ -> new ArrayList<>())
                    .add(row));
        }
        assertEquals(120, phrases.size());
        return phrases.entrySet().stream()
                .filter(each -> !NEED_MORE.contains(each.getKey()))
                .map(each -> dynamicTest(each.getKey(), () -> says(each.getValue())));
    }

    private static void says(List<NamedCsvRecord> rows) {
        NamedCsvRecord first = rows.getFirst();
        Period period = Period.parse(first.getField("document_period").replace("-Y", ""));
        List<NarrativeReading> left = new ArrayList<>(Readers.READER.read(
                new ReportText(first.getField("phrase_id"), "UTF-8", first.getField("phrase")),
                new NarrativeReader.Given(Optional.empty(), Optional.of(period))));
        for (NamedCsvRecord row : rows) {
            if (row.getField("decision").equals("ACCEPT")) {
                NarrativeReading found = left.stream()
                        .filter(reading -> isSaid(row, reading))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("missed " + row + " in " + left));
                left.remove(found);
            }
        }
        for (NarrativeReading reading : left) {
            boolean perUnit =
                    rows.stream().anyMatch(row -> row.getField("status").equals("DERIVED"));
            boolean extra = reading.decision().isAchieved() && reading.metric().isPresent() && !perUnit;
            assertTrue(!extra, () -> "too much: " + reading);
        }
    }

    private static boolean isSaid(NamedCsvRecord row, NarrativeReading reading) {
        boolean metric = reading.metric().map(Metric::code).orElse("").equals(row.getField("metric"));
        boolean counted = reading.decision() != Decision.REJECT
                && reading.decision() != Decision.PLANNED
                && reading.decision() != Decision.COMPARATIVE;
        String dimension = row.getField("dimension").replace('=', '.');
        boolean category = !dimension.matches("(party|gov)_sanction\\.[a-z_]+")
                || reading.category().equals(dimension);
        return metric && counted && category && isValue(row, reading);
    }

    private static boolean isValue(NamedCsvRecord row, NarrativeReading reading) {
        if (!(reading.value() instanceof Value.Amount amount)) {
            return row.getField("status").equals("REDACTED");
        }
        boolean tenths = reading.decision() == Decision.RATIO;
        String stated = amount.stated().isEmpty()
                ? ""
                : tenths
                        ? String.valueOf(amount.stated().getAsLong() / 10.0)
                        : String.valueOf(amount.stated().getAsLong());
        boolean soft = Set.of("APPROX_BELOW", "APPROX_ABOUT").contains(row.getField("status")) || tenths;
        String upper = amount.interval().upper().isPresent()
                ? String.valueOf(amount.interval().upper().getAsLong())
                : "";
        boolean bounds = soft
                || (row.getField("low").equals(String.valueOf(amount.interval().lower()))
                        && row.getField("high").equals(upper));
        return stated.equals(row.getField("value")) && bounds;
    }
}
