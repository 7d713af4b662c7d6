package plumbline.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.Value;

/// The newest revision of each figure of one series and year as bytes ([Packed]), those withdrawn and those about a
/// free range among them, in the order of their keys. Of a figure: first and last month as `106` (January to June),
/// basis, the days of the range or 0 0, id, revision, import, report, state, amount, review; neither words nor place.
/// Numbers for words as in [Codes].
final class FigureBytes {
    private static final int MONTHS = 100;

    private static final Place UNREAD = new Place.Line(0, 0);

    private static final Comparator<RecordedFigure> ORDER =
            Comparator.comparing(FigureBytes::key, FigureBytes::compare);

    private FigureBytes() {}

    /// The figures of one series and year, whatever their order.
    static byte[] write(List<RecordedFigure> figures) {
        Packed.Writer out = new Packed.Writer(figures.size() * 24);
        figures.stream()
                .sorted(ORDER)
                .forEach(each -> write(
                        out,
                        each.figure(),
                        each.figure().value(),
                        new Numbering(each.id(), each.revision(), each.importNumber(), each.report())));
        return out.take();
    }

    /// The numbers that a figure gets in the ledger.
    record Numbering(long id, int revision, long importNumber, long report) {}

    /// @param value instead of that of the figure
    static void write(Packed.Writer out, Figure figure, Value value, Numbering number) {
        Span span = figure.key().period().span();
        Optional<FigureKey.Range> range = figure.key().range();
        out.number((long) span.first() * MONTHS + span.last())
                .number(Codes.number(Codes.BASES, figure.key().basis()))
                .number(Codes.day(range.map(FigureKey.Range::from)))
                .number(Codes.day(range.map(FigureKey.Range::to)))
                .number(number.id())
                .number(number.revision())
                .number(number.importNumber())
                .number(number.report())
                .number(Codes.number(Codes.STATES, value.state()));
        if (value instanceof Value.Amount amount) {
            out.amount(amount.stated(), Optional.of(amount.interval()));
        }
        out.number(Codes.number(Codes.REVIEWS, figure.review()));
    }

    /// The figures that [#write] wrote.
    static List<RecordedFigure> read(SeriesKey key, int year, byte[] bytes) {
        Packed.Reader in = new Packed.Reader(bytes);
        List<RecordedFigure> figures = new ArrayList<>();
        while (in.isMore()) {
            figures.add(figure(key, year, in));
        }
        return figures;
    }

    /// The figure of a key among those that [#write] wrote, if it is there.
    static Optional<RecordedFigure> find(SeriesKey series, int year, byte[] bytes, FigureKey key) {
        Packed.Reader in = new Packed.Reader(bytes);
        while (in.isMore()) {
            RecordedFigure figure = figure(series, year, in);
            if (compare(key(figure), key) == 0) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    private static RecordedFigure figure(SeriesKey series, int year, Packed.Reader in) {
        int months = in.small();
        Span span = new Span(year, months / MONTHS, months % MONTHS);
        FigureKey key = new FigureKey(
                series.department(),
                series.metric(),
                series.category(),
                Period.ofSpan(span)
                        .orElseThrow(
                                () -> new LedgerException("the ledger is damaged: no period has the span " + span)),
                Codes.word(Codes.BASES, in.number()),
                series.scope(),
                Codes.range(in.number(), in.number()));
        long id = in.number();
        int revision = in.small();
        long importNumber = in.number();
        long report = in.number();
        Value value = value(in);
        Figure figure =
                new Figure(key, value, "", Codes.word(Codes.REVIEWS, in.number()), "", UNREAD, Optional.empty());
        return new RecordedFigure(id, revision, importNumber, report, Optional.empty(), figure);
    }

    private static Value value(Packed.Reader in) {
        var state = Codes.word(Codes.STATES, in.number());
        if (!state.hasNumber()) {
            return new Value.Absent(state);
        }
        Packed.Amount amount = in.amount();
        return new Value.Amount(
                Codes.qualifier(state), amount.value(), amount.interval().orElseThrow());
    }

    private static FigureKey key(RecordedFigure recorded) {
        return recorded.figure().key();
    }

    private static int compare(FigureKey one, FigureKey other) {
        int order = one.period().span().compareTo(other.period().span());
        if (order == 0) {
            order = Integer.compare(Codes.number(Codes.BASES, one.basis()), Codes.number(Codes.BASES, other.basis()));
        }
        if (order == 0) {
            order = day(one, FigureKey.Range::from).compareTo(day(other, FigureKey.Range::from));
        }
        return order == 0 ? day(one, FigureKey.Range::to).compareTo(day(other, FigureKey.Range::to)) : order;
    }

    private static LocalDate day(FigureKey key, java.util.function.Function<FigureKey.Range, LocalDate> end) {
        return key.range().map(end).orElse(LocalDate.EPOCH);
    }
}
