package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program as a process of its own, which can be killed as a machine that loses power would kill it.
final class Child implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Plumbline is at (http://\\S+)/");

    private final Process process;
    private final Path out;

    private Child(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /// Starts `plumbline WORDS…`.
    ///
    /// @param folder for what it prints and for its temporary files
    static Child start(Path folder, List<String> words) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dorg.sqlite.tmpdir="
                        + Files.createDirectories(folder.resolve("native")).toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "plumbline.app.Main"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().keySet().removeIf(each -> each.startsWith("PLUMBLINE_"));
        return new Child(builder.start(), out);
    }

    /// What it has printed so far, whole lines only.
    String printed() {
        try {
            String text = Files.readString(out);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The address of a server, once it says it.
    String address() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher said = ADDRESS.matcher(printed());
            if (said.find()) {
                return said.group(1);
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the server did not start: " + printed());
    }

    /// Waits for its own end; answers whether it came in time.
    boolean ends(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it does not die");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
