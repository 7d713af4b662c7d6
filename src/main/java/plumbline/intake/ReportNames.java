package plumbline.intake;

import java.util.HashMap;
import java.util.Map;
import plumbline.Report;
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;

/// The names of reports by their numbers: those on record, and those that the files of one order have just become.
final class ReportNames {
    private final Ledger ledger;
    private final Map<Long, String> ours = new HashMap<>();
    private final Map<Long, String> known = new HashMap<>();

    ReportNames(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A file of this order has become the report.
    void add(long report, String name) {
        ours.put(report, name);
    }

    /// Whether a file of this order became the report.
    boolean isOurs(long report) {
        return ours.containsKey(report);
    }

    /// The name of the file that came as the report of this number.
    String of(long report) {
        String here = ours.get(report);
        return here != null
                ? here
                : known.computeIfAbsent(
                        report,
                        number -> ledger.report(number, ledger.newest())
                                .map(Report::name)
                                .orElseThrow(() -> new LedgerException("no report " + number)));
    }
}
