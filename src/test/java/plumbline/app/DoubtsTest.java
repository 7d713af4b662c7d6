package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.intake.Delivery;

/// What is worth a second look in a file, told on its way in: in a preview, in its receipt, on the command line.
class DoubtsTest {
    private static final String HEAD = "department,period,metric,value\n";
    private static final String TALKS = "talk_integrity_persontimes";

    /// Eight quarters around 48.
    private static final String PAST = HEAD
            + IntStream.range(0, 8)
                    .mapToObj(i -> "D1,%d-Q%d,%s,%d%n"
                            .formatted(
                                    2020 + i / 4,
                                    i % 4 + 1,
                                    TALKS,
                                    List.of(45, 48, 52, 47, 51, 49, 46, 50).get(i)))
                    .collect(Collectors.joining());

    private static final String NEWS = HEAD + "D1,2022-Q1," + TALKS + ",480\nD1,2022-Q1,study_seminars,6\n";

    @TempDir
    Path folder;

    @Test
    void theCommandLineAsksInAPreviewAndInEarnestAndTakesTheFileAllTheSame() throws IOException {
        Shell shell = new Shell(folder);
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS), shell.write("past.csv", PAST));
        Path news = shell.write("news.csv", NEWS);
        Shell.Ended tried = shell.take("--dry-run", news);
        assertEquals(0, tried.code());
        assertEquals(
                "news.csv:2:4: question: D1 talk_integrity_persontimes 2022-Q1: is the unit or the number of digits of"
                        + " 480 right? 48 would be like the 8 values before it\n",
                tried.err());
        Shell.Ended done = shell.take(news);
        assertEquals(0, done.code());
        assertEquals(tried.err(), done.err());
        assertEquals(2 + 8 + 1, shell.held().size(), shell.held()::toString);
    }

    @Test
    void eachKindOfQuestionIsAskedInWordsWithItsFigures() throws IOException {
        Shell shell = new Shell(folder);
        shell.take(
                shell.write("departments.csv", Shell.DEPARTMENTS),
                shell.write("past.csv", PAST),
                shell.write(
                        "targets.csv",
                        "metric,department,period,at_least,source\nstudy_seminars,D1,2022-H1,20,Rule 7\n"));
        String heaped = IntStream.range(0, 10)
                .mapToObj(i -> "D1,%d-Q%d,study_warning_education_persontimes,%d%n"
                        .formatted(
                                2019 + i / 4,
                                i % 4 + 1,
                                List.of(40, 55, 30, 65, 45, 60, 35, 50, 70, 25).get(i)))
                .collect(Collectors.joining());
        Shell.Ended done = shell.take(shell.write("news.csv", HEAD + """
            D1,2022-Q1,talk_integrity_persontimes,50
            D1,2022-Q2,talk_integrity_persontimes,140
            D1,2022-Q1,study_seminars,9
            D1,2022-Q2,study_seminars,11
            """ + heaped), shell.write("to-date.csv", """
                department,period,metric,value,basis
                D1,2022-Q1,petitions_received,30,to_date
                D1,2022-Q3,petitions_received,28,to_date
                """));
        assertEquals(0, done.code(), done.err());
        assertEquals(
                List.of(
                        "news.csv:3:4: question: D1 talk_integrity_persontimes 2022-Q2: is 140 right? the 9 values"
                                + " before it lie around 49",
                        "news.csv:5:4: question: D1 study_seminars 2022-Q2: is it so that 9 + 11 is just the standard"
                                + " of 20?",
                        "news.csv:15:4: question: D1 study_warning_education_persontimes 2021-Q2: were these counted or"
                                + " estimated? 10 of 10 numbers end in 0 or 5, where a fifth would be usual",
                        "news.csv:2:4: question: D1 talk_integrity_persontimes 2022-Q1: is 50 right? it is what was"
                                + " stated for 2021-Q4, too",
                        "to-date.csv:3:4: question: D1 petitions_received 2022-09: is 28 since January right? it was"
                                + " 30 by the end of 2022-Q1"),
                done.err().lines().filter(line -> line.contains(" question: ")).toList());
        for (String word : List.of("wrong", "error", "false", "must", "suspicious")) {
            assertFalse(done.err().contains(word), done.err());
        }
    }

    @Test
    void aTextSaysHowManyProposalsWaitAtTheDesk() throws IOException {
        Shell shell = new Shell(folder);
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Shell.Ended done = shell.take(shell.write("report.txt", "办公室2022年上半年工作总结\n上半年，开展廉政谈话12人次，组织警示教育3次。\n"));
        assertEquals(0, done.code(), done.err());
        assertTrue(done.out().contains("\nreport.txt: 2 proposals wait at the desk\n"), done.out());
    }

    private static List<String> asked(JsonObject receipt) {
        return Program.objects(receipt.getJsonObject("doubts").getJsonArray("questions")).stream()
                .map(each -> each.getString("place") + " " + each.getString("id"))
                .toList();
    }

    private static JsonObject receipt(JsonObject job, int file) {
        return job.getJsonArray("receipts").getJsonObject(file);
    }

    @Test
    void theReceiptKeepsWhatThePreviewAskedAndFilesOfOneOrderKnowOfEachOther() {
        try (Program program = new Program(folder)) {
            program.take(Program.file("departments.csv", Shell.DEPARTMENTS));
            Delivery[] files = {Program.file("news.csv", NEWS), Program.file("past.csv", PAST)};
            JsonObject previewed = program.upload("?dry_run=true", files);
            List<String> expected = List.of("2:4 unit_slip D1 talk_integrity_persontimes - own 20220103=480");
            assertEquals(expected, asked(receipt(previewed, 0)));
            assertEquals(List.of(), asked(receipt(previewed, 1)));
            JsonObject stored = program.upload("?previewed=" + previewed.getString("preview"), files);
            assertEquals("done", stored.getString("status"), stored::encodePrettily);
            assertEquals(expected, asked(receipt(stored, 0)));
            JsonObject doubts = receipt(stored, 0).getJsonObject("doubts");
            assertEquals(
                    List.of(1, 2, 2),
                    List.of(doubts.getInteger("count"), doubts.getInteger("looked"), doubts.getInteger("brought")));
            assertEquals(stored, program.json("/api/v1/imports/" + stored.getString("id")));
            // the same file again is told what it was told then
            JsonObject again = receipt(program.upload("", files), 0);
            assertEquals("already_imported", again.getString("outcome"));
            assertEquals(doubts, again.getJsonObject("doubts"));
            // and they are those of the page
            assertEquals(
                    expected.getFirst().substring(4),
                    program.json("/api/v1/questions?department=D1&period=2022-Q1")
                            .getJsonArray("questions")
                            .getJsonObject(0)
                            .getString("id"));
        }
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainAndWhatIsRefusedRaisesNothing() {
        try (Program program = new Program(folder)) {
            program.take(Program.file("departments.csv", Shell.DEPARTMENTS), Program.file("past.csv", PAST));
            Delivery news = Program.file("news.csv", NEWS);
            JsonObject faulty = program.upload("", Program.file("faulty.csv", NEWS + "D9,2022-Q1," + TALKS + ",5\n"));
            assertEquals("refused", faulty.getString("status"));
            assertEquals(List.of(), asked(receipt(faulty, 0)));
            JsonObject asked = receipt(program.upload("?dry_run=true", news), 0);
            assertEquals(
                    200,
                    program.post(
                                    "/api/v1/dismissals",
                                    new JsonObject()
                                            .put(
                                                    "question",
                                                    asked(asked).getFirst().substring(4))
                                            .put("actor", "科员")
                                            .put("reason", "全市大会")
                                            .encode())
                            .statusCode());
            assertEquals(List.of(), asked(receipt(program.upload("", news), 0)));
            // another number is another question
            String other = HEAD + "D1,2022-Q1," + TALKS + ",490\n";
            JsonObject corrected =
                    program.upload("?mode=correct&reason=" + Program.escaped("重数"), Program.file("other.csv", other));
            assertEquals(1, asked(receipt(corrected, 0)).size(), corrected::encodePrettily);
        }
    }

    @Test
    void anOutdatedPreviewAsksAboutTheFileAsItIsNow() {
        try (Program program = new Program(folder)) {
            program.take(Program.file("departments.csv", Shell.DEPARTMENTS), Program.file("past.csv", PAST));
            String preview = program.upload(
                            "?dry_run=true", Program.file("news.csv", HEAD + "D1,2022-Q1," + TALKS + ",48\n"))
                    .getString("preview");
            JsonObject outdated = program.upload("?previewed=" + preview, Program.file("news.csv", NEWS));
            assertEquals("preview_outdated", receipt(outdated, 0).getString("outcome"));
            assertEquals(1, asked(receipt(outdated, 0)).size(), outdated::encodePrettily);
            JsonObject stored =
                    program.upload("?previewed=" + outdated.getString("preview"), Program.file("news.csv", NEWS));
            assertEquals("done", stored.getString("status"), stored::encodePrettily);
        }
    }

    @Test
    void ofManyTheFirstAreListedTheMostTellingBeforeTheOthers() {
        try (Program program = new Program(folder)) {
            String departments = IntStream.range(0, 60)
                    .mapToObj("T%02d,处%<d,Office %<d,B%n"::formatted)
                    .collect(Collectors.joining());
            StringBuilder past = new StringBuilder(HEAD);
            StringBuilder news = new StringBuilder(HEAD);
            for (int i = 0; i < 60; i++) {
                for (int q = 1; q <= 4; q++) {
                    past.append("T%02d,2021-Q%d,%s,%d%n".formatted(i, q, TALKS, 46 + q));
                }
                news.append("T%02d,2022-Q1,%s,%s%n".formatted(i, TALKS, i == 59 ? "500" : "50"));
            }
            program.take(
                    Program.file("departments.csv", Shell.DEPARTMENTS + departments),
                    Program.file("past.csv", past.toString()));
            JsonObject doubts = receipt(program.upload("", Program.file("news.csv", news.toString())), 0)
                    .getJsonObject("doubts");
            assertEquals(60, doubts.getInteger("count"));
            assertEquals(50, doubts.getJsonArray("questions").size());
            assertEquals(
                    "unit_slip",
                    doubts.getJsonArray("questions").getJsonObject(0).getString("kind"));
        }
    }
}
