package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Happenings that add up over time, and distinct persons, whose number lies between the largest part and the sum.
///
/// Sums rest on statements alone. Differences rest on statements and sums, the smallest enclosing span first. A span
/// that only follows from a difference (H2 = Q3 + Q4, where Q4 = year − January to September) is derived, too.
final class Flow {
    private final SeriesKey key;
    private final Aggregation how;
    private final Timeline timeline;
    private final int[][] candidates;
    private final @Nullable Cell[] found;

    Flow(SeriesKey key, Aggregation how, Timeline timeline) {
        this.key = key;
        this.how = how;
        this.timeline = timeline;
        candidates = timeline.candidates();
        found = new @Nullable Cell[candidates.length];
    }

    List<Cell> cells() {
        state();
        sum();
        if (how == Aggregation.SUM) {
            derive();
            sumWithDerived();
        }
        boundFromBelow();
        leaveSilence();
        List<Cell> cells = new ArrayList<>(candidates.length);
        for (Cell each : found) {
            if (each != null) {
                cells.add(each);
            }
        }
        return List.copyOf(cells);
    }

    private void state() {
        for (int i = 0; i < candidates.length; i++) {
            Cell stated = timeline.at(candidates[i][0], candidates[i][1]);
            if (stated != null && !Statements.isSilent(stated.state())) {
                found[i] = checked(stated, sum(candidates[i], Method.SUMMED), candidates[i]);
            }
        }
        // Only now, so that no check rests on the mark of another.
        for (int i = 0; i < candidates.length; i++) {
            Cell marked = found[i];
            if (marked != null) {
                timeline.put(marked);
            }
        }
    }

    private void sum() {
        for (int i = 0; i < candidates.length; i++) {
            if (found[i] == null) {
                found[i] = sum(candidates[i], Method.SUMMED);
            }
        }
    }

    private void leaveSilence() {
        for (int i = 0; i < candidates.length; i++) {
            if (found[i] == null) {
                found[i] = timeline.at(candidates[i][0], candidates[i][1]);
            }
        }
    }

    private @Nullable Cell sum(int[] cuts, Method method) {
        if (cuts[1] - cuts[0] == 1) {
            return null;
        }
        List<Cell> tiles = new ArrayList<>();
        if (!timeline.tile(cuts[0], cuts[1], false, tiles)) {
            return null;
        }
        Optional<Interval> whole = Parts.together(how, tiles);
        if (whole.isEmpty()) {
            return null;
        }
        Coverage coverage = timeline.coverage(cuts[0], cuts[1], tiles);
        return Parts.summed(how, key, span(cuts), method, whole.get(), tiles, coverage);
    }

    /// The cell, marked if its parts cannot be true together with it.
    private Cell checked(Cell cell, @Nullable Cell parts, int[] cuts) {
        if (cell.conflict().isPresent() || cell.interval().isEmpty()) {
            return cell;
        }
        if (parts != null && parts.interval().isPresent()) {
            Interval sum = parts.interval().get();
            return RoundingTolerance.contradict(cell.state(), cell.interval().get(), parts.state(), sum)
                    ? Statements.inConflict(cell, sum, List.of(parts))
                    : cell;
        }
        List<Cell> some = withLargest(cuts, timeline.pack(cuts[0], cuts[1], how == Aggregation.SUM));
        Interval known = Interval.atLeast(lower(some));
        return RoundingTolerance.widened(cell.state(), cell.interval().get()).endsBefore(known)
                ? Statements.inConflict(cell, known, some)
                : cell;
    }

    private void derive() {
        for (int i = 0; i < candidates.length; i++) {
            if (found[i] == null) {
                found[i] = difference(candidates[i]);
            }
        }
    }

    private @Nullable Cell difference(int[] cuts) {
        int own = cuts[1] - cuts[0];
        for (int length = own + 1; length <= timeline.units; length++) {
            for (int from = Math.max(0, cuts[1] - length); from <= cuts[0] && from + length <= timeline.units; from++) {
                Cell left = difference(cuts, from, from + length);
                if (left != null) {
                    return left;
                }
            }
        }
        return null;
    }

