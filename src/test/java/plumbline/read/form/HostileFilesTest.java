package plumbline.read.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.Finding;
import plumbline.Severity;
import plumbline.read.sheet.Limits;

/// Files that mean harm, or met with it on the way: each costs one refusal (or one remark, and is read). How long each
/// takes, `plumbline.app.HostileFilesBenchmark` tells.
class HostileFilesTest {
    @TestFactory
    Stream<DynamicTest> eachIsRefusedOrRemarkedOn() throws IOException {
        return HostileFiles.all().stream().map(each -> dynamicTest(each.name(), () -> check(each)));
    }

    private static int read(String name, byte[] bytes, Limits limits, List<Finding> findings) {
        int[] readings = {0};
        Optional<? extends Form> form = Forms.open(name, bytes, Set.of(), LayoutsTest.KNOWN, limits, findings::add);
        form.ifPresent(each -> each.readings(_ -> readings[0]++, findings::add));
        return readings[0];
    }

    private static void check(HostileFiles.Sample file) {
        List<Finding> findings = new ArrayList<>();
        int readings = read(file.name(), file.bytes(), Limits.DEFAULT, findings);
        assertEquals(
                file.rule().isEmpty() ? List.of() : List.of(file.rule()),
                findings.stream().map(Finding::rule).toList());
        boolean refused = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        assertEquals(refused ? 0 : 1, readings);
        findings.forEach(each -> {
            assertTrue(each.accepted().length() > 3, each.toString());
            assertTrue(!each.message().zh().equals(each.message().en()), each.toString());
        });
    }

    /// Whoever runs the program can allow more, and is told how.
    @Test
    void aRefusalNamesTheSettingThatWouldAllowMore() {
        byte[] sound = HostileFiles.SOUND.xlsx();
        byte[] large = Arrays.copyOf(sound, 2 << 20);
        assertTrue(refusal(large, Limits.of(1, 512, 100, 100)).contains("accepted 1 MB (setting PLUMBLINE_FILE_MB)"));
        assertTrue(refusal(sound, Limits.of(50, 512, 5, 100)).contains("5 cells (setting PLUMBLINE_CELLS)"));
        assertTrue(refusal(sound, Limits.of(50, 512, 100, 2))
                .contains("2 columns at most (up to B1; setting PLUMBLINE_COLUMNS)"));
        byte[] padded = HostileFiles.padded(3 << 20);
        assertTrue(
                refusal(padded, Limits.of(50, 2, 100, 100)).contains("2 MB unpacked (setting PLUMBLINE_UNPACKED_MB)"));
        List<Finding> findings = new ArrayList<>();
        assertEquals(1, read("padded.xlsx", padded, Limits.of(50, 4, 100, 100), findings), findings.toString());
    }

    private static String refusal(byte[] bytes, Limits limits) {
        List<Finding> findings = new ArrayList<>();
        assertEquals(0, read("a.xlsx", bytes, limits, findings));
        assertEquals(1, findings.size(), findings.toString());
        return "found " + findings.getFirst().found() + "; accepted "
                + findings.getFirst().accepted();
    }

    /// Whatever byte is flipped and wherever the file is cut: never an exception, never a hang.
    @Test
    void damageIsNeverMoreThanAFindingAndNothingIsPrinted() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            damage(new Random(20_220_630));
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static void damage(Random random) {
        for (byte[] sound : List.of(HostileFiles.SOUND.xlsx(), HostileFiles.SOUND.xls(), HostileFiles.SOUND.ods())) {
            for (int i = 0; i < 400; i++) {
                byte[] damaged =
                        random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
                for (int flips = random.nextInt(1, 4); flips > 0 && damaged.length > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                List<Finding> findings = new ArrayList<>();
                Forms.open("d", damaged, Set.of(), LayoutsTest.KNOWN, Limits.DEFAULT, findings::add)
                        .ifPresent(each -> each.readings(_ -> {}, findings::add));
            }
        }
    }
}
