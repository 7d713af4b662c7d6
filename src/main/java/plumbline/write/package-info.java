/// Workbooks going out: the template a department fills in, and the sender's own file with its faults marked. Knows the
/// readers, because what it writes must be read again without a question.
///
/// Start with [plumbline.write.TemplateWorkbook] and [plumbline.write.MarkedCopy].
@NullMarked
package plumbline.write;

import org.jspecify.annotations.NullMarked;
