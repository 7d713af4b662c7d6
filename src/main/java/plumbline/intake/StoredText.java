package plumbline.intake;

import java.util.Optional;
import java.util.Set;
import plumbline.FormKind;
import plumbline.Report;
import plumbline.ledger.Ledger;
import plumbline.read.text.DocumentText;

/// The text of a report on record, as it was read when it came, so that the places of figures still hold in it.
/// Stateless.
public final class StoredText {
    private static final Set<String> WORKBOOKS = Set.of("XLSX", "XLS", "ODS");

    private StoredText() {}

    /// What the report says: the text kept with it, else (for forms, and for texts from before texts were kept) what
    /// its bytes say.
    ///
    /// @return empty for a workbook, which is no text, and where a document cannot be read any more
    public static Optional<String> of(Report report, Ledger ledger) {
        Optional<String> kept =
                report.kind() == FormKind.TEXT ? ledger.reviews().text(report.id()) : Optional.empty();
        return kept.isPresent() || WORKBOOKS.contains(report.encoding())
                ? kept
                : DocumentText.again(report.encoding(), ledger.content(report.id()));
    }
}
