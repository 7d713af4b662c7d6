package plumbline.intake;

import java.util.OptionalLong;

/// Is told how far an import has come; real counts, never an invented percentage.
@FunctionalInterface
public interface Progress {
    /// Listens to nothing.
    Progress SILENT = (_, _, _) -> {};

    /// Tells how far a stage has come.
    ///
    /// @param done files (received, consolidate) or rows (read, check, record) so far
    /// @param total absent while unknown
    void stage(Stage stage, long done, OptionalLong total);

    /// Whether the rest is not wanted any more. Asked now and then, by several threads; files that are through by then
    /// stay, and of the others nothing is stored.
    default boolean isCancelled() {
        return false;
    }
}
