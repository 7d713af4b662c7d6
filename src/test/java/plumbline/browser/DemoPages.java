package plumbline.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Chromium;
import plumbline.app.RunningDemo;

/// A browser and a server of its own, filled with the demonstration data, for each class of tests that extends this.
abstract class DemoPages {
    static Chromium chromium;
    static RunningDemo demo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        chromium = Chromium.open();
        demo = RunningDemo.filled(folder);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            demo.close();
        }
    }
}
