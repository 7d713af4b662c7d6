package plumbline.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Place;
import plumbline.analyse.question.Question;
import plumbline.serve.Raised;

/// Prints what is worth a second look, a question to a line, with its figures. Stateless.
final class QuestionText {
    private QuestionText() {}

    /// @param name of the file, as its findings name it
    static void write(Raised raised, String name, PrintWriter out) {
        for (Raised.Asked each : raised.asked()) {
            out.printf(
                    "%s: question: %s: %s%n",
                    each.place()
                            .map(Place::toString)
                            .map(place -> name + ":" + place)
                            .orElse(name),
                    about(each.question(), each.metric()),
                    words(each.question(), each.metric()));
        }
        if (raised.count() > raised.asked().size()) {
            out.printf(
                    "%s: %d more questions%n",
                    name, raised.count() - raised.asked().size());
        }
        if (raised.looked() < raised.brought()) {
            out.printf("%s: questions were asked of %d of %d values%n", name, raised.looked(), raised.brought());
        }
    }

    private static String about(Question question, Metric metric) {
        Cell cell = question.cells().getLast();
        return "%s %s %s".formatted(cell.key().department(), metric.code(), when(cell));
    }

    private static String words(Question question, Metric metric) {
        String value = value(question.cells().getLast(), metric);
        return switch (question) {
            case Question.OutsideHistory each ->
                "is %s right? the %d values before it lie around %s"
                        .formatted(value, each.history().size(), number(each.median(), metric));
            case Question.UnitSlip each ->
                "is the unit or the number of digits of %s right? %s would be like the %d values before it"
                        .formatted(value, fitting(each, metric), each.history().size());
            case Question.IdenticalToLast each ->
                "is %s right? it is what was stated for %s, too".formatted(value, when(each.last()));
            case Question.DigitHeaping each ->
                "were these counted or estimated? %d of %d numbers end in 0 or 5, where a fifth would be usual"
                        .formatted(each.round(), each.cells().size());
            case Question.SumToTarget each ->
                "is it so that %s is just the standard of %s?"
                        .formatted(
                                each.cells().stream()
                                        .map(cell -> value(cell, metric))
                                        .collect(Collectors.joining(" + ")),
                                number(each.target(), metric));
            case Question.ToDateFalls each ->
                "is %s since January right? it was %s by the end of %s"
                        .formatted(value, value(each.before(), metric), when(each.before()));
        };
    }

    private static String fitting(Question.UnitSlip slip, Metric metric) {
        long stated = slip.cell().interval().map(Interval::lower).orElse(0L);
        double fits = slip.tooLarge() ? (double) stated / slip.factor() : (double) stated * slip.factor();
        return number(fits, metric);
    }

    /// `48`, `61..69`, `60..`.
    private static String value(Cell cell, Metric metric) {
        return cell.interval()
                .map(each -> each.isPoint()
                        ? number(each.lower(), metric)
                        : number(each.lower(), metric)
                                + ".."
                                + (each.upper().isPresent()
                                        ? number(each.upper().getAsLong(), metric)
                                        : ""))
                .orElseGet(() -> cell.state().word());
    }

    private static String number(long smallest, Metric metric) {
        return number((double) smallest, metric);
    }

    /// An amount in units, without decimals that say nothing.
    private static String number(double smallest, Metric metric) {
        double amount = smallest / Math.pow(10, metric.decimals());
        return amount == Math.rint(amount)
                ? String.format(Locale.ROOT, "%.0f", amount)
                : String.format(Locale.ROOT, "%.1f", amount);
    }

    /// `2025-Q3`, or the end of what is no period: `2025-09`.
    private static String when(Cell cell) {
        return Period.ofSpan(cell.span())
                .map(Period::toString)
                .orElseGet(
                        () -> new Period.Month(cell.span().year(), cell.span().last()).toString());
    }
}
