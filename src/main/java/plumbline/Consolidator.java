package plumbline;

import java.util.List;

/// Turns the current figures of one series in one year into its cells; pure and deterministic, whatever their order.
///
/// The ledger calls it inside an import's transaction; `plumbline.consolidate` implements it.
@FunctionalInterface
public interface Consolidator {
    /// Works out all cells of the series in the year: one per span that is stated or follows from parts, none for
    /// spans about which nothing at all is known.
    ///
    /// @param life of the department; months in which it did not exist are not expected to be reported
    /// @param figures the newest revision of every key of the series in the year, none of them withdrawn or about a
    ///     free range
    List<Cell> consolidate(Metric metric, SeriesKey key, int year, Life life, List<RecordedFigure> figures);
}
