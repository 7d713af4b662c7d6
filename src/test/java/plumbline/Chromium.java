package plumbline;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// This machine's own Chromium, for tests of the pages. Used by one thread.
///
/// Where there is none, the system property `plumbline.browser` decides: `auto` skips the test and says so on stderr,
/// `required` fails it.
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path node, Path executable) {
        var environment = Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        // Chromium's own sandbox cannot be set up by root, and build machines run as root.
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    public static Chromium open() {
        return new Chromium(
                node(), needed("chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
    }

    /// This machine's Node.js, under the same rule.
    static Path node() {
        return needed("node", "node", "nodejs");
    }

    private static Path needed(String what, String... names) {
        Optional<Path> found = onPath(names);
        if (found.isEmpty()) {
            var missing = "BROWSER TEST NOT RUN: " + what + " is not on the PATH";
            if (System.getProperty("plumbline.browser", "auto").equals("required")) {
                Assertions.fail(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return found.orElseThrow();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> onPath(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
