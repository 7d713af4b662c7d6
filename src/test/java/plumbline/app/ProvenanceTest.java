package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A figure leads to the text it was read from, whatever else goes by that name.
class ProvenanceTest {
    @TempDir
    Path folder;

    @Test
    void aFigureStaysWithItsTextThoughALaterOneHasTheSameName() {
        try (Program program = new Program(folder)) {
            String first =
                    program.take(Samples.DEPARTMENTS, Samples.TEXT).getLast().getString("report");
            program.take(Program.file(Samples.TEXT.name(), "一季度报告（修订），没有数字。\n"));
            List<JsonObject> receipts = program.take(Samples.TEXT, Samples.FIGURES);
            assertEquals("already_imported", receipts.getFirst().getString("outcome"));
            JsonObject point = program.points("metric=" + Samples.TALKS + "&department=D1&period=2022-Q1")
                    .getFirst();
            JsonObject place = program.json(
                            "/api/v1/figures/" + point.getJsonArray("figures").getString(0))
                    .getJsonObject("place");
            assertEquals(first, place.getString("report"));
            assertEquals("𠮷林某局一季度报告\n开展", place.getString("before"));
            String row = program.text("/extracts/figures.csv?department=D1&period=2022-Q1");
            assertTrue(row.contains(",集体、单独廉政谈话60余人次," + first + ","), row);
        }
    }
}
