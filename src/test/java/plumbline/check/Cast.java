package plumbline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Name;
import plumbline.read.CatalogReader;

/// The departments and the catalogue that the tests of this package share.
final class Cast {
    static final Catalog CATALOG = catalog();
    static final DepartmentTree TREE = new DepartmentTree(
            List.of(
                    department("JU", "某局", "Bureau", "", "", ""),
                    department("JU-A", "办公室", "Office", "JU", "", ""),
                    department("JU-B", "规划科", "Planning", "JU", "", ""),
                    department("JU-OLD", "信访科", "Petitions", "JU", "", "2022-07-01"),
                    department("JU-NEW", "信访科", "Petitions (new)", "JU", "2022-07-01", ""),
                    department("JU-S1", "档案室", "Archive One", "JU", "", ""),
                    department("JU-S2", "档案室", "Archive Two", "JU", "", "")),
            List.of());

    private Cast() {}

    static Department department(String code) {
        return TREE.withCode(code).orElseThrow();
    }

    private static Department department(
            String code, String zh, String en, String parent, String opened, String closed) {
        return new Department(
                code,
                new Name(zh, en),
                Optional.of(parent).filter(each -> !each.isEmpty()),
                day(opened),
                day(closed),
                true);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Catalog catalog() {
        try {
            return CatalogReader.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
