package plumbline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.serve.Extracts;

/// Writes an extract to stdout; figures are byte for byte those the web serves.
@Command(name = "extract", description = "Writes figures or cells as CSV to stdout.", mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    /// What an extract's rows are.
    enum Level {
        /// What the reports state.
        FIGURES,
        /// What the charts show: stated, summed, derived, partial or missing.
        CELLS
    }

    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Option(names = "--metric", paramLabel = "M", description = "Metric codes separated by commas (default: all).")
    @Nullable
    String metric;

    @Option(
            names = "--department",
            paramLabel = "D",
            description = "Department codes separated by commas, each with all below it (default: all).")
    @Nullable
    String department;

    @Option(names = "--period", paramLabel = "A..B", description = "One period or a range (default: all).")
    @Nullable
    String period;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "As the ledger stood at this instant, 2026-11-20T09:00:00Z.")
    @Nullable
    String asOf;

    @Option(names = "--shape", paramLabel = "SHAPE", description = "tidy: a row per figure.", defaultValue = "tidy")
    Shape shape = Shape.TIDY;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "figures (default) or cells.",
            defaultValue = "figures")
    Level level = Level.FIGURES;

    @Option(
            names = "--review",
            paramLabel = "confirmed|all",
            description = "confirmed (default): what somebody stands behind; all: also what awaits a person.")
    @Nullable
    Reviewed review;

    /// Whether what awaits a person is extracted too.
    enum Reviewed {
        CONFIRMED,
        ALL
    }

    /// How the rows are laid out.
    enum Shape {
        TIDY
    }

    ExtractCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.from(System.getenv());
        try (House house = House.open(database.existing());
                OutputStream out = new BufferedOutputStream(terminal.bytes(), 1 << 16)) {
            Extracts extracts = new Extracts(house.catalog(), house.ledger(), InstantSource.system(), settings.zone());
            switch (level) {
                case FIGURES -> extracts.figures(query(), Extracts.Style.PLAIN, out);
                case CELLS -> extracts.cells(query(), out);
            }
        }
        return 0;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "metric", metric);
        put(query, "department", department);
        put(query, "period", period);
        put(query, "as_of", asOf);
        put(query, "review", review == null ? null : review.name().toLowerCase(Locale.ROOT));
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
