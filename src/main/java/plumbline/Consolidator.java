package plumbline;

import java.util.List;

/// Turns the current figures of one series in one year into its cells; pure and deterministic, whatever their order.
///
/// The ledger calls it inside an import's transaction; `plumbline.consolidate` implements it.
@FunctionalInterface
public interface Consolidator {
    /// Works out all cells of the series in the year.
    ///
    /// @param figures the newest revision of every key of the series in the year, none withdrawn, none with a free
    range
    /// @return one cell per span that is stated or can be worked out from parts; spans about which nothing at all
    is
    ///     known have none
    List<Cell> consolidate(Metric metric, SeriesKey key, int year, List<RecordedFigure> figures);
}
