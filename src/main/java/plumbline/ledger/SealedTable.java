package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.SUBMISSION;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;

/// The tables whose rows belong to imports and are covered by their seals, and the order in which a seal takes them.
enum SealedTable {
    OF_IMPORTS(IMPORT, IMPORT.ID, List.of(IMPORT.ID)),
    OF_REPORTS(REPORT, REPORT.IMPORT_ID, List.of(REPORT.IMPORT_ID, REPORT.ID)),
    OF_DEPARTMENTS(DEPARTMENT, DEPARTMENT.IMPORT_ID, List.of(DEPARTMENT.IMPORT_ID, DEPARTMENT.ID)),
    OF_VERSIONS(
            DEPARTMENT_VERSION,
            DEPARTMENT_VERSION.IMPORT_ID,
            List.of(DEPARTMENT_VERSION.IMPORT_ID, DEPARTMENT_VERSION.DEPARTMENT_ID)),
    OF_REORGANISATIONS(REORGANISATION, REORGANISATION.IMPORT_ID, List.of(REORGANISATION.IMPORT_ID, REORGANISATION.ID)),
    OF_DEADLINES(
            DEADLINE,
            DEADLINE.IMPORT_ID,
            List.of(DEADLINE.IMPORT_ID, DEADLINE.DEPARTMENT_ID, DEADLINE.SPAN, DEADLINE.METRIC_ID)),
    /// By number alone, because numbers are given out import by import and there are millions to sort otherwise.
    OF_FIGURES(FIGURE, FIGURE.IMPORT_ID, List.of(FIGURE.ID)),
    OF_SUBMISSIONS(
            SUBMISSION, SUBMISSION.IMPORT_ID, List.of(SUBMISSION.IMPORT_ID, SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN));

    private final Table<?> table;
    private final Field<Long> owner;
    private final List<Field<Long>> order;

    SealedTable(Table<?> table, Field<Long> owner, List<Field<Long>> order) {
        this.table = table;
        this.owner = owner;
        this.order = order;
    }

    Table<?> table() {
        return table;
    }

    List<Field<?>> fields() {
        return List.of(table.fields());
    }

    /// The column that names the import.
    Field<Long> owner() {
        return owner;
    }

    List<Field<Long>> order() {
        return order;
    }
}
