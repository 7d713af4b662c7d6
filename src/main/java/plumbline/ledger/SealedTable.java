package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.DISMISSAL;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.HEADER_MAPPING;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.METRIC_VERSION;
import static plumbline.ledger.generated.Tables.OWN_TERM;
import static plumbline.ledger.generated.Tables.PHASE;
import static plumbline.ledger.generated.Tables.PROPOSAL;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REPORT_TEXT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SUBMISSION;
import static plumbline.ledger.generated.Tables.TARGET;
import static plumbline.ledger.generated.Tables.VERDICT;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;

/// A table whose rows belong to imports and are covered by their seals.
///
/// @param owner the column that names the import
/// @param order in which a seal takes the rows
record SealedTable(Table<?> table, Field<Long> owner, List<Field<Long>> order) {
    /// By number alone, because numbers are given out import by import and there are millions to sort otherwise.
    static final SealedTable FIGURES = new SealedTable(FIGURE, FIGURE.IMPORT_ID, List.of(FIGURE.ID));

    static final SealedTable DEADLINES = new SealedTable(
            DEADLINE,
            DEADLINE.IMPORT_ID,
            List.of(DEADLINE.IMPORT_ID, DEADLINE.DEPARTMENT_ID, DEADLINE.SPAN, DEADLINE.METRIC_ID));

    static final SealedTable DEADLINE_WITHDRAWALS = new SealedTable(
            DEADLINE_WITHDRAWAL,
            DEADLINE_WITHDRAWAL.IMPORT_ID,
            List.of(
                    DEADLINE_WITHDRAWAL.IMPORT_ID,
                    DEADLINE_WITHDRAWAL.DEPARTMENT_ID,
                    DEADLINE_WITHDRAWAL.SPAN,
                    DEADLINE_WITHDRAWAL.METRIC_ID));

    static final SealedTable METRIC_VERSIONS = new SealedTable(
            METRIC_VERSION, METRIC_VERSION.IMPORT_ID, List.of(METRIC_VERSION.IMPORT_ID, METRIC_VERSION.METRIC_ID));

    static final List<SealedTable> ALL = List.of(
            new SealedTable(IMPORT, IMPORT.ID, List.of(IMPORT.ID)),
            new SealedTable(REPORT, REPORT.IMPORT_ID, List.of(REPORT.IMPORT_ID, REPORT.ID)),
            new SealedTable(DEPARTMENT, DEPARTMENT.IMPORT_ID, List.of(DEPARTMENT.IMPORT_ID, DEPARTMENT.ID)),
            new SealedTable(
                    DEPARTMENT_VERSION,
                    DEPARTMENT_VERSION.IMPORT_ID,
                    List.of(DEPARTMENT_VERSION.IMPORT_ID, DEPARTMENT_VERSION.DEPARTMENT_ID)),
            new SealedTable(
                    REORGANISATION, REORGANISATION.IMPORT_ID, List.of(REORGANISATION.IMPORT_ID, REORGANISATION.ID)),
            new SealedTable(
                    REORGANISATION_WITHDRAWAL,
                    REORGANISATION_WITHDRAWAL.IMPORT_ID,
                    List.of(REORGANISATION_WITHDRAWAL.IMPORT_ID, REORGANISATION_WITHDRAWAL.REORGANISATION_ID)),
            DEADLINES,
            DEADLINE_WITHDRAWALS,
            METRIC_VERSIONS,
            FIGURES,
            new SealedTable(
                    SUBMISSION,
                    SUBMISSION.IMPORT_ID,
                    List.of(SUBMISSION.IMPORT_ID, SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN)),
            new SealedTable(REPORT_TEXT, REPORT_TEXT.IMPORT_ID, List.of(REPORT_TEXT.IMPORT_ID, REPORT_TEXT.REPORT_ID)),
            new SealedTable(REVIEW, REVIEW.IMPORT_ID, List.of(REVIEW.IMPORT_ID)),
            new SealedTable(PROPOSAL, PROPOSAL.IMPORT_ID, List.of(PROPOSAL.ID)),
            new SealedTable(VERDICT, VERDICT.IMPORT_ID, List.of(VERDICT.ID)),
            new SealedTable(ATTRIBUTION, ATTRIBUTION.IMPORT_ID, List.of(ATTRIBUTION.IMPORT_ID, ATTRIBUTION.REPORT_ID)),
            new SealedTable(OWN_TERM, OWN_TERM.IMPORT_ID, List.of(OWN_TERM.ID)),
            new SealedTable(HEADER_MAPPING, HEADER_MAPPING.IMPORT_ID, List.of(HEADER_MAPPING.ID)),
            new SealedTable(TARGET, TARGET.IMPORT_ID, List.of(TARGET.ID)),
            new SealedTable(PHASE, PHASE.IMPORT_ID, List.of(PHASE.ID)),
            new SealedTable(DISMISSAL, DISMISSAL.IMPORT_ID, List.of(DISMISSAL.ID)));

    List<Field<?>> fields() {
        return List.of(table.fields());
    }
}
