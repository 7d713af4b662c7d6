package plumbline.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;
import plumbline.Vintage;
import plumbline.ledger.Ledger;
import plumbline.ledger.Subject;

/// The figures on record about what a few keys are about, for comparing texts and forms.
final class Standing {
    private final Map<About, List<RecordedFigure>> figures = new HashMap<>();

    /// What two statements share that speak of the same value, whatever their basis.
    private record About(String department, String metric, Optional<String> category, Span span) {
        static About of(FigureKey key) {
            return new About(
                    key.department(), key.metric(), key.category(), key.period().span(key.basis()));
        }
    }

    private record Asked(Optional<String> category, int year) {}

    /// Reads what is known at the vintage.
    Standing(Ledger ledger, Vintage vintage, Collection<FigureKey> keys) {
        Map<Asked, Set<FigureKey>> asked = new HashMap<>();
        keys.forEach(key -> asked.computeIfAbsent(
                        new Asked(key.category(), key.period().year()), _ -> new HashSet<>())
                .add(key));
        asked.forEach((about, those) -> {
            Set<String> metrics = new HashSet<>();
            Set<String> departments = new HashSet<>();
            those.forEach(key -> {
                metrics.add(key.metric());
                departments.add(key.department());
            });
            Map<FigureKey, RecordedFigure> newest = new HashMap<>();
            ledger.arrivals()
                    .figures(new Subject(metrics, about.category(), departments, about.year()), vintage)
                    .forEach(each -> newest.put(each.figure().key(), each)); // the last one stays
            newest.values().stream()
                    .filter(each -> each.figure().value().state() != State.WITHDRAWN)
                    .filter(each -> each.figure().key().range().isEmpty())
                    .forEach(each -> figures.computeIfAbsent(
                                    About.of(each.figure().key()), _ -> new ArrayList<>())
                            .add(each));
        });
    }

    /// What is on record about the key's value and cannot be true together with this one.
    List<RecordedFigure> against(FigureKey key, Value value) {
        return figures.getOrDefault(About.of(key), List.of()).stream()
                .filter(each -> contradict(each.figure().value(), value))
                .toList();
    }

    /// Whether no number is both. What carries no number contradicts nothing.
    static boolean contradict(Value one, Value other) {
        return one instanceof Value.Amount first
                && other instanceof Value.Amount second
                && first.interval().isDisjoint(second.interval());
    }
}
