package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import plumbline.Value;

/// How well readings meet what people marked: a reading meets a marked count when their spans overlap and their values
/// are equal; pairs are taken one to one, the greatest overlap first, achieved counts before the others.
final class Score {
    /// A count people marked in a text.
    record Marked(
            String document,
            String quote,
            int start,
            int end,
            OptionalLong value,
            String qualifier,
            String unit,
            String family,
            String period,
            boolean achieved) {
        boolean overlaps(NarrativeReading reading) {
            return overlap(reading) > 0;
        }

        int overlap(NarrativeReading reading) {
            return Math.min(end, reading.passage().end())
                    - Math.max(start, reading.passage().start());
        }
    }

    private record Pair(Marked marked, NarrativeReading reading) {
        double share() {
            int length = Math.max(
                    marked.end() - marked.start(),
                    reading.passage().end() - reading.passage().start());
            return (double) marked.overlap(reading) / length;
        }
    }

    private final List<Pair> hits = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int wanted;
    private int read;
    private int traps;
    private int trapped;

    /// Counts one document in.
    void add(Collection<Marked> marked, List<NarrativeReading> readings) {
        List<Pair> pairs = new ArrayList<>();
        for (Marked each : marked) {
            readings.stream()
                    .filter(reading -> each.overlaps(reading) && each.value().equals(stated(reading.value())))
                    .forEach(reading -> pairs.add(new Pair(each, reading)));
        }
        pairs.sort(Comparator.comparing((Pair pair) -> !pair.marked().achieved())
                .thenComparing(Comparator.comparingDouble(Pair::share).reversed()));
        Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> good = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Pair pair : pairs) {
            if (!used.contains(pair.marked()) && !used.contains(pair.reading())) {
                used.add(pair.marked());
                used.add(pair.reading());
                if (pair.marked().achieved()) {
                    hits.add(pair);
                    good.add(pair.reading());
                } else {
                    trapped++;
                }
            }
        }
        for (Marked each : marked) {
            wanted += each.achieved() ? 1 : 0;
            traps += each.achieved() ? 0 : 1;
            if (each.achieved() && !used.contains(each)) {
                wrong.add("missed " + each.document() + " " + each.start() + " " + each.quote());
            }
        }
        for (NarrativeReading reading : readings) {
            if (!good.contains(reading)) {
                wrong.add("extra " + reading.passage());
            }
        }
        read += readings.size();
    }

    static OptionalLong stated(Value value) {
        return value instanceof Value.Amount amount ? amount.stated() : OptionalLong.empty();
    }

    /// How the number is worded, as the corpus says it.
    static String qualifier(NarrativeReading reading) {
        return reading.flags().contains("rounded")
                ? "exact"
                : reading.value().state().word();
    }

    double precision() {
        return (double) hits.size() / Math.max(1, read);
    }

    double recall() {
        return (double) hits.size() / Math.max(1, wanted);
    }

    double qualifier() {
        return share(pair -> pair.marked().qualifier().equals(qualifier(pair.reading())));
    }

    double unit() {
        return share(pair -> pair.marked().unit().equals(pair.reading().unit()));
    }

    double family() {
        return share(pair -> Objects.equals(pair.marked().family(), "*")
                || pair.marked().family().equals(pair.reading().family()));
    }

    double period() {
        return share(pair -> pair.marked().period().equals(pair.reading().period()));
    }

    double trapsTaken() {
        return (double) trapped / Math.max(1, traps);
    }

    private double share(java.util.function.Predicate<Pair> right) {
        return hits.isEmpty() ? 1 : (double) hits.stream().filter(right).count() / hits.size();
    }

    /// What was missed and what was read too much.
    List<String> wrong() {
        return wrong;
    }

    /// The hits whose family, unit, qualifier or period differ from what was marked.
    List<String> differing() {
        return hits.stream()
                .filter(pair -> !(pair.marked().unit().equals(pair.reading().unit())
                        && (pair.marked().family().equals("*")
                                || pair.marked().family().equals(pair.reading().family()))
                        && pair.marked().qualifier().equals(qualifier(pair.reading()))
                        && pair.marked().period().equals(pair.reading().period())))
                .map(pair -> "%s: %s, read %s %s %s %s"
                        .formatted(
                                pair.marked().document(),
                                pair.marked(),
                                qualifier(pair.reading()),
                                pair.reading().unit(),
                                pair.reading().family(),
                                pair.reading().period()))
                .toList();
    }

    @Override
    public String toString() {
        return "precision=%.3f recall=%.3f qualifier=%.3f unit=%.3f family=%.3f period=%.3f traps=%d/%d wanted=%d read=%d"
                .formatted(
                        precision(), recall(), qualifier(), unit(), family(), period(), trapped, traps, wanted, read);
    }
}
