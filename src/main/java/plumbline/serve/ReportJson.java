package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Report;

/// Writes Report and ReportAnswer. Stateless.
final class ReportJson {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_MARKS = 2000;

    private ReportJson() {}

    static JsonObject report(Report report) {
        return new JsonObject()
                .put("id", Ids.report(report.id()))
                .put("name", report.name())
                .put("kind", report.kind().word())
                .put("department", report.department().orElse(null))
                .put("period", report.period().map(Period::toString).orElse(null))
                .put("sha256", report.sha256())
                .put("size", report.size())
                .put("encoding", report.encoding())
                .put("received_at", report.receivedAt().toString())
                .put("actor", report.actor())
                .put("figures", report.figures());
    }

    static JsonObject answer(Report report, String text, List<RecordedFigure> figures) {
        String shown = Texts.slice(text, 0, MOST_CHARACTERS);
        JsonArray marks = new JsonArray();
        figures.stream().flatMap(ReportJson::mark).limit(MOST_MARKS).forEach(marks::add);
        return new JsonObject()
                .put("report", report(report))
                .put("text", shown)
                .put("truncated", shown.length() < text.length())
                .put("marks", marks);
    }

    static Stream<JsonObject> mark(RecordedFigure figure) {
        return figure.figure().place() instanceof Place.Passage passage
                ? Stream.of(new JsonObject()
                        .put("start", passage.start())
                        .put("end", passage.end())
                        .put("figure", Ids.figure(figure.id())))
                : Stream.empty();
    }
}
