package plumbline.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Metric;
import plumbline.Period;
import plumbline.SeriesKey;
import plumbline.Target;
import plumbline.analyse.Series;
import plumbline.analyse.signal.ControlChart;
import plumbline.analyse.signal.PhaseDecision;
import plumbline.ledger.Ledger;
import plumbline.ledger.RecordedPhase;
import plumbline.ledger.RecordedTarget;

/// Control charts of series, with the phases and the targets that people decided on. Thread-safe.
final class Signals {
    /// Ten years of quarters; what was before says little of the process of today.
    static final int MOST_PERIODS = 40;

    private final Ledger ledger;
    private final View.Views views;

    Signals(Ledger ledger, View.Views views) {
        this.ledger = ledger;
        this.views = views;
    }

    /// The periods up to one, of its kind, of which anything was ever said; limits rest on all of them, whatever part
    /// of them is looked at.
    List<Period> window(Period until, View view) {
        int first = ledger.extent().periods(view.vintage()).stream()
                .mapToInt(Period::year)
                .min()
                .orElse(until.year());
        return window(until, first);
    }

    /// The periods from a year on, up to 40.
    static List<Period> window(Period until, int firstYear) {
        List<Period> periods = new ArrayList<>(List.of(until));
        while (periods.size() < MOST_PERIODS
                && periods.getLast().year() > Period.EARLIEST
                && periods.getLast().previous().year() >= firstYear) {
            periods.add(periods.getLast().previous());
        }
        return List.copyOf(periods.reversed());
    }

    ControlChart chart(Metric metric, Series series, View view) {
        List<PhaseDecision> decisions = phases(series.key(), view).stream()
                .map(phase -> new PhaseDecision(
                        phase.first(),
                        views.day(phase.decided().at()),
                        phase.decided().reason().orElseThrow(),
                        phase.decided().actor()))
                .toList();
        return ControlChart.of(metric, series, decisions, target(series, view));
    }

    /// The phases of a series, by time.
    List<RecordedPhase> phases(SeriesKey key, View view) {
        return ledger.decisions().phases(view.vintage()).stream()
                .filter(each -> each.metric().equals(key.metric())
                        && each.department().equals(key.department())
                        && each.category().equals(key.category()))
                .sorted(Comparator.comparing(RecordedPhase::first))
                .toList();
    }

    /// What is asked of the last period of a series, if anything is.
    private OptionalLong target(Series series, View view) {
        if (series.periods().isEmpty() || series.key().category().isPresent()) {
            return OptionalLong.empty();
        }
        Optional<Target> target = ledger.decisions().targets(view.vintage()).stream()
                .map(RecordedTarget::target)
                .filter(each -> each.metric().equals(series.key().metric())
                        && each.department().equals(series.key().department())
                        && each.period().equals(series.periods().getLast()))
                .findFirst();
        return target.stream().mapToLong(Target::least).findFirst();
    }
}
