/// Bytes to Readings, each with its place: nothing read here is trusted yet.
///
/// [plumbline.read.Charsets] says how the bytes are written, [plumbline.read.form.Forms] streams the rows of a form,
/// [plumbline.read.Numeral] understands the wording of a count (60余, 62万, `*`), [plumbline.read.ReportText] is a
/// narrative report, [plumbline.read.text.DocumentText] opens one of any format,
/// [plumbline.read.narrative.NarrativeReader] finds its figures, and [plumbline.read.CatalogReader] reads what may be
/// counted at all. Knows the vocabulary and the libraries of file formats.
@NullMarked
package plumbline.read;

import org.jspecify.annotations.NullMarked;
