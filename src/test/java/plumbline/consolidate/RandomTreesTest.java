package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Method;
import plumbline.Name;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Random department trees whose truth is known: totals must hold it. `-Dseed=N` plays one tree alone.
class RandomTreesTest {
    private static final Span YEAR = Span.ofYear(2022);

    @Test
    void totalsAlwaysHoldTheTruthWhateverTheOrderOfTheDepartments() {
        long first = Long.getLong("seed", System.nanoTime());
        int trees = Long.getLong("seed") == null ? 2000 : 1;
        System.out.println("RandomTreesTest: seeds from " + first);
        for (long seed = first; seed < first + trees; seed++) {
            new World(seed).check();
        }
    }

    private static final class World {
        private final String name;
        private final Random random;
        private final List<Department> departments = new ArrayList<>();
        private final Map<String, Long> truth = new HashMap<>();
        private final Map<SeriesKey, Cell> cells = new HashMap<>();
        private final Set<String> holders = new HashSet<>();

        World(long seed) {
            name = "-Dseed=" + seed;
            random = new Random(seed);
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                Optional<String> parent = i == 0 ? Optional.empty() : Optional.of("d" + random.nextInt(i));
                departments.add(new Department(
                        "d" + i, new Name("d" + i, "d" + i), parent, Optional.empty(), Optional.empty(), true));
            }
        }

        /// Every leaf counts something; it may say so exactly, vaguely, or not at all.
        void check() {
            DepartmentTree tree = new DepartmentTree(departments, List.of());
            departments.stream()
                    .map(Department::code)
                    .filter(code -> !tree.isEverInner(code))
                    .forEach(this::count);
            for (Department inner : departments) {
                if (tree.isEverInner(inner.code()) && random.nextInt(4) == 0) {
                    state(inner.code(), Scope.CONSOLIDATED, truth(tree, inner.code()));
                }
            }
            List<Department> shuffled = new ArrayList<>(departments);
            Collections.shuffle(shuffled, random);
            DepartmentTree other = new DepartmentTree(shuffled, List.of());
            for (Department each : departments) {
                Cell total = total(tree, each.code());
                assertEquals(total, total(other, each.code()), name + " in another order");
                holdsTheTruth(total, truth(tree, each.code()));
            }
        }

        private void holdsTheTruth(Cell total, long number) {
            String what = name + " " + total + ", in truth " + number;
            assertTrue(total.conflict().isEmpty(), what);
            assertTrue(
                    total.interval()
                            .map(each -> each.lower() <= number
                                    && (each.upper().isEmpty()
                                            || number <= each.upper().getAsLong()))
                            .orElse(true),
                    what);
            boolean complete = total.coverage().reported() == total.coverage().expected();
            assertTrue(complete || (total.method() != Method.SUMMED && total.method() != Method.STATED), what);
        }

        private Cell total(DepartmentTree tree, String code) {
            return new DepartmentTotals(
                            tree.asWas(),
                            Stated.metric(Aggregation.SUM),
                            holders,
                            (key, _) -> Optional.ofNullable(cells.get(key)),
                            (_, _) -> State.NOT_REPORTED)
                    .total(code, Optional.empty(), YEAR);
        }

        private long truth(DepartmentTree tree, String code) {
            return tree.asWas(YEAR).subtree(code).stream()
                    .mapToLong(each -> truth.getOrDefault(each.code(), 0L))
                    .sum();
        }

        private void count(String leaf) {
            if (random.nextInt(5) == 0) {
                return;
            }
            long number = random.nextInt(20);
            truth.put(leaf, number);
            holders.add(leaf);
            if (random.nextInt(4) > 0) {
                state(leaf, Scope.OWN, number);
            }
        }

        private void state(String code, Scope scope, long number) {
            SeriesKey key = new SeriesKey(code, "talks", Optional.empty(), scope);
            String words = switch (random.nextInt(4)) {
                case 0 -> "Y " + Math.max(0, number - 2) + "..";
                case 1 -> "Y " + Math.max(0, number - 1) + ".." + (number + 1);
                default -> "Y " + number;
            };
            cells.put(key, Statements.cell(key, YEAR, Stated.figure(cells.size() + 1, words)));
        }
    }
}
