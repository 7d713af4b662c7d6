/// Narrative reports to readings: which counts a Chinese text states, of what, when, and why the others are none.
///
/// [plumbline.read.narrative.NarrativeReader] is the way in. What words mean stands in the CSV files of
/// schema/catalog/narrative ([plumbline.read.narrative.Lexicon]); what the grammar does with them stands here. Every
/// step goes over the text once; windows around a number are bounded, so the work grows with the text and no faster.
@NullMarked
package plumbline.read.narrative;

import org.jspecify.annotations.NullMarked;
