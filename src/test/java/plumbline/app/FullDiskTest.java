package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.intake.Delivery;

/// A disk or a database without room: the receipt says that nothing was stored, what is stored can still be read, and
/// the next import works, whole, on the same running server.
class FullDiskTest {
    private static final Delivery DEPARTMENTS =
            Program.file("departments.csv", "code,name_zh,parent\nB,某局,\nD1,办公室,B\n");
    private static final Delivery SMALL =
            Program.file("small.csv", "department,period,metric,value\nD1,2080-Q1,talk_integrity_persontimes,7\n");

    @TempDir
    Path folder;

    /// Forty years of months of one department in four metrics, with long notes.
    private static Delivery large(int from) {
        StringBuilder rows = new StringBuilder("department,period,metric,value,note\n");
        for (int year = from; year < from + 40; year++) {
            for (int month = 1; month <= 12; month++) {
                for (String metric : List.of(
                        "talk_integrity_persontimes", "cases_filed", "petitions_closed", "study_staff_sessions")) {
                    rows.append("D1,%d-%02d,%s,%d,%s\n"
                            .formatted(year, month, metric, month, "the same again ".repeat(10) + year));
                }
            }
        }
        return Program.file("large-%d.csv".formatted(from), rows.toString());
    }

    private static JsonObject receipt(JsonObject job) {
        return job.getJsonArray("receipts").getJsonObject(0);
    }

    private static void assertNotStored(JsonObject job) {
        assertEquals("failed", job.getString("status"), job::encode);
        assertEquals("not_stored", receipt(job).getString("outcome"), job::encode);
        assertEquals(null, receipt(job).getString("report"));
        assertEquals(0, receipt(job).getJsonObject("counts").getInteger("new"));
        JsonObject finding = receipt(job).getJsonArray("findings").getJsonObject(0);
        assertEquals("not_stored", finding.getString("rule"));
        assertTrue(finding.getString("found").contains("full"), finding::encode);
    }

    private static int figures(Program program) {
        return program.json("/extracts/count").getInteger("rows");
    }

    @Test
    void aDatabaseThatMayNotGrowRefusesHonestlyAndGoesOn() {
        String limited = "jdbc:sqlite:" + folder.resolve("plumbline.db") + "?max_page_count=150";
        try (Program program = new Program(limited, InstantSource.system())) {
            program.take(DEPARTMENTS);
            for (int i = 0; i < 3; i++) {
                assertNotStored(program.upload("", large(1990)));
                assertEquals(0, figures(program));
                assertEquals(200, program.get("/api/v1/catalog").statusCode());
            }
            program.take(SMALL);
            assertEquals(1, figures(program));
            assertNotStored(program.upload("", large(1990)));
            assertEquals(1, figures(program));
        }
        assertEquals(0, Shell.run("verify", "--db", limited).code());
    }

    @Test
    void theCommandLineSaysSoToo() throws IOException {
        String limited = "jdbc:sqlite:" + folder.resolve("plumbline.db") + "?max_page_count=150";
        Path departments = Files.write(folder.resolve("departments.csv"), DEPARTMENTS.bytes());
        Path large = Files.write(folder.resolve("large.csv"), large(1990).bytes());
        Path small = Files.write(folder.resolve("small.csv"), SMALL.bytes());
        Shell.Ended ended = Shell.run("import", "--db", limited, departments, large, small);
        assertEquals(1, ended.code());
        assertTrue(ended.out().contains("large.csv: not_stored; new 0, changed 0, same 0, refused 0"), ended.out());
        assertTrue(ended.out().contains("small.csv: accepted; report R0002;"), ended.out());
        assertTrue(ended.err().contains("large.csv:1:1: found 'nothing was recorded: "), ended.err());
    }

    @Test
    void aDiskThatIsFullAndThenIsNot() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=1200k", "plumbline", disk.toString()),
                "no small disk can be mounted here (that needs root on Linux): the full disk is not tried");
        try (Program program = new Program(disk.resolve("plumbline.db").toString(), InstantSource.system())) {
            program.take(DEPARTMENTS);
            assertNotStored(program.upload("", large(1990)));
            assertEquals(0, figures(program));
            program.take(SMALL);
            assertNotStored(program.upload("", large(2030)));
            assertEquals(1, figures(program));
            assertTrue(runs("mount", "-o", "remount,size=60m", disk.toString()));
            program.take(large(1990));
            program.take(large(2030));
            assertEquals(1 + 2 * 40 * 12 * 4, figures(program));
            assertEquals(0, program.house.ledger().rebuild().different());
        } finally {
            assertTrue(runs("umount", disk.toString()));
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
