package plumbline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.Worded;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.serve.Extracts;
import plumbline.serve.Server;
import plumbline.serve.ServerSettings;

/// The whole program on a free port, over the demonstration data or over nothing at all.
///
/// The data is taken in once for all tests; each of them works on a copy of its own.
public final class RunningDemo implements AutoCloseable {
    private static @Nullable Path filled;

    private final House house;
    private final Server server;

    private RunningDemo(Path database) {
        house = House.open(database.toString());
        server = Server.start(
                ServerSettings.of("127.0.0.1", 0),
                house.catalog(),
                house.ledger(),
                house.intake(),
                InstantSource.system());
    }

    public static RunningDemo filled(Path folder) {
        try {
            return new RunningDemo(Files.copy(original(), folder.resolve("demo.db")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningDemo empty(Path folder) {
        return new RunningDemo(folder.resolve("empty.db"));
    }

    /// Over the forms of a folder, in the order and mode of its `manifest.csv`: `file,mode,reason`.
    public static RunningDemo of(Path forms, Path folder) {
        RunningDemo running = new RunningDemo(folder.resolve("forms.db"));
        try {
            for (String line : Files.readAllLines(forms.resolve("manifest.csv"))) {
                String[] at = line.split(",", 3);
                Optional<Mode> mode = Worded.read(Mode.class, at[1]);
                if (mode.isPresent()) { // not the header
                    running.take(forms.resolve(at[0]), mode.get(), at[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running;
    }

    private void take(Path form, Mode mode, String reason) throws IOException {
        Order order = new Order(
                mode,
                Optional.of(reason).filter(each -> !each.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                false,
                "tester");
        Delivery file = new Delivery(form.getFileName().toString(), Files.readAllBytes(form));
        for (Receipt receipt : house.intake().accept(List.of(file), order, Progress.SILENT)) {
            if (receipt.outcome() != Receipt.Outcome.ACCEPTED) {
                throw new IllegalStateException(form + ": " + receipt.findings());
            }
        }
    }

    /// The extract of cells, as the command `extract --level cells` writes it.
    public String cells(Map<String, String> query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Extracts(house.catalog(), house.ledger(), InstantSource.system(), ZoneId.of("Asia/Shanghai"))
                    .cells(query, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static synchronized Path original() throws IOException {
        if (filled == null) {
            Path folder = Files.createTempDirectory("plumbline-demo");
            folder.toFile().deleteOnExit();
            Path database = folder.resolve("original.db");
            try (House house = House.open(database.toString())) {
                Demo.fill(house);
            }
            // Registered after the folder, therefore deleted before it.
            database.toFile().deleteOnExit();
            filled = database;
        }
        return filled;
    }

    /// Without a slash at its end.
    public String address() {
        return server.address().toString().replaceFirst("/$", "");
    }

    @Override
    public void close() {
        server.close();
        house.close();
    }
}
