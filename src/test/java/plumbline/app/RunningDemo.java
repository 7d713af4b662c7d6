package plumbline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
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
