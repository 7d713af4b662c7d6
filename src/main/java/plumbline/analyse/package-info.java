/// Cells → what a chart shows: series with a point per period, comparisons that say why where they cannot, and changes
/// that say what moved a value.
///
/// Pure: lists in, lists out; no clock, no database. Imports `java.*` and the vocabulary only, and in `rate` and
/// `funnel` the distributions of Apache Commons Statistics.
@NullMarked
package plumbline.analyse;

import org.jspecify.annotations.NullMarked;
