package plumbline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.Refusal;
import plumbline.extract.Manifest;
import plumbline.serve.Extracts;
import plumbline.serve.Format;

/// Writes an extract to stdout; figures are byte for byte those the web serves.
@Command(
        name = "extract",
        description = "Writes figures, cells or code lists to stdout.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    /// What an extract's rows are.
    enum Level {
        /// What the reports state, and what they should have stated.
        FIGURES,
        /// What the charts show: stated, summed, derived, partial or missing.
        CELLS,
        /// What the codes mean.
        METRICS,
        ORGS,
        PERIODS,
        CODES,
        REPORTS
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

    @Option(
            names = "--shape",
            paramLabel = "tidy|wide",
            description = "tidy: a row per figure; wide: two columns per metric.",
            defaultValue = "tidy")
    Shape shape = Shape.TIDY;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv (default), json (an object a line), xlsx, parquet or zip.",
            defaultValue = "csv")
    Format format = Format.CSV;

    @Option(names = "--bom", description = "Begin CSV with a byte order mark, for Excel.")
    boolean mark;

    @Option(names = "--raw", description = "Leave text that begins like a formula as it is.")
    boolean raw;

    @Option(names = "--lang", paramLabel = "zh|en", description = "Language of names.", defaultValue = "zh")
    Words lang = Words.ZH;

    @Option(names = "--header", paramLabel = "en|zh", description = "Language of the header.", defaultValue = "en")
    Words header = Words.EN;

    @Option(names = "--output", paramLabel = "FILE", description = "Write there instead of to stdout.")
    @Nullable
    Path output;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Write there what proves the extract: rows, sums, SHA-256, query, moment.")
    @Nullable
    Path manifest;

    enum Words {
        ZH,
        EN
    }

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "figures (default), cells, metrics, orgs, periods, codes or reports.",
            defaultValue = "figures")
    Level level = Level.FIGURES;

    @Option(
            names = "--review",
            paramLabel = "confirmed|all",
            description = "confirmed (default): what somebody stands behind; all: also what awaits a person.")
    @Nullable
    Reviewed review;

    @Option(
            names = "--view",
            paramLabel = "as_was|as_is",
            description = "Of cells: the organisation of each period (default), or today's for all of them.")
    @Nullable
    Organised view;

    /// Which organisation cells are worked out over.
    enum Organised {
        AS_WAS,
        AS_IS
    }

    /// Whether what awaits a person is extracted too.
    enum Reviewed {
        CONFIRMED,
        ALL
    }

    /// How the rows are laid out.
    enum Shape {
        TIDY,
        WIDE
    }

    ExtractCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.from(System.getenv());
        String table = level == Level.FIGURES && shape == Shape.WIDE
                ? "figures_wide"
                : level.name().toLowerCase(Locale.ROOT);
        if (format == Format.ZIP && level != Level.FIGURES && level != Level.CELLS) {
            throw Refusal.invalid("--format", "zip", "csv, json, xlsx or parquet; zip for figures and cells");
        }
        Extracts.Style style = new Extracts.Style(mark, !raw, lang == Words.ZH, header == Words.ZH);
        Path partial = output == null ? null : output.resolveSibling(output.getFileName() + ".partial");
        try {
            write(table, style, settings, partial);
        } catch (Refusal refused) {
            if (partial != null) {
                Files.deleteIfExists(partial); // nothing was written yet
            }
            throw refused;
        }
        if (partial != null && output != null) {
            // Only now does it look like a whole one.
            Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
        }
        return 0;
    }

    private void write(String table, Extracts.Style style, Settings settings, @Nullable Path partial)
            throws IOException {
        try (House house = House.open(database.existing());
                OutputStream out = new BufferedOutputStream(
                        partial == null ? terminal.bytes() : Files.newOutputStream(partial), 1 << 16)) {
            Extracts extracts = new Extracts(house.catalog(), house.ledger(), InstantSource.system(), settings.zone());
            Manifest proof = extracts.write(table, format, query(), style, out);
            if (manifest != null) {
                Files.writeString(manifest, proof.json());
            }
        }
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "metric", metric);
        put(query, "department", department);
        put(query, "period", period);
        put(query, "as_of", asOf);
        put(query, "view", view == null ? null : view.name().toLowerCase(Locale.ROOT));
        put(query, "review", review == null ? null : review.name().toLowerCase(Locale.ROOT));
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
