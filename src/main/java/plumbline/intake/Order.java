package plumbline.intake;

import java.util.Optional;
import plumbline.Mode;

/// What the sender asks for.
///
/// @param reason why; needed for correct and withdraw
/// @param department code or name of the department of rows and texts that name none
/// @param period written period of rows and texts that name none
/// @param dryRun check everything, store nothing
/// @param actor who hands the files in
/// @param previewed digest of the preview that is to be carried out as it was, or not at all ([Intake#digest])
public record Order(
        Mode mode,
        Optional<String> reason,
        Optional<String> department,
        Optional<String> period,
        boolean dryRun,
        String actor,
        Optional<String> previewed) {
    /// An order without a preview to keep to.
    public Order(
            Mode mode,
            Optional<String> reason,
            Optional<String> department,
            Optional<String> period,
            boolean dryRun,
            String actor) {
        this(mode, reason, department, period, dryRun, actor, Optional.empty());
    }

    /// The same order, tried only.
    Order asDryRun() {
        return new Order(mode, reason, department, period, true, actor, previewed);
    }
}
