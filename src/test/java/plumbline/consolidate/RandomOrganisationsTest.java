package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Interval;
import plumbline.Organisation;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Random organisations over eight quarters, kept as a plain list of who stands where in each of them. The totals as
/// they were and as they are must be those of counting heads in that list. `-Dseed=N` plays one alone.
class RandomOrganisationsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 15);

    @Test
    void totalsAreThoseOfCountingLeaves() {
        long first = Long.getLong("seed", System.nanoTime());
        int worlds = Long.getLong("seed") == null ? 1500 : 1;
        System.out.println("RandomOrganisationsTest: seeds from " + first);
        for (long seed = first; seed < first + worlds; seed++) {
            new World(seed).check();
        }
    }

    private static final class World {
        private final String name;
        private final Random random;
        private final List<String> lines = new ArrayList<>();
        private final List<String> groups = List.of("g0", "g1", "g2");

        /// The truth, one map per quarter: office → group.
        private final List<Map<String, String>> stands = new ArrayList<>();

        /// Office → the office, or where it left several the group, that carries its numbers on.
        private final Map<String, String> carriedOn = new HashMap<>();

        private final Map<String, Long> numbers = new HashMap<>();
        private int named;

        World(long seed) {
            name = "-Dseed=" + seed;
            random = new Random(seed);
            lines.add("top");
            groups.forEach(group -> lines.add(group + " < top"));
            Map<String, String> now = new HashMap<>();
            for (int i = 0; i < 2 + random.nextInt(4); i++) {
                String group = any(groups);
                now.put(open(group, Optional.empty()), group);
            }
            stands.add(now);
            for (int quarter = 1; quarter < 8; quarter++) {
                now = new HashMap<>(now);
                for (int i = 0; i < random.nextInt(3); i++) {
                    change(now, day(quarter), stands.getLast());
                }
                stands.add(now);
            }
        }

        private static LocalDate day(int quarter) {
            return LocalDate.of(2022 + quarter / 4, quarter % 4 * 3 + 1, 1);
        }

        private static Span span(int quarter) {
            return new Span(2022 + quarter / 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3);
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String open(String group, Optional<LocalDate> day) {
            String code = "o" + named++;
            lines.add(code + " < " + group + day.map(each -> " from " + each).orElse(""));
            return code;
        }

        /// One thing happens to one office that stood there the day before, and to which nothing else has happened.
        private void change(Map<String, String> now, LocalDate day, Map<String, String> before) {
            List<String> untouched = now.keySet().stream()
                    .filter(code -> Objects.equals(now.get(code), before.get(code)))
                    .filter(code -> lines.stream()
                            .noneMatch(line -> line.startsWith(day + " ")
                                    && List.of(line.split(" ", -1)).contains(code)))
                    .sorted()
                    .toList();
            if (untouched.isEmpty()) {
                return;
            }
            String office = any(untouched);
            String group = now.getOrDefault(office, "");
            switch (random.nextInt(5)) {
                case 0 -> {
                    String to = any(groups);
                    if (!to.equals(group)) {
                        lines.add(day + " moved " + office + " " + to);
                        now.put(office, to);
                    }
                }
                case 1 -> {
                    String to = open(group, Optional.of(day));
                    lines.add(day + " renamed " + office + " " + to);
                    end(now, office, to);
                    now.put(to, group);
                }
                case 2 -> {
                    String into = any(untouched);
                    if (!into.equals(office)) {
                        lines.add(day + " merged " + office + " " + into);
                        end(now, office, into);
                    }
                }
                case 3 -> now.put(open(group, Optional.of(day)), group);
                default -> {
                    String other = any(groups);
                    String one = open(group, Optional.of(day));
                    String two = open(other, Optional.of(day));
                    lines.add(day + " split " + office + " " + one);
                    lines.add(day + " split " + office + " " + two);
                    lines.replaceAll(line -> line.startsWith(office + " <") ? line + " until " + day : line);
                    end(now, office, one + " " + two);
                    now.put(one, group);
                    now.put(two, other);
                }
            }
        }

        private void end(Map<String, String> now, String office, String heirs) {
            now.remove(office);
            carriedOn.put(office, heirs);
        }

        void check() {
            DepartmentTree tree = Organisation.of(lines.toArray(String[]::new));
            Map<SeriesKey, Map<Span, Cell>> cells = new HashMap<>();
            Set<String> holders = new HashSet<>();
            for (int quarter = 0; quarter < 8; quarter++) {
                for (String office : stands.get(quarter).keySet()) {
                    long number = random.nextInt(50);
                    numbers.put(quarter + office, number);
                    holders.add(office);
                    SeriesKey key = new SeriesKey(office, "talks", Optional.empty(), Scope.OWN);
                    cells.computeIfAbsent(key, _ -> new HashMap<>())
                            .put(span(quarter), Statements.cell(key, span(quarter), Stated.figure(1, "Q1 " + number)));
                }
            }
            for (int quarter = 0; quarter < 8; quarter++) {
                for (String asked : List.of("top", "g0", "g1", "g2").stream()
                        .filter(tree::isEverInner)
                        .toList()) {
                    int at = quarter;
                    assertEquals(
                            asItWas(asked, quarter),
                            sum(tree, tree.asWas(), cells, holders, asked, quarter),
                            () -> name + " " + asked + " as it was in " + span(at) + " " + lines);
                    assertEquals(
                            asItIs(asked, quarter),
                            sum(tree, tree.asIs(TODAY), cells, holders, asked, quarter),
                            () -> name + " " + asked + " as it is, " + span(at) + " " + lines);
                }
            }
        }

        private static long sum(
                DepartmentTree tree,
                Hierarchy.Over organisation,
                Map<SeriesKey, Map<Span, Cell>> cells,
                Set<String> holders,
                String asked,
                int quarter) {
            Department there = tree.withCode(asked).orElseThrow();
            Cell total = new DepartmentTotals(
                            organisation,
                            Stated.metric(Aggregation.SUM),
                            holders,
                            (key, span) -> Optional.ofNullable(
                                    cells.getOrDefault(key, Map.of()).get(span)),
                            (_, _) -> State.NOT_REPORTED)
                    .total(there.code(), Optional.empty(), span(quarter));
            assertEquals(total.coverage().expected(), total.coverage().reported(), total::toString);
            return total.interval().map(Interval::lower).orElse(0L);
        }

        private long asItWas(String asked, int quarter) {
            return stands.get(quarter).entrySet().stream()
                    .filter(each -> asked.equals("top") || each.getValue().equals(asked))
                    .mapToLong(each -> numbers.getOrDefault(quarter + each.getKey(), 0L))
                    .sum();
        }

        /// Every office's number goes to the group in which all that became of it stands today.
        private long asItIs(String asked, int quarter) {
            return stands.get(quarter).keySet().stream()
                    .filter(office -> asked.equals("top") || groupsToday(office).equals(Set.of(asked)))
                    .mapToLong(office -> numbers.getOrDefault(quarter + office, 0L))
                    .sum();
        }

        private Set<String> groupsToday(String office) {
            Set<String> found = new HashSet<>();
            String heirs = carriedOn.get(office);
            if (heirs == null) {
                found.add(stands.getLast().getOrDefault(office, ""));
            } else {
                for (String heir : heirs.split(" ", -1)) {
                    found.addAll(groupsToday(heir));
                }
            }
            return found;
        }
    }
}
