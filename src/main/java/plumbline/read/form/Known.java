package plumbline.read.form;

import plumbline.Catalog;
import plumbline.DepartmentTree;

/// What a reader must know to tell a header from a row: the catalogue, the departments, and what a person has answered
/// to earlier questions.
public record Known(Catalog catalog, DepartmentTree tree, Mapping mapping) {}
