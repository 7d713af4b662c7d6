package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import plumbline.Catalog;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Metric;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Report;
import plumbline.Value;
import plumbline.ledger.Import;

/// Writes a figure with its report, its place in it and its revisions.
///
/// @param imports an import by its number
record FigureJson(Catalog catalog, Provenance provenance, Texts texts, LongFunction<Import> imports) {
    /// How many characters are shown on both sides of a quotation.
    private static final int AROUND = 80;

    /// @param revisions of the same key, oldest first
    JsonObject write(RecordedFigure recorded, List<RecordedFigure> revisions) {
        Figure figure = recorded.figure();
        FigureKey key = figure.key();
        JsonObject json = new JsonObject()
                .put("id", Ids.figure(recorded.id()))
                .put("department", key.department())
                .put("metric", key.metric())
                .put("category", key.category().orElse(null))
                .put("period", key.period().toString())
                .put("from", key.range().map(range -> range.from().toString()).orElse(null))
                .put("to", key.range().map(range -> range.to().toString()).orElse(null))
                .put("basis", key.basis().word())
                .put("scope", key.scope().word());
        putValue(json, figure.value());
        return json.put("qualifier", PointJson.qualifier(figure.value().state()))
                .put("review", PointJson.review(figure.review(), recorded.revision()))
                .put("revision", recorded.revision())
                .put("value_text", figure.wording())
                .put("unit", catalog.metric(key.metric()).map(Metric::unit).orElse(""))
                .put("note", figure.note().isEmpty() ? null : figure.note())
                .put("report", ReportJson.report(provenance.form(recorded)))
                .put("place", place(recorded, figure.place()))
                .put(
                        "form_place",
                        figure.formPlace().map(each -> place(recorded, each)).orElse(null))
                .put("revisions", CatalogJson.array(revisions, this::revision));
    }

    static void putValue(JsonObject json, Value value) {
        Optional<Interval> interval =
                value instanceof Value.Amount amount ? Optional.of(amount.interval()) : Optional.empty();
        json.put("value", value instanceof Value.Amount amount ? PointJson.number(amount.stated()) : null)
                .put("lower", interval.map(Interval::lower).orElse(null))
                .put("upper", upper(interval))
                .put("state", value.state().word());
    }

    private static @Nullable Long upper(Optional<Interval> interval) {
        return interval.isPresent() ? PointJson.number(interval.get().upper()) : null;
    }

    private JsonObject place(RecordedFigure figure, Place place) {
        return switch (place) {
            case Place.Passage passage -> passage(figure, passage);
            case Place.Line line -> line(figure, line.line(), line.column());
            case Place.Cell cell ->
                field(provenance.form(figure), cell.row(), cell.column(), cell.toString(), List.of(), List.of());
        };
    }

    private JsonObject passage(RecordedFigure figure, Place.Passage passage) {
        Optional<Report> report = provenance.text(figure);
        String text = report.map(texts::of).orElse("");
        return new JsonObject()
                .put("kind", "passage")
                .put("report", Ids.report(report.map(Report::id).orElse(figure.report())))
                .put("start", passage.start())
                .put("end", passage.end())
                .put("paragraph", Texts.paragraph(text, passage.start()))
                .put("quote", passage.quote())
                .put("before", Texts.slice(text, passage.start() - AROUND, passage.start()))
                .put("after", Texts.slice(text, passage.end(), passage.end() + AROUND));
    }

    private JsonObject line(RecordedFigure figure, int line, int column) {
        Report report = provenance.form(figure);
        String text = texts.of(report);
        List<String> header = Texts.row(text, 1);
        String name = column <= header.size() ? header.get(column - 1) : "";
        String field = Field.named(name).map(Field::word).orElse(name);
        return field(report, line, column, field, header, Texts.row(text, line));
    }

    private static JsonObject field(
            Report report, int line, int column, String field, List<String> header, List<String> row) {
        return new JsonObject()
                .put("kind", "line")
                .put("report", Ids.report(report.id()))
                .put("line", line)
                .put("column", column)
                .put("field", field)
                .put("header", new JsonArray(List.copyOf(header)))
                .put("row", new JsonArray(List.copyOf(row)));
    }

    private JsonObject revision(RecordedFigure recorded) {
        Import by = imports.apply(recorded.importNumber());
        Report report = provenance.form(recorded);
        JsonObject json = new JsonObject()
                .put("id", Ids.figure(recorded.id()))
                .put("revision", recorded.revision())
                .put("value_text", recorded.figure().wording());
        putValue(json, recorded.figure().value());
        return json.put("recorded_at", by.sealedAt().toString())
                .put("actor", by.actor())
                .put("reason", by.reason().orElse(null))
                .put("report", Ids.report(report.id()))
                .put("report_name", report.name());
    }
}
