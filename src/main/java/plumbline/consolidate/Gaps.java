package plumbline.consolidate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Span;
import plumbline.State;

/// Why a department has no cell of a metric over a span.
///
/// @param submissions the spans about which the department said anything at all
/// @param deadlines the reporting calendar; lines of other departments and other metrics are passed over
/// @param today the day on which the question is asked
public record Gaps(
        Department department, String metric, Set<Span> submissions, List<Deadline> deadlines, LocalDate today) {
    /// What says most about a whole stands first: something was said, but masked; a report came, but did not speak of
    /// it; none came; none is due; it does not concern the department.
    private static final List<State> TELLING = List.of(
            State.WITHHELD,
            State.SUPPRESSED,
            State.UNCONFIRMED,
            State.NOT_MENTIONED,
            State.NOT_REPORTED,
            State.NOT_DUE,
            State.NOT_APPLICABLE);

    public Gaps {
        submissions = Set.copyOf(submissions);
        deadlines = deadlines.stream()
                .filter(each -> each.department().equals(department.code())
                        && each.metric().map(metric::equals).orElse(true))
                .toList();
    }

    /// The reason, from the department's life, its reports and the calendar.
    ///
    /// Where the calendar asks for a report of just this span, only that report counts: a half-year's does not
    /// stand for the quarter's that never came. A deadline of the metric goes before one of the whole report; one
    /// for just this span before those of its last parts. It lies in the future up to and including its day.
    public State why(Span span) {
        if (!department.existsIn(span)) {
            return State.NOT_APPLICABLE;
        }
        boolean owed = deadlines.stream().anyMatch(each -> each.period().span().equals(span));
        if (submissions.stream().anyMatch(each -> owed ? each.equals(span) : reaches(each, span))) {
            return State.NOT_MENTIONED;
        }
        List<LocalDate> due = due(span);
        if (due.isEmpty()) {
            return today.isAfter(span.end()) ? State.NOT_REPORTED : State.NOT_DUE;
        }
        return due.stream().anyMatch(day -> !day.isBefore(today)) ? State.NOT_DUE : State.NOT_REPORTED;
    }

    /// As [#why(Span)], but where a report could have come, the statements about parts of the span say more: a year of
    /// four `*` is withheld.
    ///
    /// @param cells the series' cells; those of other spans are passed over
    public State why(Span span, Collection<Cell> cells) {
        State plain = why(span);
        return switch (plain) {
            case NOT_APPLICABLE, NOT_DUE -> plain;
            case NOT_MENTIONED, NOT_REPORTED, WITHHELD, SUPPRESSED, WITHDRAWN, UNCONFIRMED -> {
                List<State> parts = cells.stream()
                        .filter(each ->
                                !each.figures().isEmpty() && !each.state().hasNumber() && span.contains(each.span()))
                        .map(Cell::state)
                        .toList();
                int months = monthsThatDoNotApply(span, cells);
                yield months == span.months()
                        ? State.NOT_APPLICABLE
                        : parts.stream().allMatch(State.NOT_APPLICABLE::equals) ? plain : ofParts(parts);
            }
            case EXACT, ZERO, AT_LEAST, AT_MOST, ABOUT, RANGE -> throw new IllegalStateException(plain.word());
        };
    }

    private static int monthsThatDoNotApply(Span span, Collection<Cell> cells) {
        int months = 0;
        for (int month = span.first(); month <= span.last(); month++) {
            Span one = new Span(span.year(), month, month);
            months += cells.stream()
                            .anyMatch(each -> each.state() == State.NOT_APPLICABLE
                                    && span.contains(each.span())
                                    && each.span().contains(one))
                    ? 1
                    : 0;
        }
        return months;
    }

    /// The state of a whole none of whose parts carries a number: the most telling one, in the order withheld,
    /// suppressed, unconfirmed, not mentioned, not reported,
    /// not due; not applicable only if all parts are (or there are none).
    public static State ofParts(Collection<State> parts) {
        return TELLING.stream().filter(parts::contains).findFirst().orElse(State.NOT_APPLICABLE);
    }

    /// The state most parts are in, of equally many the more telling; not applicable only if all are.
    public static State mostFrequent(Collection<State> parts) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        parts.forEach(each -> counts.merge(each, 1, Integer::sum));
        State found = State.NOT_APPLICABLE;
        int most = 0;
        for (State each : TELLING) {
            int count = counts.getOrDefault(each, 0);
            if (each != State.NOT_APPLICABLE && count > most) {
                found = each;
                most = count;
            }
        }
        return found;
    }

    private static boolean reaches(Span submission, Span span) {
        return submission.year() == span.year()
                && submission.first() <= span.last()
                && submission.last() >= span.last();
    }

    private List<LocalDate> due(Span span) {
        List<Deadline> ofMetric =
                deadlines.stream().filter(each -> each.metric().isPresent()).toList();
        List<Deadline> ofReport =
                deadlines.stream().filter(each -> each.metric().isEmpty()).toList();
        for (List<Deadline> some : List.of(ofMetric, ofReport)) {
            List<LocalDate> exact = days(some, span, true);
            List<LocalDate> found = exact.isEmpty() ? days(some, span, false) : exact;
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<LocalDate> days(List<Deadline> deadlines, Span span, boolean exactly) {
        return deadlines.stream()
                .filter(each -> {
                    Span owed = each.period().span();
                    return exactly ? owed.equals(span) : span.contains(owed) && owed.last() == span.last();
                })
                .map(Deadline::due)
                .toList();
    }
}
