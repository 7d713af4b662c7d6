package plumbline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.Receipt;
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

    /// Two files through, the third stopped in the midst of its rows, the fourth never begun.
    @Test
    void stoppingKeepsWhatIsThroughAndNothingOfTheRest() {
        StringBuilder rows = new StringBuilder("department,period,metric,value\n");
        for (int i = 0; i < 40_000; i++) {
            rows.append("B,%d,talks,3\n".formatted(1000 + i % 9000));
        }
        Progress stop = new Progress() {
            private volatile boolean stopped;

            @Override
            public void stage(Stage stage, long done, OptionalLong total) {
                stopped |= stage == Stage.CHECK && done > 2_000;
            }

            @Override
            public boolean isCancelled() {
                return stopped;
            }
        };
        List<Receipt> receipts = accept(
                stop,
                "code,name_zh\nB,示例局\n",
                "department,period,metric,value\nB,2026-Q1,talks,3\n",
                rows.toString(),
                "department,period,metric,value\nB,2026-Q2,talks,34\n");
        assertEquals(
                List.of("accepted", "accepted", "cancelled", "cancelled"),
                receipts.stream().map(each -> each.outcome().word()).toList());
        assertEquals(0, receipts.get(2).counts().fresh());
        assertEquals(2, reports());
    }

    private int reports() {
        try (Ledger ledger = open()) {
            return ledger.reports(ledger.newest()).size();
        }
    }

    private Ledger open() {
        return Ledger.open(
                folder.resolve("ledger.db").toString(), Samples.CATALOG, new Consolidation(), InstantSource.system());
    }

    private List<Receipt> accept(Progress progress, String... forms) {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "clerk");
        try (Ledger ledger = open()) {
            List<Delivery> files = List.of(forms).stream()
                    .map(form -> new Delivery("form-" + form.length() + ".csv", form.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            return new Intake(Samples.CATALOG, ledger).accept(files, order, progress);
        }
    }
}
