/// HTTP: the JSON of schema/openapi.yaml, the CSV extracts and the files of the pages.
///
/// Start with [plumbline.serve.Routes], the table of contents. A handler method parses, asks and writes: the
/// parsing is [plumbline.serve.Parameters] (all faults at once), the asking goes to the ledger or to
/// [plumbline.serve.Charts], the writing is a `…Json` class per resource. What goes wrong becomes a problem
/// document in [plumbline.serve.Errors] and nowhere else.
@NullMarked
package plumbline.serve;

import org.jspecify.annotations.NullMarked;
