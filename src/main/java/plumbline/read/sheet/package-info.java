/// Spreadsheets of all formats as one thing: rows of cells, each with what it shows and what it is.
///
/// [plumbline.read.sheet.Workbook] opens CSV, XLSX, XLS and ODS; a hostile or broken file is one
/// [plumbline.read.sheet.NoWorkbook]. What the tables mean is [plumbline.read.form]'s business.
@NullMarked
package plumbline.read.sheet;

import org.jspecify.annotations.NullMarked;