    /// The span as what an enclosing stretch leaves when the rest of it is taken away; null where that says nothing.
    private @Nullable Cell difference(int[] cuts, int from, int to) {
        List<Cell> parts = new ArrayList<>();
        List<Cell> whole = new ArrayList<>();
        if (!timeline.tile(from, cuts[0], true, parts)
                || !timeline.tile(cuts[1], to, true, parts)
                || !timeline.tile(from, to, true, whole)) {
            return null;
        }
        // What is known inside the span is no part of the difference: it is added after the cut at zero.
        List<Cell> inside =
                whole.stream().filter(each -> span(cuts).contains(each.span())).toList();
        List<Cell> around =
                whole.stream().filter(each -> !inside.contains(each)).toList();
        Optional<Interval> all = Parts.together(how, around);
        if (all.isEmpty()) {
            return null;
        }
        Interval taken = Parts.together(how, parts).orElse(Interval.of(0));
        Difference left = Difference.between(all.get(), taken);
        if (left.upper().isPresent() && left.upper().getAsLong() < 0) {
            if (!inside.isEmpty()) {
                return null;
            }
            return impossible(span(cuts), all.get(), taken, whole, parts);
        }
        Interval rest = Parts.cut(left);
        Interval known = Parts.together(how, inside).map(rest::plus).orElse(rest);
        if (known.equals(Interval.UNKNOWN)) {
            return null;
        }
        return checked(Parts.derived(key, span(cuts), known, whole, parts), null, cuts);
    }

    /// No number, because the parts exceed the whole; the conflict is the negative difference. The enclosing report
    /// did come, and does not speak of this span.
    private Cell impossible(Span span, Interval all, Interval taken, List<Cell> whole, List<Cell> parts) {
        List<Cell> behind = new ArrayList<>(whole);
        behind.addAll(parts);
        Interval firm = taken.upper().isPresent() ? taken : Interval.of(taken.lower());
        Difference left = Difference.between(all, firm);
        return new Cell(
                key,
                span,
                Method.MISSING,
                State.NOT_MENTIONED,
                OptionalLong.empty(),
                Optional.empty(),
                Parts.review(behind),
                Optional.of(new Interval(left.lower().orElseThrow(), left.upper())),
                new Coverage(0, 1),
                Parts.revision(behind),
                Parts.figures(behind));
    }

    private void sumWithDerived() {
        for (int i = 0; i < candidates.length; i++) {
            Cell cell = found[i];
            if (cell != null && cell.method() == Method.DERIVED) {
                timeline.put(cell);
            }
        }
        for (int i = 0; i < candidates.length; i++) {
            if (found[i] == null) {
                found[i] = sum(candidates[i], Method.DERIVED);
            }
        }
    }

    private void boundFromBelow() {
        for (int i = 0; i < candidates.length; i++) {
            if (found[i] == null) {
                found[i] = partial(candidates[i]);
            }
        }
    }

    private @Nullable Cell partial(int[] cuts) {
        List<Cell> disjoint = timeline.pack(cuts[0], cuts[1], how == Aggregation.SUM);
        if (disjoint.isEmpty()) {
            return null;
        }
        Coverage coverage = timeline.coverage(cuts[0], cuts[1], disjoint);
        List<Cell> parts = withLargest(cuts, disjoint);
        Interval bound = Interval.atLeast(lower(parts));
        return Parts.summed(how, key, span(cuts), Method.PARTIAL, bound, parts, coverage);
    }

    /// Distinct persons are at least as many as any part has, also one that overlaps the others.
    private List<Cell> withLargest(int[] cuts, List<Cell> disjoint) {
        if (how == Aggregation.BOUND) {
            Cell largest = timeline.largest(cuts[0], cuts[1]);
            if (largest != null && !disjoint.contains(largest)) {
                disjoint.add(largest);
            }
        }
        return disjoint;
    }

    private long lower(List<Cell> parts) {
        return Parts.together(how, parts).map(Interval::lower).orElse(0L);
    }

    private Span span(int[] cuts) {
        return timeline.span(cuts[0], cuts[1]);
    }
}
