/// Forms: tidy tables known by their header. Start with [plumbline.read.form.CsvForm].
@NullMarked
package plumbline.read.form;

import org.jspecify.annotations.NullMarked;
