/// Readings to Findings and Figures: rules that look at one row and say everything that is wrong with it.
///
/// Pure: no clock, no files, no database. Start with [plumbline.check.FigureCheck]; its parts are one class per
/// concern: names ([plumbline.check.Subjects]), values and units ([plumbline.check.Amounts]), times
/// ([plumbline.check.Times]), passages ([plumbline.check.Passages]) and repetitions ([plumbline.check.Duplicates]).
@NullMarked
package plumbline.check;

import org.jspecify.annotations.NullMarked;
