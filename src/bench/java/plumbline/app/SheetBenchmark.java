package plumbline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import plumbline.DepartmentTree;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.check.Defaults;
import plumbline.check.FigureCheck;
import plumbline.read.Numeral;
import plumbline.read.form.Form;
import plumbline.read.form.Forms;
import plumbline.read.form.Known;
import plumbline.read.form.Mapping;
import plumbline.read.sheet.Limits;

/// Reads forms of many cells up to the check stage, and then imports a workbook of a million rows. Goals: 100,000 cells
/// a second from XLSX, 300,000 from CSV, and a heap of 512 MB.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.SheetBenchmark -Dbench.options=-Xmx512m`
final class SheetBenchmark {
    private static final int DEPARTMENTS = 1_000;
    private static final int ROWS = 1_000_000;
    private static final int READ_ROWS = 250_000;
    private static final List<String> TIDY = List.of("部门", "期间", "指标", "数值");
    private static final List<String> METRICS = List.of("廉政谈话人次", "立案件数", "结案件数", "党员人数");

    private final House house;

    private SheetBenchmark(House house) {
        this.house = house;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try (House house = House.open(folder.resolve("plumbline.db").toString())) {
            StringBuilder departments = new StringBuilder("code,name_zh\n");
            IntStream.range(0, DEPARTMENTS).forEach(i -> departments.append("D%04d,某处%d\n".formatted(i, i)));
            Bench.accept(house, "departments.csv", departments.toString().getBytes(StandardCharsets.UTF_8), Mode.ADD);
            SheetBenchmark benchmark = new SheetBenchmark(house);
            benchmark.read("warm", xlsx(READ_ROWS / 5, true), READ_ROWS / 5 * 4);
            benchmark.read("XLSX, rows of figures (goal 100,000)", xlsx(READ_ROWS, true), READ_ROWS * 4);
            benchmark.read("XLSX, departments by metrics (goal 100,000)", xlsx(READ_ROWS, false), READ_ROWS * 6);
            benchmark.read("warm", csv(READ_ROWS, true, StandardCharsets.UTF_8), READ_ROWS * 4);
            benchmark.read("CSV, rows of figures (goal 300,000)", csv(ROWS, true, StandardCharsets.UTF_8), ROWS * 4);
            benchmark.read("the same in GB18030", csv(ROWS, true, Charset.forName("GB18030")), ROWS * 4);
            benchmark.read(
                    "CSV, departments by metrics (goal 300,000)",
                    csv(READ_ROWS, false, StandardCharsets.UTF_8),
                    READ_ROWS * 6);
            benchmark.take(folder);
        } finally {
            Bench.delete(folder);
        }
    }

    /// Reads and checks as an import does, on one thread.
    private void read(String what, byte[] bytes, long cells) {
        DepartmentTree tree = house.ledger().departments(house.ledger().newest());
        FigureCheck check = new FigureCheck(
                house.catalog(),
                tree,
                _ -> Optional.empty(),
                Numeral::readShare,
                new Defaults(Optional.empty(), Optional.empty()));
        AtomicLong figures = new AtomicLong();
        long start = System.nanoTime();
        long worked = worked();
        Form form = Forms.open(
                        "form",
                        bytes,
                        Set.of(),
                        new Known(house.catalog(), tree, Mapping.NONE),
                        Limits.DEFAULT,
                        SheetBenchmark::unexpected)
                .orElseThrow();
        form.readings(
                each -> check.check("form", each, SheetBenchmark::unexpected).ifPresent(_ -> figures.incrementAndGet()),
                SheetBenchmark::unexpected);
        double seconds = Bench.seconds(start);
        if (!what.equals("warm")) {
            System.out.printf(
                    "%-48s %7.2f s  %,9.0f cells/s  (%,9.0f a second of work; %,d figures, %.1f MB)%n",
                    what,
                    seconds,
                    cells / seconds,
                    cells * 1e9 / (worked() - worked),
                    figures.get(),
                    bytes.length / 1e6);
        }
    }

    /// Time that this thread has worked, in nanoseconds: on a busy machine, less than has gone by.
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void unexpected(Finding finding) {
        throw new IllegalStateException(finding.toString());
    }

    /// A million rows from file to sealed import.
    private void take(Path folder) throws IOException {
        Path file = folder.resolve("million.xlsx");
        Files.write(file, xlsx(ROWS, true));
        double seconds = Bench.accept(house, file);
        System.out.printf(
                "%-48s %7.2f s  %,9.0f rows/s   (%.1f MB, heap at most %d MB, resident %d MB)%n",
                "import of an XLSX of 1,000,000 rows",
                seconds,
                ROWS / seconds,
                Files.size(file) / 1e6,
                Runtime.getRuntime().maxMemory() >> 20,
                resident());
    }

    /// Highest memory of the process so far, in megabytes; 0 where the system does not tell.
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                        .sum();
    }

    /// Row `r` of the tidy form: a department, a month, a metric and a number, never the same three twice.
    private static List<String> tidy(int r) {
        int department = r % DEPARTMENTS;
        int month = r / DEPARTMENTS / METRICS.size();
        return List.of(
                "某处" + department,
                "%d-%02d".formatted(1990 + month / 12, month % 12 + 1),
                METRICS.get(r / DEPARTMENTS % METRICS.size()),
                String.valueOf(r % 97));
    }

    private static List<String> wide(int r) {
        int month = r / DEPARTMENTS;
        String n = String.valueOf(r % 97);
        return List.of("某处" + r % DEPARTMENTS, "%d-%02d".formatted(1990 + month / 12, month % 12 + 1), n, n, n, n);
    }

    private static List<String> header(boolean tidy) {
        return tidy
                ? TIDY
                : Stream.concat(Stream.of("部门", "期间"), METRICS.stream()).toList();
    }

    private static byte[] csv(int rows, boolean tidy, Charset charset) {
        StringBuilder text = new StringBuilder(String.join(",", header(tidy)) + "\n");
        for (int r = 0; r < rows; r++) {
            text.append(String.join(",", tidy ? tidy(r) : wide(r))).append('\n');
        }
        return text.toString().getBytes(charset);
    }

    private static byte[] xlsx(int rows, boolean tidy) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "benchmark", "1.0")) {
            Worksheet sheet = book.newWorksheet("数据");
            row(sheet, 0, header(tidy));
            for (int r = 1; r <= rows; r++) {
                row(sheet, r, tidy ? tidy(r - 1) : wide(r - 1));
                if (r % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            String text = cells.get(c);
            if (row > 0 && text.matches("[0-9]+")) {
                sheet.value(row, c, Integer.parseInt(text));
            } else {
                sheet.value(row, c, text);
            }
        }
    }
}
