package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import plumbline.Catalog;
import plumbline.Metric;
import plumbline.Qualifier;
import plumbline.Value;

/// What follows from a count without being counted: 收到的2份信件信访目前均已办结 says that two were closed.
final class Derived {
    private static final String RECEIVED = "_received";
    private static final String CLOSED = "_closed";

    private final Source source;
    private final Catalog catalog;

    Derived(Source source, Catalog catalog) {
        this.source = source;
        this.catalog = catalog;
    }

    Optional<Draft> from(Draft draft, Segment sentence) {
        boolean allDone = draft.decision().isAchieved()
                && source.has(
                        Cue.ALL_DONE,
                        draft.quote().end(),
                        Math.min(sentence.end(), draft.quote().end() + 20));
        return allDone
                ? draft.attached().metric().flatMap(this::closed).map(metric -> of(draft, metric))
                : Optional.empty();
    }

    /// 5个支部各开展主题党日6次: thirty in all.
    static Optional<Draft> product(Draft units, Draft each) {
        boolean named = units.reason().equals("units_named") && each.decision().isAchieved();
        if (!named || !each.flags().contains("each")) {
            return Optional.empty();
        }
        if (units.value() instanceof Value.Amount many
                && each.value() instanceof Value.Amount one
                && many.qualifier() == Qualifier.EXACT
                && one.qualifier() == Qualifier.EXACT) {
            long all =
                    Math.multiplyExact(many.interval().lower(), one.interval().lower());
            Draft product = new Draft(
                    each.quote(),
                    each.attached(),
                    Value.exact(all),
                    each.unit(),
                    each.covered(),
                    List.of("derived"),
                    Decision.DERIVED,
                    "each_of_several");
            return Optional.of(product);
        }
        return Optional.empty();
    }

    private Optional<Metric> closed(Metric received) {
        return received.code().endsWith(RECEIVED)
                ? catalog.metric(received.code().replace(RECEIVED, CLOSED))
                : Optional.empty();
    }

    private static Draft of(Draft draft, Metric metric) {
        Attached attached = new Attached(
                Optional.of(metric), "", metric.family(), List.of(), draft.quote(), List.of("derived"), true);
        return new Draft(
                draft.quote(),
                attached,
                draft.value(),
                draft.unit(),
                draft.covered(),
                attached.flags(),
                Decision.DERIVED,
                "all_done");
    }
}
