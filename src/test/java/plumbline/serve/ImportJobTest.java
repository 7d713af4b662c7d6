package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.Mode;
import plumbline.intake.Order;

/// What a list of imports says of one that is under way.
class ImportJobTest {
    private static final Order ORDER = new Order(
            Mode.ADD,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            "王",
            Optional.empty(),
            Map.of(),
            Optional.empty());

    @Test
    void itsFilesAreNamedBeforeAnythingIsKnownOfThem() {
        ImportJob job = new ImportJob("a1", ORDER, Instant.EPOCH);
        assertEquals(0, job.summary().getJsonArray("files").size());
        job.start();
        job.about(List.of("一季度.xlsx", "报告.docx"));
        JsonObject second = job.summary().getJsonArray("files").getJsonObject(1);
        assertEquals("报告.docx", second.getString("file"));
        assertNull(second.getString("outcome"));
        assertNull(second.getString("report"));
    }
}
