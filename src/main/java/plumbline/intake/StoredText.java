package plumbline.intake;

import java.util.Optional;
import java.util.Set;
import plumbline.Report;
import plumbline.read.text.DocumentText;

/// The text of a report on record, as it was read when it came, so that the places of figures still hold in it.
/// Stateless.
public final class StoredText {
    private static final Set<String> WORKBOOKS = Set.of("XLSX", "XLS", "ODS");

    private StoredText() {}

    /// What the report says.
    ///
    /// @param content the bytes of the report
    /// @return empty for a workbook, which is no text, and where a document cannot be read any more
    public static Optional<String> of(Report report, byte[] content) {
        return WORKBOOKS.contains(report.encoding())
                ? Optional.empty()
                : DocumentText.again(report.encoding(), content);
    }
}
