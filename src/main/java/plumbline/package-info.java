/// The vocabulary every other package speaks: departments, metrics, periods, values and where they were found.
///
/// Nothing here reads a file, a clock or a database, and nothing here imports anything but `java.*` (and JSpecify's
/// null annotations). Start with [plumbline.Value] (what a report says), [plumbline.Period] and [plumbline.Span]
/// (about when), [plumbline.Figure] (an accepted value with its key and its place) and [plumbline.Cell] (the
/// consolidated value a chart shows).
@NullMarked
package plumbline;

import org.jspecify.annotations.NullMarked;
