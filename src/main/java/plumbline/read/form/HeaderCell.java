package plumbline.read.form;

import plumbline.Place;

/// A cell of a header, described so that it can be found again in the next file of its form.
///
/// @param column 1-based
/// @param header its text, the key of an answer; the cells above it in front, with `|` between
/// @param name the text without the unit, and with a sign for the year
/// @param unit what the numbers below count, with 万 or 亿 in front of it; empty where nothing says it
/// @param form digest of the names of all header cells of the table, in whatever order they stand
public record HeaderCell(Place place, int column, String header, String name, String unit, String form) {}
