package plumbline.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.Refusal;

/// `--db DATABASE`, shared by all commands that have to do with a ledger.
final class DatabaseOption {
    private static final String SQLITE = "jdbc:sqlite:";

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

    /// As [#orSetting], for commands that read: a file that does not exist is a slip of the pen and not an empty
    /// ledger.
    ///
    /// @throws Refusal if there is no such file
    String existing() {
        String database = orSetting();
        String file = database.startsWith(SQLITE)
                ? database.substring(SQLITE.length()).split("\\?", 2)[0]
                : database;
        if (!file.startsWith("jdbc:") && Files.notExists(Path.of(file))) {
            throw Refusal.notFound("--db", database, "a database that exists; import and serve make a new one");
        }
        return database;
    }

    /// What was given, or else the setting.
    String orSetting() {
        return given().orElseGet(() -> Settings.from(System.getenv()).database());
    }
}
