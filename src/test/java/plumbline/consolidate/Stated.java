package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Direction;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Life;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Place;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// A short notation for what one department states in 2022, and for the cells that follow.
///
/// `Q1 3`, `to Q2 7` (to date), `end Q1 41` (a stock), `H1 61..69`, `H1 61..`, `Q1 ~30=25..35` (about), `Q1 *`
/// (withheld), `Q1 -` (not mentioned), `Q1 /` (not applicable), `Q1 3?` (unconfirmed). Ids count up from 1.
final class Stated {
    static final SeriesKey KEY = new SeriesKey("D01", "talks", Optional.empty(), Scope.OWN);

    private Stated() {}

    static Metric metric(Aggregation overTime) {
        Kind kind = switch (overTime) {
            case SUM -> Kind.FLOW;
            case BOUND -> Kind.PERSONS;
            case LAST -> Kind.STOCK;
            case NONE -> Kind.PERCAP;
            case RATIO -> Kind.RATIO;
        };
        Aggregation overDepartments = switch (overTime) {
            case SUM, BOUND, LAST -> Aggregation.SUM;
            case NONE, RATIO -> overTime;
        };
        return new Metric(
                "talks",
                new Name("谈话", "Talks"),
                "talks",
                "次",
                0,
                kind,
                Direction.NEUTRAL,
                false,
                overTime,
                overDepartments,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    static List<RecordedFigure> figures(String... lines) {
        List<RecordedFigure> figures = new ArrayList<>();
        for (String line : lines) {
            figures.add(figure(figures.size() + 1, line));
        }
        return figures;
    }

    static RecordedFigure figure(long id, String line) {
        List<String> words = List.of(line.split(" "));
        Basis basis = switch (words.getFirst()) {
            case "to" -> Basis.TO_DATE;
            case "end" -> Basis.AT_END;
            default -> Basis.IN_PERIOD;
        };
        List<String> rest = basis == Basis.IN_PERIOD ? words : words.subList(1, words.size());
        boolean unconfirmed = rest.getLast().endsWith("?");
        String value = rest.getLast().replace("?", "");
        return recorded(
                id, period(rest.getFirst()), basis, value(value), unconfirmed ? Review.UNCONFIRMED : Review.CONFIRMED);
    }

    static RecordedFigure recorded(long id, Period period, Basis basis, Value value, Review review) {
        FigureKey key = new FigureKey(
                KEY.department(), KEY.metric(), KEY.category(), period, basis, KEY.scope(), Optional.empty());
        Figure figure = new Figure(key, value, "", review, "", new Place.Line(1, 1), Optional.empty());
        return new RecordedFigure(id, (int) id, 1, 1, Optional.empty(), figure);
    }

    static Period period(String word) {
        return word.equals("Y") ? Period.parse("2022") : Period.parse("2022-" + word);
    }

    private static Value value(String text) {
        return switch (text) {
            case "*" -> new Value.Absent(State.WITHHELD);
            case "-" -> new Value.Absent(State.NOT_MENTIONED);
            case "/" -> new Value.Absent(State.NOT_APPLICABLE);
            default -> amount(text);
        };
    }

    private static Value amount(String text) {
        if (text.startsWith("~")) {
            int equals = text.indexOf('=');
            return new Value.Amount(
                    Qualifier.ABOUT,
                    OptionalLong.of(Long.parseLong(text.substring(1, equals))),
                    interval(text.substring(equals + 1)));
        }
        Interval interval = interval(text);
        if (interval.isPoint()) {
            return Value.exact(interval.lower());
        }
        Qualifier qualifier = interval.upper().isPresent() ? Qualifier.RANGE : Qualifier.AT_LEAST;
        return new Value.Amount(qualifier, OptionalLong.empty(), interval);
    }

    static Interval interval(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Interval.of(Long.parseLong(text));
        }
        long lower = Long.parseLong(text.substring(0, dots));
        String upper = text.substring(dots + 2);
        return upper.isEmpty() ? Interval.atLeast(lower) : Interval.of(lower, Long.parseLong(upper));
    }

    /// January to the given quarter's or month's end, or the period itself.
    static Span span(String word) {
        return word.startsWith("to ")
                ? period(word.substring(3)).span(Basis.TO_DATE)
                : period(word).span();
    }

    static List<Cell> cells(Aggregation overTime, String... lines) {
        return new Consolidation().consolidate(metric(overTime), KEY, 2022, Life.ALWAYS, figures(lines));
    }

    /// The cell of the span as a line, or `nothing`.
    static String cell(String span, Aggregation overTime, String... lines) {
        return cells(overTime, lines).stream()
                .filter(each -> each.span().equals(span(span)))
                .map(Stated::line)
                .findFirst()
                .orElse("nothing");
    }

    /// Method, state, number as worded, bounds, coverage, figures, and the conflict and the review where there are any.
    static String line(Cell cell) {
        Coverage coverage = cell.coverage();
        return cell.method().word()
                + " " + cell.state().word()
                + (cell.value().isPresent() ? " " + cell.value().getAsLong() : "")
                + cell.interval().map(each -> " [" + bounds(each) + "]").orElse("")
                + " " + coverage.reported() + "/" + coverage.expected()
                + " #" + cell.figures().stream().map(String::valueOf).collect(Collectors.joining(","))
                + cell.conflict().map(each -> " against [" + bounds(each) + "]").orElse("")
                + (cell.review() == Review.UNCONFIRMED ? " unconfirmed" : "");
    }

    private static String bounds(Interval interval) {
        return interval.lower()
                + ".."
                + (interval.upper().isPresent()
                        ? String.valueOf(interval.upper().getAsLong())
                        : "");
    }
}
