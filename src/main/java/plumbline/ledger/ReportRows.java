package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REPORT_CONTENT;
import static plumbline.ledger.generated.Tables.SEAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import plumbline.FormKind;
import plumbline.Period;
import plumbline.Report;
import plumbline.Vintage;
import plumbline.Worded;

/// Reads the reports of a vintage.
final class ReportRows {
    private final DSLContext dsl;
    private final Vintage vintage;

    ReportRows(DSLContext dsl, Vintage vintage) {
        this.dsl = dsl;
        this.vintage = vintage;
    }

    /// Newest first.
    List<Report> select(Condition condition) {
        return dsl.select()
                .from(REPORT)
                .join(IMPORT)
                .on(IMPORT.ID.eq(REPORT.IMPORT_ID))
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(REPORT.IMPORT_ID))
                .where(condition)
                .and(REPORT.IMPORT_ID.le(vintage.importNumber()))
                .orderBy(REPORT.ID.desc())
                .fetch(this::report);
    }

    Optional<Report> text(String name) {
        return select(REPORT.NAME.eq(name).and(REPORT.KIND.eq(FormKind.TEXT.word()))).stream()
                .findFirst();
    }

    static byte[] content(DSLContext dsl, long report) {
        return dsl.select(REPORT_CONTENT.BYTES)
                .from(REPORT_CONTENT)
                .where(REPORT_CONTENT.REPORT_ID.eq(report))
                .fetchOptional(REPORT_CONTENT.BYTES)
                .orElseThrow(() -> new LedgerException("no report " + report));
    }

    private Report report(Record row) {
        long id = row.get(REPORT.ID);
        FormKind kind = Worded.read(FormKind.class, row.get(REPORT.KIND)).orElseThrow();
        Optional<String> department = Optional.ofNullable(row.get(REPORT.DEPARTMENT));
        Optional<Period> period = Optional.ofNullable(row.get(REPORT.PERIOD)).map(Period::parse);
        return new Report(
                id,
                row.get(REPORT.NAME),
                kind,
                department,
                period,
                row.get(REPORT.SHA256),
                row.get(REPORT.SIZE),
                row.get(REPORT.ENCODING),
                Instant.parse(row.get(SEAL.SEALED_AT)),
                row.get(IMPORT.ACTOR),
                kind == FormKind.TEXT
                        ? dsl.fetchCount(FIGURE, pointsInto(id))
                        : row.get(SEAL.FRESH) + row.get(SEAL.CHANGED));
    }

    /// The figures that point into the text.
    private Condition pointsInto(long report) {
        return FIGURE.DOCUMENT_ID.eq(report).and(FIGURE.IMPORT_ID.le(vintage.importNumber()));
    }
}
