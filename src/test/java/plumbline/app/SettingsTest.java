package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.read.sheet.Limits;

class SettingsTest {
    @Test
    void withoutVariablesTheDefaultsHold() {
        assertEquals(
                new Settings("plumbline.db", "127.0.0.1", 8080, 200, Limits.DEFAULT, ZoneId.of("Asia/Shanghai")),
                Settings.from(Map.of("PATH", "/bin")));
    }

    @Test
    void everyVariableIsTaken() {
        assertEquals(
                new Settings("a.db", "0.0.0.0", 0, 5, Limits.of(6, 7, 8, 9), ZoneId.of("UTC")),
                Settings.from(Map.of(
                        "PLUMBLINE_FILE_MB", "6",
                        "PLUMBLINE_UNPACKED_MB", "7",
                        "PLUMBLINE_CELLS", "8",
                        "PLUMBLINE_COLUMNS", "9",
                        "PLUMBLINE_DB", "a.db",
                        "PLUMBLINE_HOST", "0.0.0.0",
                        "PLUMBLINE_PORT", "0",
                        "PLUMBLINE_UPLOAD_MB", "5",
                        "PLUMBLINE_ZONE", "UTC",
                        "PLUMBLINE_JAVA_OPTS", "-Xmx1g")));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Settings.from(
                        Map.of("PLUMBLINE_PROT", "1", "PLUMBLINE_PORT", "99999", "PLUMBLINE_ZONE", "Moon/Crater")));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("PLUMBLINE_PROT is not a setting"), message);
        assertTrue(message.contains("found '99999'; accepted: a number from 0 to 65535"), message);
        assertTrue(message.contains("found 'Moon/Crater'"), message);
    }

    /// A refusal tells which setting would allow more.
    @Test
    void theSettingsThatRefusalsNameAreSettings() {
        for (String named :
                List.of(Limits.FILE_SETTING, Limits.UNPACKED_SETTING, Limits.CELLS_SETTING, Limits.COLUMNS_SETTING)) {
            assertEquals(named, Settings.Variable.valueOf(named).name());
        }
    }

    @Test
    void everyVariableHasItsLineInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Settings.Variable variable : Settings.Variable.values()) {
            String line =
                    "| `" + variable + "` | " + (variable.usual().isEmpty() ? "|" : "`" + variable.usual() + "` |");
            assertTrue(readme.contains(line), line);
        }
    }
}
