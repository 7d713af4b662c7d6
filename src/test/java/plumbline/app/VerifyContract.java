package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.Period;
import plumbline.Target;
import plumbline.Verdict;
import plumbline.intake.Judgement;
import plumbline.intake.Judging;
import plumbline.ledger.Decisions;

/// Somebody opens the database with a tool of its own, takes the guards off and changes something; `verify` says where.
abstract class VerifyContract {
    /// What is done to the ledger, and the place that must be named.
    record Tampering(String place, String statement) {
        @Override
        public String toString() {
            return statement;
        }
    }

    private static final List<Tampering> TAMPERINGS = List.of(
            // values and words
            at("import 4 (figures.csv), figure id=2", "UPDATE figure SET value = 6, upper = 6, lower = 6 WHERE id = 2"),
            at("import 4 (figures.csv), figure id=1", "UPDATE figure SET wording = '60多' WHERE id = 1"),
            at("import 4 (figures.csv), figure id=3", "UPDATE figure SET note = 'seen' WHERE id = 3"),
            at("import 5 (correction.csv), figure id=7", "UPDATE figure SET review = 1 WHERE id = 7"),
            at("import 6 (taken-back.csv), figure id=8", "UPDATE figure SET state = 8 WHERE id = 8"),
            at(
                    "import 4 (figures.csv), figure: found '3 rows, then id=4, import_id=5'",
                    "UPDATE figure SET import_id = 5 WHERE id = 4"),
            // rows that come, go and change places
            at("import 4 (figures.csv), figure id=3", "DELETE FROM figure WHERE id = 2"),
            at("import 6 (taken-back.csv), figure", "DELETE FROM figure WHERE id = 8"),
            at(
                    "import 4 (figures.csv), figure id=2",
                    "UPDATE figure SET id = -id WHERE id IN (2, 3);" + " UPDATE figure SET id = 5 + id WHERE id < 0"),
            at("import 4 (figures.csv), figure id=10", """
                INSERT INTO figure
                SELECT 10, 4, metric_id, department_id, category_id, 20230103, basis, scope, 0, 0, 1, state, value,
                       lower, upper, wording, review, note, report_id, sheet, line, "column", NULL, NULL, NULL, NULL
                FROM figure WHERE id = 2\
                """),
            at("import 4 (figures.csv), submission department_id=2", "DELETE FROM submission WHERE span = 20220103"),
            at("import 4 (figures.csv), submission", "INSERT INTO submission VALUES (2, 20290103, 4)"),
            // the organisation and the calendar
            at("import 1 (departments.csv), department id=2", "UPDATE department SET code = 'D9' WHERE id = 2"),
            at("import 1 (departments.csv), department_version", "UPDATE department_version SET name_zh = '处'"),
            at("import 2 (reorganisations.csv), reorganisation id=1", "UPDATE reorganisation SET day = '2020-01-01'"),
            at(
                    "import 3 (calendar.csv), deadline department_id=2, span=20220103",
                    "UPDATE deadline SET due = '2030-01-01'"),
            // what the numbers stand for
            at("import 3 (calendar.csv), metric id=", """
                UPDATE metric SET code = 'x'
                WHERE code = 'talk_integrity_persontimes'\
                """),
            at("import 4 (figures.csv), category id=", """
                UPDATE category SET code = 'x'
                WHERE id = (SELECT max(category_id) FROM figure)\
                """),
            // reports
            at(
                    "import 4 (figures.csv), report_content",
                    "UPDATE report_content SET bytes = (SELECT bytes FROM"
                            + " report_content WHERE report_id = 5) WHERE report_id = 4"),
            at("import 4 (figures.csv), report_content", "DELETE FROM report_content WHERE report_id = 4"),
            at("import 4 (renamed.csv), report id=4", "UPDATE report SET name = 'renamed.csv' WHERE id = 4"),
            at("import 4 (figures.csv), report", "UPDATE report SET period = '2022' WHERE id = 4"),
            at("import 4 (figures.csv), report", "UPDATE report SET size = size + 1 WHERE id = 4"),
            at("import 4 (no report), report", "DELETE FROM report WHERE id = 4"),
            // imports and seals
            at("import 5 (correction.csv), import id=5", "UPDATE import SET reason = 'other' WHERE id = 5"),
            at("import 5 (correction.csv), import id=5", "UPDATE import SET actor = 'other' WHERE id = 5"),
            at("import 5 (correction.csv), import", "DELETE FROM import WHERE id = 5"),
            at("import 2 (reorganisations.csv), seal:", "DELETE FROM seal WHERE import_id = 2"),
            at("import 2 (reorganisations.csv), seal:", "UPDATE seal SET sha256 = 'x' WHERE import_id = 2"),
            at("import 2 (reorganisations.csv), seal:", "UPDATE seal SET same = 9 WHERE import_id = 2"),
            at(
                    "import 6 (taken-back.csv), seal: found '2020",
                    "UPDATE seal SET sealed_at = '2020' WHERE import_id = 6"),
            at("import 2 (reorganisations.csv), seal:", "UPDATE seal_part SET row_count = 9 WHERE import_id = 2"),
            at("import 2 (reorganisations.csv), seal_part:", "DELETE FROM seal_part WHERE import_id = 2"),
            at("import 13 (no report), seal: found 'nothing'", "INSERT INTO import VALUES (13, 'me', 'add', NULL)"),
            // texts, what was seen in them, and what people said of it
            at("import 7 (text.txt), report_text", "UPDATE report_text SET text = 'x'"),
            at("import 7 (text.txt), proposal id=1", "UPDATE proposal SET value = 44 WHERE id = 1"),
            at("import 7 (text.txt), proposal id=1", "UPDATE proposal SET flags = 'x' WHERE id = 1"),
            at("import 8 (text.txt), attribution", "UPDATE attribution SET period = '2023'"),
            at("import 9 (text.txt), verdict id=1", "UPDATE verdict SET kind = 2 WHERE id = 1"),
            at("import 9 (text.txt), verdict", "DELETE FROM verdict WHERE id = 1"),
            at("import 9 (departments.csv), review", "UPDATE review SET report_id = 1 WHERE import_id = 9"),
            at("import 9 (text.txt), own_term id=1", "UPDATE own_term SET metric = 'talk_meetings' WHERE id = 1"),
            // what people decided
            at("import 10 (no report), target id=1", "UPDATE target SET at_least = 1 WHERE id = 1"),
            at("import 10 (no report), target", "DELETE FROM target WHERE id = 1"),
            at("import 11 (no report), phase id=1", "UPDATE phase SET period = '2023-Q1' WHERE id = 1"),
            at("import 12 (no report), dismissal id=1", "UPDATE dismissal SET stands = 0 WHERE id = 1"),
            at("import 12 (no report), import id=12", "UPDATE import SET reason = 'other' WHERE id = 12"),
            // cells
            at("cells metric_id=", "UPDATE series_year SET cells = figures WHERE year = 2022"),
            at("cells metric_id=", "UPDATE series_year SET figures = cells WHERE year = 2022"),
            at("cells metric_id=", "DELETE FROM series_year WHERE year = 2022"),
            at("cells metric_id=", "UPDATE series_year SET year = 2021 WHERE year = 2022"),
            // who stated what, of when
            at("holder metric_id=", "UPDATE holder SET import_id = import_id + 1"),
            at("holder metric_id=", "DELETE FROM holder"),
            at("metric_period metric_id=", "UPDATE metric_period SET span = span + 1"),
            at(
                    "metric_period metric_id=",
                    "DELETE FROM metric_period WHERE span = (SELECT MAX(span) FROM metric_period)"));

