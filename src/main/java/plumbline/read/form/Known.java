package plumbline.read.form;

import plumbline.Catalog;
import plumbline.DepartmentTree;

/// What a reader must know to tell a header from a row: the catalogue, the departments, and what a person has answered
/// to earlier questions.
///
/// @param blanksCount whether a column without any value, or the row of a metric without any, says of each value that
///     it is not mentioned; else it says nothing
public record Known(Catalog catalog, DepartmentTree tree, Mapping mapping, boolean blanksCount) {
    public Known(Catalog catalog, DepartmentTree tree, Mapping mapping) {
        this(catalog, tree, mapping, false);
    }

    /// The same with answers.
    public Known with(Mapping answers) {
        return new Known(catalog, tree, answers, blanksCount);
    }
}
