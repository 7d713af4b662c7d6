package plumbline;

/// A figure in the ledger.
///
/// @param id number of its row, shown as `F000123`
/// @param revision 1 for the first figure of its key, counting up
/// @param importNumber the import that brought it
/// @param report number of the form (or text) it was read from
public record RecordedFigure(long id, int revision, long importNumber, long report, Figure figure) {}
