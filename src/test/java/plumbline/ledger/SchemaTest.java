package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the two hand-written folders of `schema` together: SQLite's words, put into PostgreSQL's, are PostgreSQL's.
class SchemaTest {
    private static final Path SQLITE = Path.of("schema/sqlite");
    private static final Path POSTGRESQL = Path.of("schema/postgresql");

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX (\\w+)[^;]*");
    private static final Pattern TRIGGER =
            Pattern.compile("CREATE TRIGGER (\\w+) +BEFORE (?:UPDATE|DELETE)(?: OR TRUNCATE)?( ON \\w+)[^']*('[^']+')");

    @Test
    void bothFoldersHoldTheMigrationsTheProgramKnows() throws IOException {
        assertEquals(Migrator.MIGRATIONS, names(SQLITE));
        assertEquals(Migrator.MIGRATIONS, names(POSTGRESQL));
    }

    @Test
    void bothHaveTheSameTablesWithTheSameColumnsAndConstraints() throws IOException {
        assertEquals(all(SQLITE, TABLE, SchemaTest::translated), all(POSTGRESQL, TABLE, SchemaTest::withoutSpaces));
    }

    @Test
    void bothHaveTheSameIndexes() throws IOException {
        assertEquals(all(SQLITE, INDEX, SchemaTest::withoutSpaces), all(POSTGRESQL, INDEX, SchemaTest::withoutSpaces));
    }

    @Test
    void bothRefuseTheSameChangesInTheSameWords() throws IOException {
        assertEquals(all(SQLITE, TRIGGER, Function.identity()), all(POSTGRESQL, TRIGGER, Function.identity()));
    }

    @Test
    void whatSqliteExplainsPostgresqlExplainsInTheSameWords() throws IOException {
        List<String> explained = comments(SQLITE);
        assertEquals(
                explained,
                comments(POSTGRESQL).stream().filter(explained::contains).toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names(folder)) {
            text.append(Files.readString(folder.resolve(name)));
        }
        return text.toString();
    }

    /// Name → what stands in the last group, or the whole where there is but one.
    private static Map<String, String> all(Path folder, Pattern pattern, Function<String, String> words)
            throws IOException {
        Map<String, String> found = new TreeMap<>();
        pattern.matcher(text(folder)).results().forEach(each -> {
            String said = each.groupCount() == 1 ? each.group() : each.group(each.groupCount());
            found.put(each.group(1) + (each.groupCount() == 3 ? each.group(2) : ""), words.apply(said));
        });
        return found;
    }

    private static String translated(String columns) {
        return withoutSpaces(columns)
                .replaceAll("\\bINTEGER\\b", "BIGINT")
                .replaceAll("\\bTEXT\\b", "TEXT COLLATE \"C\"")
                .replaceAll("\\bBLOB\\b", "BYTEA");
    }

    private static String withoutSpaces(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static List<String> comments(Path folder) throws IOException {
        return text(folder).lines().filter(line -> line.startsWith("-- ")).toList();
    }
}
