package plumbline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    private static Consumer<Consumer<Integer>> numbers(int count) {
        return each -> IntStream.range(0, count).forEach(each::accept);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 20_000})
    void everyItemArrivesOnceAndInOrder(int count) {
        List<Integer> arrived = new ArrayList<>();
        ReadAhead.run(numbers(count), arrived::addAll);
        assertEquals(IntStream.range(0, count).boxed().toList(), arrived);
    }

    @Test
    void aFailureOfTheReaderReachesTheCaller() {
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> ReadAhead.<Integer>run(
                        each -> {
                            numbers(1_700).accept(each);
                            throw new IllegalStateException("cannot read on");
                        },
                        _ -> {}));
        assertEquals("cannot read on", failed.getMessage());
    }

    @Test
    void anErrorOfTheReaderReachesTheCallerInsteadOfLeavingItWaiting() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(
                        StackOverflowError.class,
                        () -> ReadAhead.<Integer>run(
                                _ -> {
                                    throw new StackOverflowError();
                                },
                                _ -> {})));
    }

    @Test
    void aFailureOfTheRecorderStopsTheReader() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        assertThrows(
                IllegalStateException.class,
                () -> ReadAhead.<Integer>run(
                        each -> {
                            try {
                                numbers(1_000_000).accept(each);
                            } finally {
                                stopped.countDown();
                            }
                        },
                        _ -> {
                            throw new IllegalStateException("disk full");
                        }));
        assertTrue(stopped.await(10, TimeUnit.SECONDS), "the reader still waits");
    }
}