    @TempDir
    Path folder;

    private static Tampering at(String place, String statement) {
        return new Tampering(place, statement);
    }

    static List<Tampering> tamperings() {
        return TAMPERINGS;
    }

    /// A database that holds the ledger of [#takeIn], for this test alone.
    abstract String ledger() throws IOException;

    /// The statements that take the guards off.
    abstract List<String> unguard(Connection connection) throws SQLException;

    static void takeIn(Path folder, String database) throws IOException {
        Shell shell = new Shell(folder);
        Path figures = shell.write("figures.csv", """
            department,period,metric,category,value,unit,basis,note
            D1,2022-Q1,talk_integrity_persontimes,,60余,人次,,
            D1,2022-Q2,talk_integrity_persontimes,,7,人次,,a\tb
            D1,2022-Q3,talk_integrity_persontimes,,*,人次,,
            D2,2022-Q1,talk_integrity_persontimes,,无,人次,,
            D2,2022,talk_integrity_persontimes,,9,人次,,
            D1,2022-Q1,discipline_party_persons,warning,5,人,,
            """);
        take(database, shell.write("departments.csv", Shell.DEPARTMENTS + "D2,财务处,Finance,B\n"));
        take(database, shell.write("reorganisations.csv", "date,kind,from,to\n2023-01-01,merged,D2,D1\n"));
        take(database, shell.write("calendar.csv", """
            metric,department,period,due
            talk_integrity_persontimes,D1,2022-Q1,2022-04-15
            """));
        take(database, figures);
        Path correction = shell.write("correction.csv", """
            department,period,metric,value
            D1,2022-Q2,talk_integrity_persontimes,8
            """);
        take(database, "--mode", "correct", "--reason", "miscounted", correction);
        Path takenBack = shell.write("taken-back.csv", """
            department,period,metric,value
            D2,2022,talk_integrity_persontimes,9
            """);
        take(database, "--mode", "withdraw", "--reason", "not theirs", takenBack);
        take(database, shell.write("text.txt", "工作报告\n撰写心得体会43篇。\n"));
        try (House house = House.open(database)) {
            Judging judging = house.intake().desk().judging();
            judging.attribute(7, "D1", "2022-Q4", "clerk");
            judging.judge(
                    7,
                    new Judgement(
                            1,
                            Verdict.Kind.CONFIRM,
                            Map.of(),
                            Optional.of("心得"),
                            Optional.empty(),
                            "clerk",
                            Optional.of("as written"),
                            Optional.empty()));
            Decisions decisions = house.ledger().decisions();
            Decisions.By head = new Decisions.By("head", "rule of 2022");
            Period second = Period.parse("2022-Q2");
            decisions.set(new Target("talk_integrity_persontimes", "D1", second, 8, "rule 3"), head);
            decisions.phase("talk_integrity_persontimes", "D1", Optional.empty(), second, true, head);
            decisions.dismiss("identical_to_last D1 talk_integrity_persontimes", true, head);
        }
    }

