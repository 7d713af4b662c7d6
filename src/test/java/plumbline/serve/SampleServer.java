package plumbline.serve;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own over the sample forms, for each class of tests that extends this.
abstract class SampleServer {
    static Running running;

    @BeforeAll
    static void start(@TempDir Path folder) {
        running = new Running(folder).withSamples();
    }

    @AfterAll
    static void stop() {
        running.close();
    }
}
