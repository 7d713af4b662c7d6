package plumbline.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.Refusal;
import plumbline.serve.Server;
import plumbline.serve.ServerSettings;

/// The server: prints one line with its address when it accepts requests, and runs until it is told to stop.
@Command(name = "serve", description = "Serves the pages, the API and the extracts.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final String DEMO_DATABASE = "plumbline-demo.db";
    private static final int MOST_PORTS = 65_535;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address to listen on (default: $PLUMBLINE_HOST or 127.0.0.1, this machine only).")
    @Nullable
    String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on, 0 for any free one (default: $PLUMBLINE_PORT or 8080).")
    @Nullable
    Integer port;

    @Option(
            names = "--demo",
            description = "Fills a fresh database with the demonstration data (default file: plumbline-demo.db).")
    boolean demo;

    ServeCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.from(System.getenv());
        if (port != null && (port < 0 || port > MOST_PORTS)) {
            throw new IllegalArgumentException("--port: found '" + port + "'; accepted: 0 to " + MOST_PORTS);
        }
        String ledger = database.given().orElse(demo ? DEMO_DATABASE : settings.database());
        ServerSettings server = new ServerSettings(
                Optional.ofNullable(host).orElse(settings.host()),
                Optional.ofNullable(port).orElse(settings.port()),
                Set.of(),
                settings.uploadMegabytes() * 1_000_000L,
                IDLE,
                settings.zone(),
                Main.Version.number());
        House house = House.open(ledger, settings.limits());
        if (demo) {
            Demo.fill(house);
        }
        Server running = start(server, house);
        terminal.out().println("Plumbline is at " + running.address());
        terminal.out().flush();
        if (Boolean.getBoolean("plumbline.train")) {
            Visits.train(running.address());
            running.close();
            house.close();
            return 0;
        }
        Visits.begin(running.address());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.close();
            house.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }

    private static Server start(ServerSettings settings, House house) {
        try {
            return Server.start(settings, house.catalog(), house.ledger(), house.intake(), InstantSource.system());
        } catch (IllegalStateException taken) {
            house.close();
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    List.of(new Refusal.Fault(
                            "--host and --port",
                            "%s port %d: %s".formatted(settings.host(), settings.port(), taken.getMessage()),
                            "an address of this machine and a free port, or port 0 for any")));
        }
    }
}
