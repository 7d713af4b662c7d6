package plumbline.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--db DATABASE`, shared by all commands that have to do with a ledger.
final class DatabaseOption {
    @Option(
            names = "--db",
            paramLabel = "DATABASE",
            description = "A SQLite file, made if it does not exist, or jdbc:postgresql://HOST/DATABASE?user=…"
                    + " (default: $PLUMBLINE_DB or plumbline.db).")
    @Nullable
    String text;

    /// What was given on the command line.
    Optional<String> given() {
        return Optional.ofNullable(text);
    }

    /// What was given, or else the setting.
    String orSetting() {
        return given().orElseGet(() -> Settings.from(System.getenv()).database());
    }
}
