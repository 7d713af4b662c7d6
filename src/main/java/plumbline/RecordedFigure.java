package plumbline;

import java.util.Optional;

/// A figure in the ledger.
///
/// @param id number of its row, shown as `F000123`
/// @param revision 1 for the first figure of its key, counting up
/// @param importNumber the import that brought it
/// @param report number of the form (or text) it was read from
/// @param document number of the text its passage lies in; absent without a passage
public record RecordedFigure(
        long id, int revision, long importNumber, long report, Optional<Long> document, Figure figure) {}
