package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;

import org.jooq.DSLContext;
import plumbline.Mode;
import plumbline.ledger.generated.tables.Deadline;
import plumbline.ledger.generated.tables.DeadlineWithdrawal;
import plumbline.ledger.generated.tables.Reorganisation;

/// Counts what an import said that was taken back since, so that its first receipt is no longer true. Stateless.
final class UndoneRows {
    private UndoneRows() {}

    /// Of figures, of reorganisations and of the calendar.
    static long count(DSLContext dsl, long importNumber, Mode mode) {
        return FigureQueries.undone(dsl, importNumber, mode)
                + withdrawnSteps(dsl, importNumber)
                + restoredSteps(dsl, importNumber)
                + withdrawnLines(dsl, importNumber)
                + restoredLines(dsl, importNumber);
    }

    private static int withdrawnSteps(DSLContext dsl, long importNumber) {
        return dsl.fetchCount(dsl.selectOne()
                .from(REORGANISATION)
                .join(REORGANISATION_WITHDRAWAL)
                .on(REORGANISATION_WITHDRAWAL.REORGANISATION_ID.eq(REORGANISATION.ID))
                .where(REORGANISATION.IMPORT_ID.eq(importNumber)));
    }

    /// Steps that the import took back and a later one stated again.
    private static int restoredSteps(DSLContext dsl, long importNumber) {
        Reorganisation again = REORGANISATION.as("again");
        return dsl.fetchCount(dsl.selectOne()
                .from(REORGANISATION_WITHDRAWAL)
                .join(REORGANISATION)
                .on(REORGANISATION.ID.eq(REORGANISATION_WITHDRAWAL.REORGANISATION_ID))
                .join(again)
                .on(again.DAY.eq(REORGANISATION.DAY))
                .and(again.FROM_ID.eq(REORGANISATION.FROM_ID))
                .and(again.TO_ID.eq(REORGANISATION.TO_ID))
                .and(again.KIND.eq(REORGANISATION.KIND))
                .where(REORGANISATION_WITHDRAWAL.IMPORT_ID.eq(importNumber))
                .and(again.IMPORT_ID.gt(importNumber))
                .andNotExists(dsl.selectOne()
                        .from(REORGANISATION_WITHDRAWAL.as("w"))
                        .where(REORGANISATION_WITHDRAWAL
                                .as("w")
                                .REORGANISATION_ID
                                .eq(again.ID))));
    }

    private static int withdrawnLines(DSLContext dsl, long importNumber) {
        Deadline later = DEADLINE.as("later");
        return dsl.fetchCount(dsl.selectOne()
                .from(DEADLINE)
                .join(DEADLINE_WITHDRAWAL)
                .on(DEADLINE_WITHDRAWAL.DEPARTMENT_ID.eq(DEADLINE.DEPARTMENT_ID))
                .and(DEADLINE_WITHDRAWAL.SPAN.eq(DEADLINE.SPAN))
                .and(DEADLINE_WITHDRAWAL.METRIC_ID.eq(DEADLINE.METRIC_ID))
                .where(DEADLINE.IMPORT_ID.eq(importNumber))
                .and(DEADLINE_WITHDRAWAL.IMPORT_ID.gt(importNumber))
                .andNotExists(dsl.selectOne()
                        .from(later)
                        .where(later.DEPARTMENT_ID.eq(DEADLINE.DEPARTMENT_ID))
                        .and(later.SPAN.eq(DEADLINE.SPAN))
                        .and(later.METRIC_ID.eq(DEADLINE.METRIC_ID))
                        .and(later.IMPORT_ID.gt(DEADLINE_WITHDRAWAL.IMPORT_ID))));
    }

    /// Lines that the import took back and a later one stated again.
    private static int restoredLines(DSLContext dsl, long importNumber) {
        DeadlineWithdrawal later = DEADLINE_WITHDRAWAL.as("later");
        return dsl.fetchCount(dsl.selectOne()
                .from(DEADLINE_WITHDRAWAL)
                .join(DEADLINE)
                .on(DEADLINE.DEPARTMENT_ID.eq(DEADLINE_WITHDRAWAL.DEPARTMENT_ID))
                .and(DEADLINE.SPAN.eq(DEADLINE_WITHDRAWAL.SPAN))
                .and(DEADLINE.METRIC_ID.eq(DEADLINE_WITHDRAWAL.METRIC_ID))
                .where(DEADLINE_WITHDRAWAL.IMPORT_ID.eq(importNumber))
                .and(DEADLINE.IMPORT_ID.gt(importNumber))
                .andNotExists(dsl.selectOne()
                        .from(later)
                        .where(later.DEPARTMENT_ID.eq(DEADLINE.DEPARTMENT_ID))
                        .and(later.SPAN.eq(DEADLINE.SPAN))
                        .and(later.METRIC_ID.eq(DEADLINE.METRIC_ID))
                        .and(later.IMPORT_ID.gt(DEADLINE.IMPORT_ID))));
    }
}
