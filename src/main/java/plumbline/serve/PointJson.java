package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;
import plumbline.Vintage;
import plumbline.ledger.Ledger;

/// Writes a cell as a point of a chart, in the words of the figure that it rests on alone.
///
/// @param wordings of those figures, by number
/// @param contradicting the figures behind cells that are contradicted, by number
record PointJson(Map<Long, String> wordings, Map<Long, RecordedFigure> contradicting) {
    /// For cells that no figure words.
    static final PointJson WORDLESS = new PointJson(Map.of(), Map.of());

    /// What is to be known of the figures behind these cells.
    ///
    /// @param proposed figures that texts are believed to state; their numbers are below zero
    static PointJson of(Stream<Cell> cells, Ledger ledger, Vintage vintage, Supplier<List<RecordedFigure>> proposed) {
        Set<Long> alone = new HashSet<>();
        Set<Long> contradicting = new HashSet<>();
        cells.forEach(cell -> {
            if (cell.conflict().isPresent()) {
                contradicting.addAll(cell.figures());
            } else if (cell.figures().size() == 1) {
                alone.add(cell.figures().getFirst());
            }
        });
        Map<Long, String> wordings = new HashMap<>(ledger.figures().wordings(stored(alone), vintage));
        Map<Long, RecordedFigure> figures = new HashMap<>(ledger.figures().all(stored(contradicting), vintage));
        if (Stream.concat(alone.stream(), contradicting.stream()).anyMatch(id -> id < 0)) {
            proposed.get().forEach(each -> {
                wordings.put(each.id(), each.figure().wording());
                figures.put(each.id(), each);
            });
        }
        return new PointJson(wordings, figures);
    }

    /// For cells that rest on stored figures alone.
    static PointJson of(Stream<Cell> cells, Ledger ledger, Vintage vintage) {
        return of(cells, ledger, vintage, List::of);
    }

    private static List<Long> stored(Set<Long> ids) {
        return ids.stream().filter(id -> id > 0).toList();
    }

    JsonObject write(Cell cell, Period period) {
        JsonArray ids = new JsonArray();
        cell.figures().forEach(id -> ids.add(Ids.figure(id)));
        return new JsonObject()
                .put("period", period.toString())
                .put("value", number(cell.value()))
                .put("lower", cell.interval().map(Interval::lower).orElse(null))
                .put("upper", cell.interval().map(each -> number(each.upper())).orElse(null))
                .put("state", cell.state().word())
                .put("qualifier", qualifier(cell.state()))
                .put("method", cell.method().word())
                .put("review", review(cell.review(), cell.revision()))
                .put("revision", cell.revision())
                .put("value_text", wording(cell))
                .put("conflict", cell.conflict().map(PointJson::interval).orElse(null))
                .put("coverage", coverage(cell.coverage()))
                .put("figures", ids);
    }

    private @Nullable String wording(Cell cell) {
        if (cell.conflict().isEmpty()) {
            return cell.figures().size() == 1 ? wordings.get(cell.figures().getFirst()) : null;
        }
        return cell.figures().stream()
                .flatMap(id -> Optional.ofNullable(contradicting.get(id)).stream())
                .map(RecordedFigure::figure)
                .filter(each -> states(each, cell))
                .map(Figure::wording)
                .findFirst()
                .orElse(null);
    }

    /// Whether the figure says what the cell says, and of the same months.
    private static boolean states(Figure figure, Cell cell) {
        FigureKey key = figure.key();
        return key.department().equals(cell.key().department())
                && key.period().span(key.basis()).equals(cell.span())
                && figure.value() instanceof Value.Amount amount
                && cell.interval().equals(Optional.of(amount.interval()));
    }

    static JsonObject coverage(Coverage coverage) {
        return new JsonObject().put("reported", coverage.reported()).put("expected", coverage.expected());
    }

    static JsonObject interval(Interval interval) {
        return new JsonObject().put("lower", interval.lower()).put("upper", number(interval.upper()));
    }

    static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }

    /// How firmly the number is worded; null without a number.
    static @Nullable String qualifier(State state) {
        return switch (state) {
            case EXACT, ZERO -> "exact";
            case AT_LEAST, AT_MOST, ABOUT, RANGE -> state.word();
            case WITHHELD, SUPPRESSED, NOT_MENTIONED, NOT_REPORTED, NOT_APPLICABLE, NOT_DUE, WITHDRAWN, UNCONFIRMED ->
                null;
        };
    }

    /// One word for two things: a person has yet to look, which says more; or an earlier value was replaced.
    static String review(Review review, int revision) {
        return switch (review) {
            case UNCONFIRMED -> "unconfirmed";
            case CONFIRMED -> revision > 1 ? "revised" : "confirmed";
        };
    }
}
