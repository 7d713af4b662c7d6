package plumbline.read.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import plumbline.Finding;
import plumbline.read.sheet.Limits;

/// Two hundred thousand rows as a spreadsheet library writes them: read row by row, not kept.
class LargeWorkbookTest {
    private static final int ROWS = 200_000;

    @Test
    void rowsAreStreamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("数据");
            List<String> header = List.of("部门", "期间", "廉政谈话人次", "立案件数");
            for (int c = 0; c < header.size(); c++) {
                sheet.value(0, c, header.get(c));
            }
            for (int r = 1; r <= ROWS; r++) {
                sheet.value(r, 0, "办公室" + r);
                sheet.value(r, 1, "2022-Q1");
                sheet.value(r, 2, r);
                sheet.value(r, 3, r % 7);
            }
        }
        byte[] bytes = out.toByteArray();
        System.gc();
        long before = heap();
        List<Finding> findings = new ArrayList<>();
        int[] readings = {0};
        long start = System.nanoTime();
        Forms.open("large.xlsx", bytes, Set.of(), LayoutsTest.KNOWN, Limits.DEFAULT, findings::add)
                .orElseThrow(() -> new AssertionError(findings.toString()))
                .readings(_ -> readings[0]++, findings::add);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        long kept = heap() - before;
        assertEquals(List.of(), findings);
        assertEquals(2 * ROWS, readings[0]);
        assertTrue(kept < 64 << 20, "kept " + (kept >> 20) + " MB");
        assertTrue(ROWS * 4 / seconds > 20_000, ROWS * 4 / seconds + " cells a second");
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .mapToLong(each -> each.getUsage().getUsed())
                .sum();
    }
}
