package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the API reference, run as they stand there against a server; only its address is another one. Where
/// the language of one is not on this machine, it is skipped, and says so.
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("web/reference/examples");

    @TempDir
    Path folder;

    private Running running;
    private long figures;

    @BeforeEach
    void start() {
        running = new Running(folder).withSamples();
        figures = csv().lines()
                .skip(1)
                .filter(line -> line.matches(".*,F[0-9]{6},.*"))
                .count();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String csv() {
        return running.get("/extracts/figures.csv").body();
    }

    private String example(String file) throws IOException {
        String server = running.at("").toString();
        String text = Files.readString(EXAMPLES.resolve(file));
        assertTrue(text.contains("http://127.0.0.1:8080"), file);
        return text.replace("http://127.0.0.1:8080", server);
    }

    private String run(String file, String... command) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve(file), example(file));
        return output(List.of(command), script.toString());
    }

    private String output(List<String> command, String... more) throws IOException, InterruptedException {
        List<String> whole = new java.util.ArrayList<>(command);
        whole.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("no_proxy", "127.0.0.1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /// The program asked for, if it runs here.
    private static String needed(String what, String... trial) throws InterruptedException {
        boolean runs;
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            runs = process.waitFor() == 0;
        } catch (IOException none) {
            runs = false;
        }
        if (!runs) {
            String missing = "EXAMPLE NOT RUN: " + what + " is not on this machine";
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return trial[0];
    }

    /// The first Python that has the module.
    private static String python(String module) throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                if (new ProcessBuilder(python, "-c", "import " + module)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0) {
                    return python;
                }
            } catch (IOException none) {
                // the next one
            }
        }
        return needed("Python with " + module, "python3", "-c", "import " + module);
    }

    @Test
    void curlReadsTheFiguresAndNotTwice() throws Exception {
        String curl = needed("curl", "curl", "--version");
        Assumptions.assumeTrue(output(List.of(curl, "--help", "all")).contains("--etag-save"), "an old curl");
        String said = run("figures.sh", "sh");
        assertTrue(said.contains("rel=\"next\"") && said.contains("rel=\"alternate\""), said);
        assertTrue(said.contains("\"id\":\"F000001\""), said);
        byte[] first = Files.readAllBytes(folder.resolve("figures.csv"));
        assertArrayEquals(csv().getBytes(StandardCharsets.UTF_8), first);
        Files.writeString(folder.resolve("figures.csv"), "as it was");
        run("figures.sh", "sh");
        assertEquals("as it was", Files.readString(folder.resolve("figures.csv")), "it was not sent again");
    }

    @Test
    void rReadsNumbersAndStates() throws Exception {
        needed("R", "Rscript", "--version");
        String said = run("figures.R", "Rscript");
        assertTrue(said.contains("withheld"), said);
        assertTrue(said.matches("(?s).*\\btalks +[1-9].*"), said);
    }

    @Test
    void pythonReadsPageAfterPage() throws Exception {
        String said = run("figures.py", python("json"));
        assertTrue(said.startsWith(figures + " figures\n"), said);
        assertTrue(said.contains("withheld"), said);
    }

    @Test
    void pandasReadsNumbersAndStates() throws Exception {
        String said = run("figures_pandas.py", python("pandas"));
        assertTrue(said.contains("withheld"), said);
        assertTrue(said.matches("(?s).*\\btalks +[1-9][0-9]* +[1-9].*"), said);
    }

    /// There is no Excel here: what it would ask for and the columns it would type are looked at.
    @Test
    void excelAsksForColumnsThatAreThere() throws Exception {
        String query = example("figures.pq");
        Matcher path = Pattern.compile("RelativePath = \"([^\"]+)\", Query = \\[(\\w+) = \"(\\w+)\"\\]")
                .matcher(query);
        assertTrue(path.find(), query);
        String header = running.get("/" + path.group(1) + "?" + path.group(2) + "=" + path.group(3))
                .body()
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> columns = List.of(header.split(",", -1));
        List<String> typed = Pattern.compile("\\{\"(\\w+)\", type")
                .matcher(query)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertTrue(typed.size() > 3 && columns.containsAll(typed), typed + " in " + columns);
    }

    @Test
    void theReferenceShowsThemAll() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            List<String> names =
                    files.map(each -> each.getFileName().toString()).sorted().toList();
            String shown = Files.readString(Path.of("web/reference/examples.js"));
            for (String name : names) {
                assertTrue(shown.contains("'" + name + "'"), name);
                assertEquals(
                        "text/plain; charset=utf-8",
                        running.get("/reference/examples/" + name)
                                .headers()
                                .firstValue("content-type")
                                .orElse(""));
            }
        }
    }
}