    private static void take(String database, Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "import";
        all[1] = "--db";
        all[2] = database;
        System.arraycopy(words, 0, all, 3, words.length);
        Shell.Ended done = Shell.run(all);
        assertEquals(0, done.code(), done.err());
    }

    /// What `verify` says after the statement.
    Shell.Ended after(String ledger, String statement, List<String> before) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger);
                Statement tool = connection.createStatement()) {
            for (String each : before) {
                tool.execute(each);
            }
            for (String each : statement.split(";", -1)) {
                assertTrue(tool.executeUpdate(each) > 0, "nothing was tampered with");
            }
        }
        return Shell.run("verify", "--db", ledger);
    }

    @Test
    void aLedgerNobodyTouchedIsSound() throws IOException {
        Shell.Ended sound = Shell.run("verify", "--db", ledger());
        assertEquals(0, sound.code(), sound.err());
        assertTrue(
                sound.out().matches("sound: 12 imports, 9 figures, \\d+ cells; last seal [0-9a-f]{64}; [0-9.]+ s\\R"),
                sound.out());
    }

    /// What was stored of series and years before is not read any more, but worked out from the figures.
    @Test
    void aLedgerOfAnEarlierVersionIsBroughtUpToDate() throws IOException, SQLException {
        String ledger = ledger();
        try (Connection connection = DriverManager.getConnection(ledger);
                Statement earlier = connection.createStatement()) {
            earlier.executeUpdate("DROP TABLE series_year");
            earlier.executeUpdate("DROP TABLE holder");
            earlier.executeUpdate("DROP TABLE metric_period");
            earlier.executeUpdate("CREATE TABLE cell (metric_id BIGINT)");
            assertEquals(
                    3,
                    earlier.executeUpdate("DELETE FROM migration WHERE name IN ('0004-cells-by-year.sql',"
                            + " '0005-series-by-year.sql', '0010-extent.sql')"));
        }
        Shell.Ended rebuilt = Shell.run("rebuild", "--db", ledger);
        assertEquals(0, rebuilt.code(), "opening did not work the cells out: " + rebuilt.out() + rebuilt.err());
        Shell.Ended sound = Shell.run("verify", "--db", ledger);
        assertEquals(0, sound.code(), sound.err());
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void whatWasTamperedWithIsNamed(Tampering tampering) throws IOException, SQLException {
        String ledger = ledger();
        Shell.Ended found;
        try (Connection connection = DriverManager.getConnection(ledger)) {
            found = after(ledger, tampering.statement(), unguard(connection));
        }
        assertEquals(1, found.code(), found.out());
        assertTrue(found.err().startsWith(tampering.place()), found.err());
        assertTrue(found.err().matches("(?s)[^\\n]+: found '.*'; accepted: .+\\R"), found.err());
        assertEquals(1, found.err().lines().count(), found.err());
        assertTrue(found.out().startsWith("not sound; " + before(tampering) + " imports before"), found.out());
    }

    private static String before(Tampering tampering) {
        String place = tampering.place();
        return place.contains("metric_id=") ? "12" : String.valueOf(Integer.parseInt(place.split(" ", -1)[1]) - 1);
    }
}
