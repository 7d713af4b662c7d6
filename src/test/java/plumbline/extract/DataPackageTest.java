package plumbline.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A package is whole or opens nowhere; files that are written at once come one behind the other.
class DataPackageTest {
    private static final List<String> FILES = List.of("periods_2021.csv", "periods_2022.csv", "periods_2023.csv");

    @TempDir
    Path folder;

    private static DataPackage over(ByteArrayOutputStream out, boolean chineseHeader) {
        Manifest.Asked asked = new Manifest.Asked("periods.zip", "", "2023-01-01T00:00:00Z", "", "2023-01-01", "1");
        return new DataPackage(asked, new CsvRows.Style(false, true, chineseHeader), List.of(), out);
    }

    private static void period(Rows rows, String code) {
        rows.code(code);
        for (int i = 1; i < Tables.PERIODS.columns().size(); i++) {
            rows.none();
        }
        rows.endRow();
    }

    private ZipFile open(ByteArrayOutputStream out) throws IOException {
        return new ZipFile(
                Files.write(folder.resolve("out.zip"), out.toByteArray()).toFile());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void rowsInAnyOrderComeInTheFileTheyBelongTo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataPackage files = over(out, false);
        files.add(Tables.PERIODS, FILES, parts -> {
            for (String each : List.of("2023Q1", "2021Q1", "2022Q1", "2021Q2", "2023Q2")) {
                period(parts.getOrDefault("periods_" + each.substring(0, 4) + ".csv", Rows.nowhere()), each);
            }
        });
        files.finish();
        try (ZipFile zip = open(out)) {
            assertEquals(
                    List.of("2021Q1", "2021Q2"),
                    text(zip, FILES.getFirst())
                            .lines()
                            .skip(1)
                            .map(each -> each.substring(0, 6))
                            .toList());
            assertEquals(
                    List.of("2023Q1", "2023Q2"),
                    text(zip, FILES.getLast())
                            .lines()
                            .skip(1)
                            .map(each -> each.substring(0, 6))
                            .toList());
            assertTrue(text(zip, "manifest.json").contains("periods_2022.csv"));
        }
    }

    @Test
    void whatWaitedLeavesNothingBehind() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (Waiting sentOn = new Waiting();
                Waiting givenUp = new Waiting()) {
            sentOn.write("数据".getBytes(StandardCharsets.UTF_8));
            givenUp.write(1);
            sentOn.sendTo(sent);
            sentOn.close();
            givenUp.close();
            assertFalse(Files.exists(sentOn.file()));
            assertFalse(Files.exists(givenUp.file()));
        }
        assertEquals("数据", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFaultInTheMiddleLeavesNothingThatOpens() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataPackage files = over(out, false);
        assertThrows(
                IOException.class,
                () -> files.add(Tables.PERIODS, FILES, parts -> {
                    for (Map.Entry<String, Rows> each : parts.entrySet()) {
                        period(each.getValue(), "2021Q1");
                        each.getValue().flush();
                    }
                    throw new IOException("the disk is gone");
                }));
        assertThrows(ZipException.class, () -> open(out).close());
    }

    @Test
    void aDataPackageCallsItsFieldsAsTheHeaderDoes() throws IOException {
        for (boolean chinese : List.of(true, false)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataPackage files = over(out, chinese);
            files.add(Tables.PERIODS, "periods.csv", rows -> period(rows, "2021Q1"));
            files.finish();
            try (ZipFile zip = open(out)) {
                UnaryOperator<String> field = name -> "\"name\": \"" + name + "\"";
                String described = text(zip, "datapackage.json");
                for (String each :
                        text(zip, "periods.csv").lines().findFirst().orElse("").split(",")) {
                    assertTrue(described.contains(field.apply(each)), each + " of " + described);
                }
            }
        }
    }
}
