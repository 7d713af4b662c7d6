package plumbline.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--db FILE`, shared by all commands that have to do with a ledger.
final class DatabaseOption {
    @Option(
            names = "--db",
            paramLabel = "FILE",
            description = "The database, a SQLite file; made if it does not exist (default: $PLUMBLINE_DB or"
                    + " plumbline.db).")
    @Nullable
    String given;

    /// What was given on the command line.
    Optional<Path> file() {
        return Optional.ofNullable(given).map(DatabaseOption::path);
    }

    /// What was given, or else the setting.
    Path orSetting() {
        return file().orElseGet(() -> Settings.from(System.getenv()).database());
    }

    private static Path path(String text) {
        String file = text.startsWith("jdbc:sqlite:") ? text.substring("jdbc:sqlite:".length()) : text;
        if (file.startsWith("jdbc:") || file.isBlank()) {
            throw new IllegalArgumentException("--db: found '" + text + "'; accepted: a file name or jdbc:sqlite:FILE");
        }
        return Path.of(file);
    }
}
