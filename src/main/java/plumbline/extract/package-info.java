/// Extracts as files: tables whose columns are defined once ([plumbline.extract.Tables]), written as CSV, XLSX, lines
/// of JSON, Parquet or a package of all that belongs to them, with a manifest that proves them. Where the rows come
/// from is none of its business; start with [plumbline.extract.Rows].
@NullMarked
package plumbline.extract;

import org.jspecify.annotations.NullMarked;
