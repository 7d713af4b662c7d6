package plumbline.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;

/// Gathers what is wrong with one file: every fault, up to a number nobody will read beyond, and then how many more.
///
/// Thread-safe, because a file is checked by one thread and recorded by another.
final class Findings implements Consumer<Finding> {
    private static final int LISTED = 20_000;

    private static final Comparator<Finding> IN_ORDER_OF_PLACE = Comparator.comparing(
            Finding::place, Comparator.comparingInt(Findings::line).thenComparingInt(Findings::column));

    private final String file;
    private final List<Finding> listed = new ArrayList<>();
    private final BitSet faultyLines = new BitSet();
    private int more;
    private boolean errors;

    Findings(String file) {
        this.file = file;
    }

    @Override
    public synchronized void accept(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors = true;
            faultyLines.set(line(finding.place()));
        }
        if (listed.size() < LISTED) {
            listed.add(finding);
        } else {
            more++;
        }
    }

    private static int line(Place place) {
        return switch (place) {
            case Place.Line line -> line.line();
            case Place.Cell cell -> cell.row();
            case Place.Passage passage -> passage.start();
        };
    }

    private static int column(Place place) {
        return switch (place) {
            case Place.Line line -> line.column();
            case Place.Cell cell -> cell.column();
            case Place.Passage passage -> passage.end();
        };
    }

    /// How many rows have a fault.
    synchronized int faultyRows() {
        return faultyLines.cardinality();
    }

    synchronized boolean hasErrors() {
        return errors;
    }

    /// In the order of their places.
    synchronized List<Finding> list() {
        List<Finding> all = new ArrayList<>(listed);
        all.sort(IN_ORDER_OF_PLACE);
        if (more > 0) {
            all.add(Finding.at(
                    errors ? Severity.ERROR : Severity.WARNING,
                    "more_findings",
                    file,
                    all.getLast().place(),
                    String.valueOf(more),
                    "a file with fewer faults",
                    new Name("此后还有%d处问题未列出。".formatted(more), "%d more faults are not listed.".formatted(more))));
        }
        return List.copyOf(all);
    }
}
