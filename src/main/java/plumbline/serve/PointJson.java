package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;

/// Writes a cell as a point of a chart.
///
/// @param figures at least those that [#wordedBy] names, by id
record PointJson(Map<Long, RecordedFigure> figures) {
    /// The ids of the figures one of which may have worded the cell: the only one behind it, or those on either side of
    /// a contradiction.
    static Stream<Long> wordedBy(Cell cell) {
        boolean few = cell.figures().size() == 1 || cell.conflict().isPresent();
        return few ? cell.figures().stream() : Stream.empty();
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
                .put(
                        "coverage",
                        new JsonObject()
                                .put("reported", cell.coverage().reported())
                                .put("expected", cell.coverage().expected()))
                .put("figures", ids);
    }

    private @Nullable String wording(Cell cell) {
        return wordedBy(cell)
                .flatMap(id -> Optional.ofNullable(figures.get(id)).stream())
                .map(RecordedFigure::figure)
                .filter(each -> cell.conflict().isEmpty() || states(each, cell))
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
