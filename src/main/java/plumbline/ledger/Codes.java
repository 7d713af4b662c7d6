package plumbline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.FigureKey;
import plumbline.Method;
import plumbline.Qualifier;
import plumbline.Review;
import plumbline.Scope;
import plumbline.State;
import plumbline.Verdict;

/// The numbers and texts that stand for words and instants in the tables. They are part of every ledger ever written:
/// new words are appended, none is moved.
final class Codes {
    static final List<Basis> BASES = List.of(Basis.IN_PERIOD, Basis.TO_DATE, Basis.AT_END);
    static final List<Scope> SCOPES = List.of(Scope.OWN, Scope.CONSOLIDATED);
    static final List<Review> REVIEWS = List.of(Review.CONFIRMED, Review.UNCONFIRMED);
    static final List<Method> METHODS =
            List.of(Method.STATED, Method.SUMMED, Method.DERIVED, Method.PARTIAL, Method.MISSING);
    static final List<State> STATES = List.of(
            State.EXACT,
            State.ZERO,
            State.AT_LEAST,
            State.AT_MOST,
            State.ABOUT,
            State.RANGE,
            State.WITHHELD,
            State.SUPPRESSED,
            State.NOT_MENTIONED,
            State.NOT_REPORTED,
            State.NOT_APPLICABLE,
            State.NOT_DUE,
            State.WITHDRAWN,
            State.UNCONFIRMED);

    static final List<Verdict.Kind> VERDICTS = List.of(
            Verdict.Kind.CONFIRM,
            Verdict.Kind.VOUCH,
            Verdict.Kind.NO_COUNT,
            Verdict.Kind.QUERY,
            Verdict.Kind.REOPEN,
            Verdict.Kind.REPLACE);

    /// Category number of a metric as a whole, and metric number of a deadline for the whole report.
    static final long WHOLE = 0;

    /// Fixed width, so that instants sort as texts.
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Codes() {}

    static <E> int number(List<E> words, E word) {
        int number = words.indexOf(word);
        if (number < 0) {
            throw new IllegalArgumentException("no number for " + word);
        }
        return number;
    }

    static <E> E word(List<E> words, long number) {
        return words.get(Math.toIntExact(number));
    }

    /// The number of a day; 0 for none.
    static long day(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(0L);
    }

    /// The free range between two numbers of days.
    static Optional<FigureKey.Range> range(long from, long to) {
        return from == 0 && to == 0
                ? Optional.empty()
                : Optional.of(new FigureKey.Range(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
    }

    /// How a number in this state is worded.
    static Qualifier qualifier(State state) {
        return switch (state) {
            case EXACT, ZERO -> Qualifier.EXACT;
            case AT_LEAST -> Qualifier.AT_LEAST;
            case AT_MOST -> Qualifier.AT_MOST;
            case ABOUT -> Qualifier.ABOUT;
            case RANGE -> Qualifier.RANGE;
            case WITHHELD, SUPPRESSED, NOT_MENTIONED, NOT_REPORTED, NOT_APPLICABLE, NOT_DUE, WITHDRAWN, UNCONFIRMED ->
                throw new IllegalArgumentException(state + " has no qualifier");
        };
    }

    static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
