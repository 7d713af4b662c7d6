package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.Life;
import plumbline.Metric;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;
import plumbline.Span;

/// The cells of one series in one year, worked out from what its reports state.
///
/// Per span the first that applies: stated; summed from its coarsest complete tiling; derived by subtraction; partial,
/// a lower bound; nothing. How parts make a whole is the metric's `overTime` (see [OverTime] and [Flow]). Stateless,
/// may be shared by threads.
public final class Consolidation implements Consolidator {
    @Override
    public List<Cell> consolidate(Metric metric, SeriesKey key, int year, Life life, List<RecordedFigure> figures) {
        try {
            Timeline timeline = stated(key, year, figures);
            Lifetime.mark(timeline, key, life);
            return Lifetime.unmarked(overTime(metric, key, timeline));
        } catch (ArithmeticException beyond) {
            throw Parts.beyond64Bits(key, Integer.toString(year), beyond);
        }
    }

    private static List<Cell> overTime(Metric metric, SeriesKey key, Timeline timeline) {
        return switch (metric.overTime()) {
            case SUM, BOUND -> new Flow(key, metric.overTime(), timeline).cells();
            case LAST -> OverTime.last(key, timeline);
            case NONE, RATIO -> OverTime.stated(timeline);
        };
    }

    private static Timeline stated(SeriesKey key, int year, List<RecordedFigure> figures) {
        List<RecordedFigure> ordered = new ArrayList<>(figures);
        ordered.sort(Statements::order);
        Timeline timeline = new Timeline(year, isQuarterly(ordered) ? 4 : 12);
        for (RecordedFigure each : ordered) {
            Span span = span(each);
            if (span.year() != year) {
                throw new IllegalArgumentException("figure " + each.id() + " speaks of " + span + ", not of " + year);
            }
            int from = timeline.firstCut(span);
            int to = timeline.lastCut(span);
            Cell before = timeline.at(from, to);
            Cell cell = Statements.cell(key, span, each);
            timeline.put(from, to, before == null ? cell : Statements.standing(before, cell));
        }
        return timeline;
    }

    private static boolean isQuarterly(List<RecordedFigure> figures) {
        for (RecordedFigure each : figures) {
            Span span = span(each);
            if (span.first() % 3 != 1 || span.last() % 3 != 0) {
                return false;
            }
        }
        return true;
    }

    private static Span span(RecordedFigure figure) {
        return figure.figure().key().period().span(figure.figure().key().basis());
    }
}
