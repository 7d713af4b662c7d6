package plumbline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.Samples;
import plumbline.consolidate.Consolidation;
import plumbline.ledger.Ledger;

class ProgressTest {
    @TempDir
    Path folder;

    @Test
    void everyStageIsToldWithRealCounts() {
        Map<Stage, String> last = new EnumMap<>(Stage.class);
        Progress progress =
                (stage, done, total) -> last.put(stage, done + " of " + (total.isPresent() ? total.getAsLong() : "?"));
        accept(
                progress,
                "code,name_zh\nB,示例局\n",
                "department,period,metric,value\nB,2026-Q1,talks,3\nB,2026-Q2,talks,第三\n");
        assertEquals(
                Map.of(
                        Stage.RECEIVED, "2 of 2",
                        Stage.READ, "3 of 3",
                        Stage.CHECK, "3 of 3",
                        Stage.RECORD, "2 of 2",
                        Stage.CONSOLIDATE, "2 of ?"),
                last);
    }

    private void accept(Progress progress, String... forms) {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "clerk");
        try (Ledger ledger = Ledger.open(
                folder.resolve("ledger.db").toString(), Samples.CATALOG, new Consolidation(), InstantSource.system())) {
            List<Delivery> files = List.of(forms).stream()
                    .map(form -> new Delivery("form-" + form.length() + ".csv", form.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            new Intake(Samples.CATALOG, ledger).accept(files, order, progress);
        }
    }
}
