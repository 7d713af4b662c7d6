package plumbline.read.narrative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import plumbline.read.CatalogReader;
import plumbline.read.ReportText;

/// How much report text is read in a second on one core: the marked texts of the tests, one report after another, and
/// all of them as one long text. Time is that of the reading thread, so that a busy machine does not matter.
///
/// `mvn -q -Pbench -Dbench=plumbline.read.narrative.NarrativeBenchmark`
final class NarrativeBenchmark {
    private static final Path TEXTS = Path.of("src/test/resources/narrative/texts");
    private static final int ROUNDS = 12;
    private static final int BYTES = 8 << 20;

    private NarrativeBenchmark() {}

    public static void main(String[] args) throws IOException {
        NarrativeReader reader = new NarrativeReader(LexiconReader.read(CatalogReader.read()));
        List<String> reports;
        try (Stream<Path> files = Files.list(TEXTS).sorted()) {
            reports = files.map(NarrativeBenchmark::text).toList();
        }
        String all = String.join("\n", reports);
        int bytes = all.getBytes(StandardCharsets.UTF_8).length;
        String big = (all + "\n").repeat(BYTES / bytes);
        for (int i = 0; i < ROUNDS; i++) {
            long start = processorTime();
            int readings = 0;
            for (int again = 0; again < BYTES / bytes; again++) {
                for (String report : reports) {
                    readings += read(reader, report);
                }
            }
            print("reports of %d bytes".formatted(bytes / reports.size()), readings, start);
        }
        for (int i = 0; i < 3; i++) {
            long start = processorTime();
            print("one text of %d MB".formatted(BYTES >> 20), read(reader, big), start);
        }
    }

    private static int read(NarrativeReader reader, String text) {
        return reader.read(new ReportText("r", "UTF-8", text), NarrativeReader.Given.NOTHING)
                .size();
    }

    private static void print(String what, int readings, long start) {
        double seconds = (processorTime() - start) / 1e9;
        System.out.printf("%-28s %,8d readings  %5.2f s  %5.1f MB/s%n", what, readings, seconds, BYTES / 1e6 / seconds);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
