package plumbline.ledger;

import plumbline.FormKind;
import plumbline.Vintage;

/// A file that came in, and the state of the ledger it left behind.
///
/// @param report number of the file
/// @param name of the file
public record Arrival(Vintage vintage, Import by, long report, String name, FormKind kind) {}
