package plumbline.serve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.RecordedFigure;
import plumbline.Report;

/// Finds the reports behind figures, from all reports of one vintage. Immutable.
final class Provenance {
    private final Map<Long, Report> byId = new HashMap<>();

    Provenance(List<Report> reports) {
        reports.forEach(each -> byId.put(each.id(), each));
    }

    /// The form (or text) the figure was read from.
    Report form(RecordedFigure figure) {
        Report report = byId.get(figure.report());
        if (report == null) {
            throw new IllegalStateException("figure " + figure.id() + " names a report that is not there");
        }
        return report;
    }

    /// The text the figure's passage lies in.
    Optional<Report> text(RecordedFigure figure) {
        return figure.document().map(byId::get);
    }
}
