package plumbline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.Refusal;
import plumbline.extract.DigestStream;
import plumbline.extract.Manifest;
import plumbline.serve.Extracts;
import plumbline.serve.Format;

/// Holds an extract that has been somewhere against the ledger; exit 1 with every row that differs.
@Command(
        name = "verify-extract",
        description = "Says whether an extract is as the ledger wrote it, or which rows differ.",
        mixinStandardHelpOptions = true)
final class VerifyExtractCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "What proves it (default: FILE.manifest.json beside it, the one inside a zip, or none).")
    @Nullable
    Path manifest;

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description =
                    "Without a manifest: what was asked, as in the address: metric=…&period=… (default: everything).",
            defaultValue = "")
    String query = "";

    @Parameters(paramLabel = "FILE", description = "An extract: .csv, .xlsx, .json, .parquet or .zip.")
    Path file = Path.of("");

    VerifyExtractCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        TakenExtract taken = TakenExtract.open(file, Optional.ofNullable(manifest), query);
        Settings settings = Settings.from(System.getenv());
        try (House house = House.open(database.existing())) {
            Extracts extracts = new Extracts(house.catalog(), house.ledger(), InstantSource.system(), settings.zone());
            DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
            Manifest now = extracts.write(taken.table(), taken.format(), asked(taken), taken.style(), digest);
            if (now.sha256().equals(taken.sha256())) {
                terminal.out()
                        .printf("unchanged: %d rows, as of %s, SHA-256 %s%n", now.rows(), now.asOf(), now.sha256());
                return 0;
            }
            return differing(taken, extracts, now);
        }
    }

    /// In the order of the ledger's rows; those that are not the ledger's come last.
    private int differing(TakenExtract taken, Extracts extracts, Manifest now) throws IOException {
        if (taken.format() == Format.PARQUET) {
            throw Refusal.invalid(
                    "FILE", "SHA-256 " + taken.sha256(), now.sha256() + "; to see which rows differ, save it as CSV");
        }
        ComparedRows compared = new ComparedRows(taken, terminal.err());
        extracts.rows(taken.table(), asked(taken), taken.style(), compared.rows());
        long differences = compared.finish();
        terminal.out()
                .printf(
                        differences == 0
                                ? "%s: the bytes differ, all %d rows are the same; as of %s%n"
                                : "%s: of %d rows " + differences + " differ; as of %s%n",
                        differences == 0 ? "unchanged" : "changed",
                        now.rows(),
                        now.asOf());
        return differences == 0 ? 0 : 1;
    }

    private static Map<String, String> asked(TakenExtract taken) {
        Map<String, String> asked = new LinkedHashMap<>(taken.query());
        if (!taken.asOf().isEmpty()) {
            asked.put("as_of", taken.asOf());
        }
        return asked;
    }

    /// What a manifest says of the question.
    static JsonObject read(byte[] json, Path from) {
        try {
            return new JsonObject(io.vertx.core.buffer.Buffer.buffer(json));
        } catch (RuntimeException e) {
            throw Refusal.invalid("--manifest", from.toString(), "a manifest: a JSON object with query and as_of");
        }
    }
}
