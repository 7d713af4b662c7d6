package plumbline.check;

import java.util.Optional;
import java.util.OptionalInt;
import plumbline.Attribution;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Proposal;
import plumbline.Scope;
import plumbline.Span;

/// Works out what figure a [Proposal] would be, from its own words and from whose report it is. Pure.
public final class Proposed {
    private static final int MONTHS = 7; // 2022-01

    private Proposed() {}

    /// The time a proposal speaks of.
    public record Time(Period period, Basis basis) {}

    /// The key the proposal's figure would have; empty where its metric, department or period is not known.
    public static Optional<FigureKey> key(Proposal proposal, Attribution attribution, Catalog catalog) {
        Optional<Metric> metric = proposal.metric().flatMap(catalog::metric);
        Optional<Time> time = time(proposal, attribution.period());
        if (metric.isEmpty() || time.isEmpty() || attribution.department().isEmpty()) {
            return Optional.empty();
        }
        Basis basis = metric.get().accepts(time.get().basis())
                ? time.get().basis()
                : metric.get().usualBasis();
        return Optional.of(new FigureKey(
                attribution.department().get(),
                metric.get().code(),
                proposal.category(),
                time.get().period(),
                basis,
                Scope.OWN,
                Optional.empty()));
    }

    /// What the words of the text mean for a report of this period: `--H1` is the first half of its year, `2022-YTD`
    /// runs from January to its end, and nothing at all is the period itself.
    ///
    /// @param own period of the report
    public static Optional<Time> time(Proposal proposal, Optional<Period> own) {
        String written = proposal.period();
        if (written.isEmpty()) {
            return own.map(period -> new Time(period, proposal.basis()));
        }
        String dated = written.startsWith("--")
                ? own.map(period -> "%04d-%s".formatted(period.year(), written.substring(2)))
                        .orElse("")
                : written;
        Optional<Period> read = Period.read(dated);
        if (read.isPresent()) {
            return read.map(period -> new Time(period, proposal.basis()));
        }
        if (dated.endsWith("-YTD")) {
            return own.filter(period -> dated.startsWith("%04d-".formatted(period.year())))
                    .map(period -> new Time(period, Basis.TO_DATE));
        }
        return months(dated);
    }

    /// `2018-01/2018-07`: of months from January on the period they end with, to date; of others the period they are.
    private static Optional<Time> months(String written) {
        int slash = written.indexOf('/');
        Optional<Period> first = slash == MONTHS ? Period.read(written.substring(0, slash)) : Optional.empty();
        Optional<Period> last = first.isPresent() ? Period.read(written.substring(slash + 1)) : Optional.empty();
        OptionalInt year = last.isPresent() ? OptionalInt.of(last.get().year()) : OptionalInt.empty();
        if (year.isEmpty() || first.get().year() != year.getAsInt()) {
            return Optional.empty();
        }
        int from = first.get().span().first();
        int to = last.get().span().last();
        if (from > to) {
            return Optional.empty();
        }
        Optional<Time> whole =
                Period.ofSpan(new Span(year.getAsInt(), from, to)).map(period -> new Time(period, Basis.IN_PERIOD));
        if (whole.isPresent() || from != 1) {
            return whole;
        }
        Period end = to % 3 == 0 ? new Period.Quarter(year.getAsInt(), to / 3) : new Period.Month(year.getAsInt(), to);
        return Optional.of(new Time(end, Basis.TO_DATE));
    }
}
