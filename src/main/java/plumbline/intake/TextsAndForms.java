package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Row;
import plumbline.Severity;
import plumbline.Span;

/// Compares what texts are believed to state with what forms state: 文中43次，表中34次 is said before either counts.
final class TextsAndForms {
    private final Map<About, List<RecordedFigure>> inTexts = new HashMap<>();
    private final LongFunction<String> reports;

    private record About(String department, String metric, Optional<String> category, Span span) {
        static About of(FigureKey key) {
            return new About(
                    key.department(), key.metric(), key.category(), key.period().span(key.basis()));
        }
    }

    /// @param proposed what texts are believed to state and nobody has confirmed
    /// @param reports names the report of a number
    TextsAndForms(List<RecordedFigure> proposed, LongFunction<String> reports) {
        this.reports = reports;
        proposed.forEach(each -> inTexts.computeIfAbsent(About.of(each.figure().key()), _ -> new ArrayList<>())
                .add(each));
    }

    /// The figure of a form; where a text states another number, it awaits a person too, and a finding says so.
    Figure compared(Opened file, Row row, Figure figure) {
        if (inTexts.isEmpty() || figure.key().range().isPresent()) {
            return figure;
        }
        Optional<RecordedFigure> other = inTexts.getOrDefault(About.of(figure.key()), List.of()).stream()
                .filter(each -> Standing.contradict(each.figure().value(), figure.value()))
                .filter(each -> !pointsThere(figure, each))
                .findFirst();
        if (other.isEmpty()) {
            return figure;
        }
        RecordedFigure text = other.get();
        String there = Finding.brief(text.figure().place() instanceof Place.Passage passage ? passage.quote() : "");
        String here = Finding.brief(figure.wording());
        String name = reports.apply(text.report());
        Name place = Finding.spoken(text.figure().place());
        file.findings()
                .accept(Finding.at(
                        Severity.WARNING,
                        "text_differs",
                        file.file().name(),
                        row.place(Field.VALUE),
                        figure.wording(),
                        "the number of the text, '%s' (%s, %s), or a person's word at the desk"
                                .formatted(there, name, place.en()),
                        new Name(
                                "表中“%s”，文中“%s”（%s%s）；核对之前，两个数都不计入。".formatted(here, there, name, place.zh()),
                                "the form says “%s”, the text “%s” (%s, %s); neither counts until a person has decided."
                                        .formatted(here, there, name, place.en()))));
        return new Figure(
                figure.key(),
                figure.value(),
                figure.wording(),
                Review.UNCONFIRMED,
                figure.note(),
                figure.place(),
                figure.formPlace());
    }

    /// A form that points at the words has read them itself.
    private static boolean pointsThere(Figure figure, RecordedFigure text) {
        return figure.place() instanceof Place.Passage form
                && text.figure().place() instanceof Place.Passage passage
                && form.document().equals(passage.document())
                && form.start() < passage.end()
                && passage.start() < form.end();
    }

    /// Says which numbers of a text contradict the record.
    static void report(Opened file, List<RecordedFigure> proposed, Standing standing, LongFunction<String> reports) {
        for (RecordedFigure each : proposed) {
            standing.against(each.figure().key(), each.figure().value()).stream()
                    .findFirst()
                    .ifPresent(other -> {
                        String here = Finding.brief(
                                each.figure().place() instanceof Place.Passage passage ? passage.quote() : "");
                        String there = Finding.brief(other.figure().wording());
                        Name where = Contradictions.where(other, reports);
                        file.findings()
                                .accept(Finding.at(
                                        Severity.WARNING,
                                        "record_differs",
                                        file.file().name(),
                                        each.figure().place(),
                                        here,
                                        "'%s' as recorded (%s), or a correction at the desk"
                                                .formatted(there, where.en()),
                                        new Name(
                                                "文中“%s”，而已有数据为“%s”（%s）；请核对，确认之前文中的数不计入。"
                                                        .formatted(here, there, where.zh()),
                                                "the text says “%s”, but “%s” is on record (%s); please review, the number of the text does not count until then."
                                                        .formatted(here, there, where.en()))));
                    });
        }
    }
}
