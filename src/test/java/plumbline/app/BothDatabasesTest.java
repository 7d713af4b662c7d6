package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import plumbline.Catalog;
import plumbline.Postgresql;
import plumbline.Vintage;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.ledger.Ledger;
import plumbline.serve.Extracts;

/// The demonstration data, taken in by both databases at the same instants, is the same to the last byte.
class BothDatabasesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final List<String> TABLES = List.of(
            "import",
            "seal",
            "seal_part",
            "report",
            "report_content",
            "metric",
            "category",
            "department",
            "department_version",
            "reorganisation",
            "deadline",
            "submission",
            "figure",
            "series_year",
            "holder",
            "metric_period");

    @TempDir
    private static Path folder;

    private static String sqlite;
    private static String postgresql;
    private static House inSqlite;
    private static House inPostgresql;

    @BeforeAll
    static void takeIn() {
        postgresql = Postgresql.fresh();
        sqlite = "jdbc:sqlite:" + folder.resolve("demo.db");
        inSqlite = house(sqlite);
        inPostgresql = house(postgresql);
    }

    private static House house(String database) {
        Catalog catalog = House.shippedCatalog();
        Ledger ledger = Ledger.open(database, catalog, new Consolidation(), InstantSource.fixed(NOW));
        House house = new House(catalog, ledger, new Intake(catalog, ledger));
        Demo.fill(house);
        return house;
    }

    @AfterAll
    static void close() {
        if (inPostgresql != null) {
            inSqlite.close();
            inPostgresql.close();
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void everyRowIsTheSame(String table) throws SQLException {
        List<String> rows = rows(sqlite, table);
        assertTrue(rows.size() > 1 || table.equals("reorganisation"), table + " holds " + rows.size());
        assertEquals(rows, rows(postgresql, table));
    }

    /// Every row of the table, sorted.
    static List<String> rows(String database, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder cells = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    Object cell = row.getObject(i);
                    cells.append(row.getMetaData().getColumnName(i)).append('=');
                    cells.append(cell instanceof byte[] bytes ? Arrays.hashCode(bytes) : cell)
                            .append('\t');
                }
                rows.add(cells.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    @Test
    void extractsAreTheSameToTheByte() throws IOException {
        byte[] figures = figures(inSqlite);
        byte[] cells = cells(inSqlite);
        assertTrue(figures.length > 10_000 && cells.length > 10_000, figures.length + ", " + cells.length);
        assertArrayEquals(figures, figures(inPostgresql));
        assertArrayEquals(cells, cells(inPostgresql));
    }

    private static Extracts extracts(House house) {
        return new Extracts(house.catalog(), house.ledger(), InstantSource.fixed(NOW), ZONE);
    }

    private static byte[] figures(House house) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extracts(house).figures(Map.of(), Extracts.Style.PLAIN, out);
        return out.toByteArray();
    }

    private static byte[] cells(House house) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extracts(house).cells(Map.of(), out);
        return out.toByteArray();
    }

    @Test
    void whatIsKnownIsTheSame() {
        assertEquals(known(inSqlite), known(inPostgresql));
    }

    private static List<Object> known(House house) {
        Ledger ledger = house.ledger();
        Vintage newest = ledger.newest();
        Vintage before = new Vintage(newest.importNumber() - 1, newest.sealedAt(), newest.seal());
        return Stream.of(newest, before)
                .<Object>map(vintage -> List.of(
                        vintage,
                        ledger.departments(vintage).all(),
                        ledger.deadlines(vintage),
                        ledger.extent().holders(vintage),
                        ledger.extent().lengths(vintage),
                        ledger.extent().periods(vintage),
                        ledger.reports(vintage),
                        Samples.counted(ledger, vintage, false)))
                .toList();
    }

    @Test
    void theCommandsTakeTheUrlOfADatabase(@TempDir Path other) throws IOException {
        Shell shell = new Shell(other);
        String url = Postgresql.fresh();
        Path departments = shell.write("departments.csv", Shell.DEPARTMENTS);
        Path figures = shell.write("figures.csv", Shell.FIGURES);
        shell.write("report.txt", Shell.TEXT);
        assertEquals(0, Shell.run("import", "--db", url, departments, figures).code());
        assertEquals(0, Shell.run("rebuild", "--db", url).code());
        assertEquals(0, shell.take(departments, figures).code());
        String extract = Shell.run("extract", "--db", url, "--level", "cells").out();
        assertTrue(extract.contains(",60,61,69,at_least,"), extract);
        assertEquals(
                Shell.run("extract", "--db", shell.database(), "--level", "cells")
                        .out(),
                extract);
    }

    @Test
    void rebuildingBothChangesNothing() {
        assertEquals(0, inSqlite.ledger().rebuild().different());
        assertEquals(inSqlite.ledger().rebuild(), inPostgresql.ledger().rebuild());
    }
}
