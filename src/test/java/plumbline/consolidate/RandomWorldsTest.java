package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Period;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// Small worlds whose truth is known: whatever of it is stated, however vaguely, the cells must hold the truth.
///
/// Each world has a seed of its own, named by every failure; `-Dseed=N` plays that world alone.
class RandomWorldsTest {
    private static final int WORLDS = 4000;

    @ParameterizedTest
    @EnumSource(
            value = Aggregation.class,
            names = {"SUM", "BOUND", "LAST"})
    void cellsAlwaysHoldTheTruthWhateverTheOrderOfTheFigures(Aggregation how) {
        long first = Long.getLong("seed", System.nanoTime());
        int worlds = Long.getLong("seed") == null ? WORLDS : 1;
        System.out.println("RandomWorldsTest " + how + ": seeds from " + first);
        for (long seed = first; seed < first + worlds; seed++) {
            new World(how, seed).check();
        }
    }

    /// Who came in which month; the count of a span follows from it.
    private static final class World {
        private final Aggregation how;
        private final String name;
        private final Random random;
        private final List<BitSet> months = new ArrayList<>();
        private final Map<Span, State> stated = new HashMap<>();

        World(Aggregation how, long seed) {
            this.how = how;
            name = how + " -Dseed=" + seed;
            random = new Random(seed);
            for (int month = 0; month < 12; month++) {
                BitSet persons = new BitSet();
                for (int person = 0; person < random.nextInt(8); person++) {
                    persons.set(random.nextInt(12));
                }
                months.add(persons);
            }
        }

        long truth(Span span) {
            List<BitSet> inside = months.subList(span.first() - 1, span.last());
            return switch (how) {
                case SUM -> inside.stream().mapToLong(BitSet::cardinality).sum();
                case LAST -> inside.getLast().cardinality();
                case BOUND -> {
                    BitSet all = new BitSet();
                    inside.forEach(all::or);
                    yield all.cardinality();
                }
                case NONE, RATIO -> throw new IllegalStateException();
            };
        }

        void check() {
            List<RecordedFigure> figures = figures();
            List<Cell> cells = consolidate(figures);
            for (int i = 0; i < 3; i++) {
                Collections.shuffle(figures, random);
                assertEquals(cells, consolidate(figures), name + " in another order");
            }
            assertEquals(cells.size(), cells.stream().map(Cell::span).distinct().count(), name + " has a span twice");
            Map<Span, Cell> bySpan = new HashMap<>();
            cells.forEach(cell -> bySpan.put(cell.span(), cell));
            cells.forEach(this::holdsTheTruth);
            stated.forEach((span, state) -> assertEquals(
                    Method.STATED,
                    bySpan.get(span) == null ? null : bySpan.get(span).method(),
                    name + " " + span));
            if (how == Aggregation.SUM) {
                cells.forEach(this::isSummedIfItsTilesAreStated);
            }
        }

        private List<Cell> consolidate(List<RecordedFigure> figures) {
            return new Consolidation().consolidate(Stated.metric(how), Stated.KEY, 2022, figures);
        }

        private void holdsTheTruth(Cell cell) {
            String what = name + " " + Stated.line(cell) + " of " + cell.span() + ", in truth " + truth(cell.span());
            assertTrue(cell.conflict().isEmpty(), what);
            assertFalse(cell.method() == Method.MISSING, what);
            assertTrue(
                    cell.interval()
                            .map(each -> contains(each, truth(cell.span())))
                            .orElse(true),
                    what);
            assertEquals(
                    cell.method() == Method.PARTIAL || cell.interval().isEmpty(),
                    cell.coverage().reported() < cell.coverage().expected(),
                    what);
            assertFalse(cell.figures().isEmpty(), what);
        }

        private static boolean contains(Interval interval, long number) {
            return interval.lower() <= number
                    && (interval.upper().isEmpty() || number <= interval.upper().getAsLong());
        }

        /// A brute force over the months: a span is summed exactly if stated spans fill it without gap and overlap.
        private void isSummedIfItsTilesAreStated(Cell cell) {
            Span span = cell.span();
            if (!stated.containsKey(span)) {
                assertEquals(
                        isFilled(span, span.first()), cell.method() == Method.SUMMED, name + " " + Stated.line(cell));
            }
        }

        private boolean isFilled(Span span, int from) {
            if (from > span.last()) {
                return true;
            }
            for (Map.Entry<Span, State> each : stated.entrySet()) {
                Span tile = each.getKey();
                if (each.getValue().hasNumber()
                        && tile.first() == from
                        && tile.last() <= span.last()
                        && isFilled(span, tile.last() + 1)) {
                    return true;
                }
            }
            return false;
        }

        private List<RecordedFigure> figures() {
            List<RecordedFigure> figures = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            boolean monthly = random.nextBoolean();
            int count = random.nextInt(10);
            for (int i = 0; i < count; i++) {
                Period period = period(monthly);
                Basis basis = how == Aggregation.LAST
                        ? Basis.AT_END
                        : random.nextInt(3) == 0 ? Basis.TO_DATE : Basis.IN_PERIOD;
                if (keys.add(period + " " + basis)) {
                    Value value = value(truth(period.span(basis)));
                    stated.merge(period.span(basis), value.state(), (one, other) -> one.hasNumber() ? one : other);
                    figures.add(Stated.recorded(
                            figures.size() + 1,
                            period,
                            basis,
                            value,
                            random.nextBoolean() ? Review.CONFIRMED : Review.UNCONFIRMED));
                }
            }
            return figures;
        }

        private Period period(boolean monthly) {
            return switch (random.nextInt(monthly ? 7 : 4)) {
                case 0 -> new Period.Year(2022);
                case 1 -> new Period.HalfYear(2022, 1 + random.nextInt(2));
                case 2, 3 -> new Period.Quarter(2022, 1 + random.nextInt(4));
                default -> new Period.Month(2022, 1 + random.nextInt(12));
            };
        }

        private Value value(long truth) {
            long lower = Math.max(0, truth - random.nextInt(4));
            long upper = truth + random.nextInt(4);
            return switch (random.nextInt(8)) {
                case 0 -> new Value.Absent(State.WITHHELD);
                case 1 -> new Value.Amount(Qualifier.AT_LEAST, OptionalLong.empty(), Interval.atLeast(lower));
                case 2 -> new Value.Amount(Qualifier.RANGE, OptionalLong.empty(), Interval.of(lower, upper));
                case 3 -> new Value.Amount(Qualifier.ABOUT, OptionalLong.of(truth), Interval.of(lower, upper));
                default -> Value.exact(truth);
            };
        }
    }
}
