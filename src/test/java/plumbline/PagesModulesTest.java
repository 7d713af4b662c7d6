package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tests of the front end's own modules, which run in Node.js.
class PagesModulesTest {
    private static final Path TESTS = Path.of("web/test");

    @Test
    void theModulesOfThePagesPassTheirTests() throws IOException, InterruptedException {
        List<String> tests;
        try (Stream<Path> files = Files.list(TESTS)) {
            tests = files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
        assertFalse(tests.isEmpty());
        List<String> command = Stream.concat(Stream.of(Chromium.node().toString(), "--test"), tests.stream())
                .toList();
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, node.waitFor(), said);
    }
}
