package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;

/// Gathers what is wrong with one file: every fault, up to a number nobody will read beyond, and then how many more.
final class Findings implements Consumer<Finding> {
    private static final int LISTED = 20_000;

    private final String file;
    private final List<Finding> listed = new ArrayList<>();
    private int more;
    private int faultyRows;
    private Place.Line lastFaulty = new Place.Line(0, 0);
    private boolean errors;

    Findings(String file) {
        this.file = file;
    }

    @Override
    public void accept(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors = true;
            countRow(finding.place());
        }
        if (listed.size() < LISTED) {
            listed.add(finding);
        } else {
            more++;
        }
    }

    /// Findings of one row come one after the other.
    private void countRow(Place place) {
        if (place instanceof Place.Line line && line.line() != lastFaulty.line()) {
            faultyRows++;
            lastFaulty = line;
        }
    }

    /// How many rows have a fault.
    int faultyRows() {
        return faultyRows;
    }

    boolean hasErrors() {
        return errors;
    }

    List<Finding> list() {
        if (more == 0) {
            return List.copyOf(listed);
        }
        List<Finding> all = new ArrayList<>(listed);
        Place last = listed.getLast().place();
        all.add(new Finding(
                Severity.ERROR,
                "more_findings",
                file,
                last,
                String.valueOf(more),
                "a file with fewer faults",
                new Name(
                        "此后还有" + more + "处问题未列出。",
                        "%d more faults behind this place are not listed.".formatted(more))));
        return all;
    }
}
