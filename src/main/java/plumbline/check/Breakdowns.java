package plumbline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Classification;
import plumbline.Classification.Category;
import plumbline.Interval;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;

/// Holds stated categories against what they are part of: a part (其中) is never larger than its whole, and the
/// categories of an exhaustive scheme never exceed it together. Pure.
///
/// Categories of different schemes are never looked at together: a person may hold a Party and an administrative
/// sanction, and nothing follows from their sum.
public final class Breakdowns {
    private final Catalog catalog;

    public Breakdowns(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Parts that cannot all belong to their whole.
    ///
    /// @param parts one that is larger by itself, or several that are larger together
    public record Excess(List<Cell> parts, Cell whole) {
        public Excess {
            parts = List.copyOf(parts);
        }
    }

    private record When(Scope scope, Span span) {}

    /// The metric as a whole, or the category of this code.
    private record Stated(Map<Optional<String>, Cell> byCategory) {
        Optional<Cell> of(Optional<String> category) {
            return Optional.ofNullable(byCategory.get(category));
        }
    }

    /// Passes on what is too large among the stated cells of one metric and one department.
    public void check(List<Cell> cells, Consumer<Excess> sink) {
        Map<When, Stated> times = new LinkedHashMap<>();
        for (Cell each : cells) {
            if (each.interval().isPresent()) {
                times.computeIfAbsent(new When(each.key().scope(), each.span()), _ -> new Stated(new HashMap<>()))
                        .byCategory()
                        .put(each.key().category(), each);
            }
        }
        times.values().forEach(each -> check(each, sink));
    }

    private void check(Stated stated, Consumer<Excess> sink) {
        for (Classification scheme : catalog.classifications()) {
            Map<Cell, List<Cell>> parts = new LinkedHashMap<>();
            for (Category category : scheme.categories()) {
                Optional<Cell> part = stated.of(Optional.of(category.code()));
                Optional<Cell> whole = category.parent()
                        .flatMap(parent -> stated.of(Optional.of(parent)))
                        .or(() -> stated.of(Optional.empty()));
                if (part.isPresent() && whole.isPresent()) {
                    if (least(part.get()) > most(whole.get())) {
                        sink.accept(new Excess(List.of(part.get()), whole.get()));
                    }
                    // A part whose parent is not stated stands for itself, beside others of its rank or not.
                    boolean direct = category.parent().equals(whole.get().key().category());
                    if (direct) {
                        parts.computeIfAbsent(whole.get(), _ -> new ArrayList<>())
                                .add(part.get());
                    }
                }
            }
            if (scheme.exhaustive()) {
                parts.forEach((whole, all) -> together(whole, all, sink));
            }
        }
    }

    /// Only exact parts are added up, and only where none is too large by itself.
    private static void together(Cell whole, List<Cell> parts, Consumer<Excess> sink) {
        long sum = 0;
        for (Cell each : parts) {
            if (!each.interval().orElseThrow().isPoint() || least(each) > most(whole)) {
                return;
            }
            sum = Math.addExact(sum, least(each));
        }
        if (sum > most(whole)) {
            sink.accept(new Excess(parts, whole));
        }
    }

    /// A rounded number may be half a unit of its last digit further off than it is shown (DOMAIN §3.2).
    private static long slack(Cell cell) {
        Interval interval = cell.interval().orElseThrow();
        return cell.state() == State.ABOUT && interval.upper().isPresent()
                ? (interval.upper().getAsLong() - interval.lower() + 1) / 2
                : 0;
    }

    private static long least(Cell cell) {
        return cell.interval().orElseThrow().lower() - slack(cell);
    }

    private static long most(Cell cell) {
        Interval interval = cell.interval().orElseThrow();
        return interval.upper().isEmpty() ? Long.MAX_VALUE : interval.upper().getAsLong() + slack(cell);
    }
}
