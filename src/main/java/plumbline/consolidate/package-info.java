/// Figures → cells: over the months of a year ([plumbline.consolidate.Consolidation]) and over the department tree
/// ([plumbline.consolidate.DepartmentTotals]), always as intervals with their coverage.
///
/// Pure: lists in, lists out; no clock, no database, the same answer whatever the order of the input. What has no
/// cell has a reason, which [plumbline.consolidate.Gaps] finds. Imports `java.*` and the vocabulary only.
@NullMarked
package plumbline.consolidate;

import org.jspecify.annotations.NullMarked;
