/// Forms: tables known by their header, in any layout. Start with [plumbline.read.form.Forms].
///
/// [plumbline.read.form.CsvForm] reads tidy CSV; every other table goes through [plumbline.read.sheet] and becomes the
/// same readings: `Outline` (what a sheet looks like), `Layout` (where its header stands), `Terms` (what header cells
/// mean), `FigureTable` (the whole), `TableReader` (row by row).
@NullMarked
package plumbline.read.form;

import org.jspecify.annotations.NullMarked;
