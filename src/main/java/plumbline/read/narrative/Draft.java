package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Place;
import plumbline.Value;

/// A reading in the making: still in places of the folded text.
record Draft(
        Segment quote,
        Attached attached,
        Value value,
        String unit,
        Covered covered,
        List<String> flags,
        Decision decision,
        String reason) {
    Draft {
        flags = List.copyOf(flags);
    }

    Draft flagged(String flag) {
        List<String> all = new ArrayList<>(flags);
        all.add(flag);
        return new Draft(quote, attached, value, unit, covered, all, decision, reason);
    }

    NarrativeReading reading(Place.Passage passage, Source source, String department) {
        Optional<Metric> metric = attached.metric();
        Basis basis = metric.filter(each -> each.kind() == Kind.STOCK).isPresent() ? Basis.AT_END : covered.basis();
        return new NarrativeReading(
                passage,
                metric,
                attached.quote().of(source.text()),
                attached.family(),
                attached.category(),
                value,
                unit,
                department,
                covered.written(),
                basis,
                flags,
                decision,
                reason);
    }
}
