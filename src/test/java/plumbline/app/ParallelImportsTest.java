package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;

/// Imports that run at the same time: none is lost, none is taken twice.
class ParallelImportsTest {
    private static final int THREADS = 8;
    private static final int FILES = 40;
    private static final int ROWS = 12;
    private static final Order ADD =
            new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(folder.resolve("plumbline.db").toString());
        StringBuilder departments = new StringBuilder("code,name_zh,name_en,parent\nB,某局,Bureau,\n");
        for (int i = 0; i < FILES; i++) {
            departments.append("D%d,某处%d,Office %d,B\n".formatted(i, i, i));
        }
        take(Program.file("departments.csv", departments.toString()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Receipt take(Delivery file) {
        return house.intake().accept(List.of(file), ADD, Progress.SILENT).getFirst();
    }

    /// A year of months of one department.
    private static Delivery year(int department) {
        StringBuilder rows = new StringBuilder("department,period,metric,value\n");
        for (int month = 1; month <= ROWS; month++) {
            rows.append("D%d,2022-%02d,talk_integrity_persontimes,%d\n".formatted(department, month, department));
        }
        return Program.file("D" + department + ".csv", rows.toString());
    }

    private long figures() {
        return Samples.counted(house.ledger(), house.ledger().newest(), false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static <T> List<T> atOnce(int threads, List<Callable<T>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : tasks) {
                running.add(pool.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        }
    }

    @Test
    void distinctFilesFromEightThreadsAreAllTakenInWhole() throws Exception {
        List<Callable<Receipt>> tasks = IntStream.range(0, FILES)
                .mapToObj(i -> (Callable<Receipt>) () -> take(year(i)))
                .toList();
        List<Receipt> receipts = atOnce(THREADS, tasks);
        for (int i = 0; i < FILES; i++) {
            assertEquals(Receipt.Outcome.ACCEPTED, receipts.get(i).outcome());
            assertEquals("D" + i + ".csv", receipts.get(i).file());
            assertEquals(ROWS, receipts.get(i).counts().fresh());
        }
        assertEquals(FILES, receipts.stream().map(Receipt::report).distinct().count());
        assertEquals((long) FILES * ROWS, figures());
        assertEquals(1 + FILES, house.ledger().newest().importNumber());
        assertEquals(0, house.ledger().rebuild().different());
    }

    @Test
    void theSameFileFromFiftyThreadsIsTakenOnce() throws Exception {
        List<Callable<Receipt>> tasks = IntStream.range(0, 50)
                .mapToObj(_ -> (Callable<Receipt>) () -> take(year(7)))
                .toList();
        List<Receipt> receipts = atOnce(50, tasks);
        assertEquals(1, count(receipts, Receipt.Outcome.ACCEPTED));
        assertEquals(49, count(receipts, Receipt.Outcome.ALREADY_IMPORTED));
        assertEquals(1, receipts.stream().map(Receipt::report).distinct().count());
        assertEquals(1, receipts.stream().map(Receipt::counts).distinct().count());
        assertEquals(ROWS, figures());
        assertEquals(2, house.ledger().newest().importNumber());
    }

    private static long count(List<Receipt> receipts, Receipt.Outcome outcome) {
        return receipts.stream().filter(each -> each.outcome() == outcome).count();
    }

    /// Readers see sealed imports only: always whole files.
    @Test
    void readersMeanwhileSeeWholeFilesOnly() throws Exception {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            int department = i;
            tasks.add(() -> (long) take(year(department)).counts().fresh() - ROWS);
            tasks.add(() -> figures() % ROWS);
        }
        assertEquals(List.of(0L), atOnce(THREADS, tasks).stream().distinct().toList());
    }
}
