package plumbline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.extract.ListRows;
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
        Settings settings = Settings.from(System.getenv());
        try (House house = House.open(database.existing())) {
            TakenExtract taken = TakenExtract.open(file, Optional.ofNullable(manifest), query, house.catalog());
            Extracts extracts = new Extracts(house.catalog(), house.ledger(), InstantSource.system(), settings.zone());
            LocalDate today = LocalDate.now(settings.zone());
            Held best = null;
            for (Extracts each : judged(taken, extracts, today)) {
                Held held = held(taken, each, Optional.ofNullable(best));
                if (best == null || held.differences() < best.differences()) {
                    best = held;
                }
                if (best.differences() == 0) {
                    break;
                }
            }
            return tell(Objects.requireNonNull(best), taken, extracts);
        }
    }

    /// The file beside what the ledger would write.
    ///
    /// @param told what differs, in words
    private record Held(Manifest now, long differences, List<String> told) {}

    /// A manifest says which day decided what was due. Without one it was the day of the moment named, or, if the data
    /// are the newest there were, any later one: as far as anybody can say, today.
    private static List<Extracts> judged(TakenExtract taken, Extracts extracts, LocalDate today) {
        return taken.day().map(day -> List.of(extracts.on(day))).orElseGet(() -> List.of(extracts, extracts.on(today)));
    }

    /// @param before what another day gave; where it gave the same, nothing is compared twice
    private static Held held(TakenExtract taken, Extracts extracts, Optional<Held> before) throws IOException {
        if (taken.format() == Format.ZIP) {
            Path now = Files.createTempFile("plumbline-extract", ".zip");
            try {
                return held(taken, extracts, now);
            } finally {
                Files.deleteIfExists(now);
            }
        }
        Manifest now = extracts.write(
                taken.table(), taken.format(), taken.asked(), taken.style(), OutputStream.nullOutputStream());
        if (now.sha256().equals(taken.sha256())) {
            return new Held(now, 0, List.of());
        }
        Optional<Held> same = before.filter(each -> each.now().sha256().equals(now.sha256()));
        if (same.isPresent()) {
            return same.get();
        }
        ComparedRows compared = new ComparedRows(
                taken.rows().orElseThrow(), taken.table(extracts), taken.style().safe());
        extracts.rows(taken.table(), taken.asked(), taken.style(), new ListRows(compared::ours));
        return new Held(now, compared.finish(), compared.told());
    }

    private static Held held(TakenExtract taken, Extracts extracts, Path fresh) throws IOException {
        Manifest now;
        try (OutputStream out = Files.newOutputStream(fresh)) {
            now = extracts.write(taken.table(), Format.ZIP, taken.asked(), taken.style(), out);
        }
        if (now.sha256().equals(taken.sha256())) {
            return new Held(now, 0, List.of());
        }
        TakenPackage compared = new TakenPackage(taken, fresh);
        return new Held(now, compared.differences(), compared.told());
    }

    /// In the order of the ledger's rows; those that are not the ledger's come last.
    private int tell(Held held, TakenExtract taken, Extracts extracts) {
        held.told().forEach(terminal.err()::println);
        Manifest now = held.now();
        if (held.differences() > 0) {
            terminal.out()
                    .printf("changed: of %d rows %d differ; as of %s%n", now.rows(), held.differences(), now.asOf());
            return 1;
        }
        if (now.sha256().equals(taken.sha256())) {
            terminal.out().printf("unchanged: %d rows, as of %s, SHA-256 %s%n", now.rows(), now.asOf(), now.sha256());
        } else {
            terminal.out()
                    .printf(
                            "unchanged: the bytes differ, all %d rows are the same; as of %s%n",
                            now.rows(), now.asOf());
        }
        long since = taken.asOf().isEmpty() ? 0 : extracts.changedSince(taken.asked());
        if (since > 0) {
            terminal.out()
                    .printf("since then %d of its figures were added, changed or withdrawn in the ledger%n", since);
        }
        return 0;
    }
}
