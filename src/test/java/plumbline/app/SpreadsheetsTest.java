package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.read.sheet.Drawn;

/// A workbook from the command line to the ledger.
class SpreadsheetsTest {
    private static final Drawn DRAWN =
            Drawn.parse(List.of("# 上半年", "2022年上半年统计表|<|<", "部门|廉政谈话人次|立案件数", "某局|5|1", "办公室|60余|无", "合计|66|1"));

    @TempDir
    Path folder;

    @Test
    void everyFormatIsTakenInAndKeptAsItCame() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("wide.xlsx", DRAWN.xlsx());
        files.put("wide.xls", DRAWN.xls());
        files.put("wide.ods", DRAWN.ods());
        files.put("wide.csv", DRAWN.csv(',', StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            Shell shell = new Shell(Files.createDirectory(folder.resolve(name.replace('.', '-'))));
            Path wide = Files.write(shell.folder().resolve(name), file.getValue());
            // Together with the departments, which its header is not understood without.
            Shell.Ended ended = shell.take(wide, shell.write("departments.csv", Shell.DEPARTMENTS));
            assertEquals("", ended.err(), name);
            assertTrue(ended.out().contains(name + ": accepted; report R0002; new 4,"), ended.out());
            String place = name.endsWith("csv") ? "3:2" : "上半年!B3";
            assertTrue(
                    shell.held().stream()
                            .anyMatch(each -> each.contains("talk_integrity") && each.endsWith(" 5 " + place)),
                    shell.held().toString());
            try (House house = House.open(shell.database().toString())) {
                assertArrayEquals(file.getValue(), house.ledger().content(2));
            }
            assertTrue(shell.take(wide).out().contains("already_imported"), name);
        }
    }

    @Test
    void faultsAreToldByTheirCells() throws IOException {
        Shell shell = new Shell(folder);
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Drawn drawn = Drawn.parse(List.of("# 表", "2022年||", "部门|廉政谈话人次|立案件数", "办公室|第三|=!", "办公事|4|2"));
        Shell.Ended ended = shell.take(Files.write(folder.resolve("faults.xlsx"), drawn.xlsx()));
        assertEquals(1, ended.code());
        assertEquals("""
            faults.xlsx:表!B3: found '第三'; accepted: 18, 60余, 62万, 3—5, *, 无, — …
            faults.xlsx:表!C3: found '#DIV/0!'; accepted: 18, 60余, 62万, 3—5, *, 无, — …
            faults.xlsx:表!A4: found '办公事'; accepted: D1
            faults.xlsx:表!A4: found '办公事'; accepted: D1
            """, ended.err());
        assertEquals(List.of("1 reports"), shell.held());
    }
}
