package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Knowledge flows one way; this reads the import lines and holds it.
class DependencyDirectionTest {
    private static final Path SOURCES = Path.of("src/main/java/plumbline");

    /// Which of our packages each may know, besides the vocabulary.
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("read", Set.of()),
            Map.entry("check", Set.of()),
            Map.entry("ledger", Set.of()),
            Map.entry("consolidate", Set.of()),
            Map.entry("analyse", Set.of()),
            Map.entry("write", Set.of("read")),
            Map.entry("extract", Set.of("read")),
            Map.entry("intake", Set.of("read", "check", "ledger")),
            Map.entry("serve", Set.of("intake", "ledger", "consolidate", "analyse", "write", "extract")),
            Map.entry(
                    "app",
                    Set.of(
                            "read",
                            "check",
                            "ledger",
                            "consolidate",
                            "analyse",
                            "intake",
                            "serve",
                            "write",
                            "extract")));

    /// Where a library may be used.
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.jooq", Set.of("ledger")),
            Map.entry("org.sqlite", Set.of("ledger")),
            Map.entry("org.postgresql", Set.of("ledger")),
            Map.entry("java.sql", Set.of("ledger", "extract")), // the engine that writes Parquet
            Map.entry("org.duckdb", Set.of()),
            Map.entry("io.vertx", Set.of("serve", "app")),
            Map.entry("io.netty", Set.of("serve", "app")),
            Map.entry("de.siegmar.fastcsv", Set.of("read")),
            Map.entry("org.apache.pdfbox", Set.of("read")),
            Map.entry("org.apache.poi", Set.of("read", "write")),
            Map.entry("org.jsoup", Set.of("read")),
            Map.entry("org.apache.commons.statistics", Set.of("analyse")),
            Map.entry("com.aayushatharva.brotli4j", Set.of("serve")),
            Map.entry("org.snakeyaml", Set.of("serve")),
            Map.entry("picocli", Set.of("app")));

    private record Import(String room, Path file, String name) {}

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        List<String> wrong = imports()
                .filter(each -> each.name().startsWith("plumbline."))
                .filter(each -> !mayKnow(each))
                .map(DependencyDirectionTest::line)
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyLibraryStaysInItsRoom() {
        List<String> wrong = imports()
                .filter(each -> LIBRARIES.entrySet().stream()
                        .anyMatch(library -> each.name().startsWith(library.getKey() + ".")
                                && !library.getValue().contains(each.room())))
                .map(DependencyDirectionTest::line)
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void theVocabularyAndThePureRoomsImportNothingButJavaAndStatistics() {
        List<String> wrong = imports()
                .filter(each -> Set.of("", "check", "consolidate", "analyse").contains(each.room()))
                .filter(each -> !each.name().startsWith("java.util.")
                        && !each.name().startsWith("java.time.")
                        && !each.name().startsWith("java.math.")
                        && !each.name().startsWith("org.jspecify.")
                        && !isDistribution(each)
                        && !each.name().startsWith("plumbline."))
                .map(DependencyDirectionTest::line)
                .toList();
        assertEquals(List.of(), wrong);
    }

    /// Functions of numbers without state, so a pure room stays pure with them.
    private static boolean isDistribution(Import each) {
        return each.room().equals("analyse") && each.name().startsWith("org.apache.commons.statistics.distribution.");
    }

    @Test
    void theReadmeListsTheSamePackages() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> rooms = new TreeSet<>(KNOWS.keySet());
        imports().map(Import::room).forEach(room -> assertTrue(rooms.contains(room), "a new package: " + room));
        rooms.remove("");
        for (String room : rooms) {
            assertTrue(readme.contains("plumbline." + room), "README does not list plumbline." + room);
        }
    }

    private static boolean mayKnow(Import each) {
        String rest = each.name().substring("plumbline.".length());
        String other = Character.isUpperCase(rest.charAt(0)) ? "" : rest.substring(0, rest.indexOf('.'));
        Set<String> known = KNOWS.get(each.room());
        return known != null && (other.isEmpty() || other.equals(each.room()) || known.contains(other));
    }

    private static String line(Import each) {
        return each.file() + " imports " + each.name();
    }

    private static Stream<Import> imports() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(DependencyDirectionTest::imports)
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Import> imports(Path file) {
        Path inside = SOURCES.relativize(file);
        String room = inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("import "))
                    .map(line -> line.substring(7).replaceFirst("^static ", "").replace(";", ""))
                    .map(name -> new Import(room, file, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
