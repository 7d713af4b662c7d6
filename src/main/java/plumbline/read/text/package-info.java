/// Documents to their text: what a person reads in a Word file, a PDF or a page of HTML, in reading order, one
/// paragraph a line, without page furniture, tracked deletions and hidden words. Start with
/// [plumbline.read.text.DocumentText].
///
/// The same bytes give the same text, on any machine, because figures point into it by offset. Every format is read
/// under [plumbline.read.text.Limits]; a file that goes beyond them costs one refusal.
@NullMarked
package plumbline.read.text;

import org.jspecify.annotations.NullMarked;
