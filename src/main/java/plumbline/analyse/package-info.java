/// Cells → what a chart shows: series with a point per period, and comparisons that say why where they cannot.
///
/// Pure: lists in, lists out; no clock, no database. Imports `java.*` and the vocabulary only.
@NullMarked
package plumbline.analyse;

import org.jspecify.annotations.NullMarked;
