package plumbline.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.FormKind;
import plumbline.RecordedFigure;
import plumbline.Report;

/// Finds the reports behind figures, from all reports of one vintage. Immutable.
final class Provenance {
    private final Map<Long, Report> byId = new HashMap<>();
    private final Map<String, List<Report>> texts = new HashMap<>();

    /// @param reports newest first
    Provenance(List<Report> reports) {
        for (Report each : reports) {
            byId.put(each.id(), each);
            if (each.kind() == FormKind.TEXT) {
                texts.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// The form (or text) the figure was read from.
    Report form(RecordedFigure figure) {
        Report report = byId.get(figure.report());
        if (report == null) {
            throw new IllegalStateException("figure " + figure.id() + " names a report that is not there");
        }
        return report;
    }

    /// The text of this name that the figure's form pointed into: the newest there was when the form came.
    Optional<Report> text(RecordedFigure figure, String name) {
        Report form = form(figure);
        return texts.getOrDefault(name, List.of()).stream()
                .filter(each -> !each.receivedAt().isAfter(form.receivedAt()))
                .findFirst();
    }
}
