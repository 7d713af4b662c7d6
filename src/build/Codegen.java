import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Writes `plumbline.ledger.generated` from the SQLite migrations: `Codegen <migrations> <output>`.
///
/// The tables are read from a real, migrated file and not by jOOQ's own SQL parser, which drops STRICT and WITHOUT
/// ROWID without a word.
class Codegen {
    static void main(String[] args) throws Exception {
        Path output = Path.of(args[1]);
        List<Path> migrations = migrations(Path.of(args[0]));
        Path stamp = output.resolve(".stamp");
        String now = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            return;
        }
        Files.createDirectories(output);
        Path database = output.resolveSibling("codegen.db");
        migrate(database, migrations);
        generate(database, output);
        Files.writeString(stamp, now);
    }

    static List<Path> migrations(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /// Changes with the migrations, with this file and with jOOQ.
    static String digest(List<Path> migrations) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(Path.of("src/build/Codegen.java")));
        for (Path migration : migrations) {
            sha.update(migration.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(migration));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static void migrate(Path database, List<Path> migrations) throws Exception {
        Files.deleteIfExists(database);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            for (Path migration : migrations) {
                try {
                    statement.executeUpdate(Files.readString(migration));
                } catch (SQLException refused) {
                    throw new IllegalStateException(migration + ": " + refused.getMessage(), refused);
                }
            }
        }
    }

    static void generate(Path database, Path output) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl("jdbc:sqlite:" + database))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                .withExcludes("sqlite_.*")
                                // Left alone, whole numbers become Integer and real numbers Float: amounts would be
                                // cut.
                                .withForcedTypes(
                                        new ForcedType().withName("BIGINT").withIncludeTypes("(?i:int(eger)?)"),
                                        new ForcedType().withName("DOUBLE").withIncludeTypes("(?i:real)")))
                        // Tables and columns only; what comes out of a query becomes one of our own records.
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withRelations(false)
                                .withIndexes(false)
                                .withComments(false)
                                .withGeneratedAnnotation(false)
                                .withJavaTimeTypes(true))
                        .withTarget(new Target()
                                .withPackageName("plumbline.ledger.generated")
                                .withDirectory(output.toString()))));
    }
}
