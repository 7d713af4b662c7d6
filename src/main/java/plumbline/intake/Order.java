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
public record Order(
        Mode mode,
        Optional<String> reason,
        Optional<String> department,
        Optional<String> period,
        boolean dryRun,
        String actor) {}
