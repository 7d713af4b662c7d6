package plumbline.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Catalog;
import plumbline.Family;
import plumbline.Kind;
import plumbline.Metric;

class CatalogReaderTest {
    @Test
    void theCatalogueOfTheProgramHoldsTogether() throws IOException {
        Catalog catalog = CatalogReader.read();
        assertEquals(82, catalog.metrics().size());
        assertEquals(15, catalog.families().size());
        assertEquals(17, catalog.classifications().size());
        assertEquals(
                "study",
                catalog.families().stream().map(Family::code).findFirst().orElseThrow());
        Metric ratio = catalog.findMetric("办结率").orElseThrow();
        assertEquals(Kind.RATIO, ratio.kind());
        assertEquals("petitions_closed", ratio.numerator().orElseThrow());
        assertEquals(
                "gov_sanction.warning",
                catalog.category("admin_sanction_legacy.warning")
                        .orElseThrow()
                        .mapsTo()
                        .orElseThrow());
    }

    @Test
    void theVersionIsTwelveHexDigitsThatFollowTheContent(@TempDir Path folder) throws IOException {
        copyTo(folder);
        String before = CatalogReader.read(folder).version();
        assertEquals(CatalogReader.read().version(), before);
        assertTrue(before.matches("[0-9a-f]{12}"), before);
        replace(folder, "metrics.csv", "中心组学习|", "中心组学习会|");
        assertTrue(!CatalogReader.read(folder).version().equals(before));
    }

    @Test
    void everyFaultIsListedAtOnce(@TempDir Path folder) throws IOException {
        copyTo(folder);
        replace(folder, "metrics.csv", ",次,0,flow,more,no,sum,sum,,,,中心组", ",趟,0,flux,more,no,sum,sum,,,,中心组");
        replace(folder, "metrics.csv", "petitions_closed,petitions_received", "petitions_shut,petitions_received");
        replace(folder, "metrics.csv", "\nstudy_seminars,", "\nstudy_staff_sessions,");
        replace(folder, "classifications.csv", ",,,gov_sanction.demerit,", ",,,gov_sanction.demurrer,");
        replace(folder, "classifications.csv", ",h_banquets,,2019", ",h_blankets,,2019");
        replace(folder, "units.csv", "\n期,", "\n次,");
        replace(folder, "metrics.csv", ",sum,sum,talk_mode,", ",sum,sum,talk_mood,");
        String all = assertThrows(IllegalArgumentException.class, () -> CatalogReader.read(folder))
                .toString();
        for (String fault : List.of(
                "metrics.csv:2: found unit '趟'",
                "metrics.csv:2: found kind 'flux'; accepted: flow, persons, stock, percap, categories, ratio",
                "numerator 'petitions_shut'",
                "metrics.csv:5: found code 'study_staff_sessions'",
                "maps_to 'gov_sanction.demurrer'",
                "parent 'h_blankets'",
                "units.csv:3: found unit '次'",
                "schemes 'talk_mood'")) {
            assertTrue(all.contains(fault), fault + " is not in:\n" + all);
        }
    }

    private static void copyTo(Path folder) throws IOException {
        try (var files = Files.list(Path.of("schema/catalog"))) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each.getFileName().toString()));
            }
        }
    }

    private static void replace(Path folder, String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(name), text.replace(from, to));
    }
}
