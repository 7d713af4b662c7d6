package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CATEGORY;
import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.METRIC;
import static plumbline.ledger.generated.Tables.METRIC_VERSION;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REPORT_CONTENT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.SEAL_PART;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Works the seals out again from the rows they cover, import by import, each table read once from its first row to its
/// last.
final class SealCheck implements AutoCloseable {
    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final List<Stored> stored = new ArrayList<>();
    private SealedImport.Sealed last = SealedImport.Sealed.NONE;
    private long figures;

    /// A table under verification.
    private record Stored(SealedTable table, StoredRows rows) {}

    SealCheck(DSLContext dsl) throws SQLException {
        this.dsl = dsl;
        dictionary = Dictionary.load(dsl);
        for (SealedTable each : SealedTable.ALL) {
            stored.add(new Stored(each, new StoredRows(dsl, each.table(), each.order())));
        }
    }

    /// Checks all imports; returns how many there are.
    ///
    /// @throws BrokenPlace at the first row that is not as it was sealed
    long all() throws SQLException {
        long imports = LongStream.of(
                        newest(IMPORT.ID),
                        newest(SEAL.IMPORT_ID),
                        newest(REPORT.IMPORT_ID),
                        newest(REVIEW.IMPORT_ID),
                        newest(SEAL_PART.IMPORT_ID))
                .max()
                .orElse(0);
        for (long number = 1; number <= imports; number++) {
            check(SealedImport.of(dsl, number));
        }
        for (Stored each : stored) {
            if (each.rows().isPresent()) {
                throw stray(each.table(), each.rows());
            }
        }
        return imports;
    }

    private long newest(Field<Long> number) {
        Long newest = dsl.select(DSL.max(number))
                .from(((org.jooq.TableField<?, Long>) number).getTable())
                .fetchOne(0, Long.class);
        return newest == null ? 0 : newest;
    }

    private void check(SealedImport owner) throws SQLException {
        SealedImport.Sealed seal = owner.verified(dsl, last);
        BitSet metrics = new BitSet();
        BitSet categories = new BitSet();
        for (Stored each : stored) {
            rows(owner, each, metrics, categories);
        }
        codes(owner, METRIC, METRIC.ID, dictionary.metrics(metrics), metrics);
        codes(owner, CATEGORY, CATEGORY.ID, dictionary.categories(categories), categories);
        long figureRows = owner.part(FIGURE.getName()).rows();
        if (figureRows > 0 && figureRows != seal.recorded()) {
            throw owner.broken("seal", seal.recorded() + " rows new or changed", figureRows + " rows of figures");
        }
        content(owner);
        last = seal;
    }

    private void rows(SealedImport owner, Stored of, BitSet metrics, BitSet categories) throws SQLException {
        SealedTable table = of.table();
        StoredRows rows = of.rows();
        PartCheck check = new PartCheck(owner, owner.part(table.table().getName()), table.fields(), table.order());
        while (rows.isPresent() && rows.number(table.owner()) <= owner.number()) {
            if (rows.number(table.owner()) < owner.number()) {
                throw stray(table, rows);
            }
            check.row(rows.canonical());
            if (table.equals(SealedTable.FIGURES)) {
                metrics.set((int) rows.number(FIGURE.METRIC_ID));
                categories.set((int) rows.number(FIGURE.CATEGORY_ID));
                figures++;
            } else if (table.equals(SealedTable.DEADLINES)) {
                metrics.set((int) rows.number(DEADLINE.METRIC_ID));
            } else if (table.equals(SealedTable.DEADLINE_WITHDRAWALS)) {
                metrics.set((int) rows.number(DEADLINE_WITHDRAWAL.METRIC_ID));
            } else if (table.equals(SealedTable.METRIC_VERSIONS)) {
                metrics.set((int) rows.number(METRIC_VERSION.METRIC_ID));
            }
            rows.advance();
        }
        check.end(rows.isPresent() ? ", then " + name(table, rows.canonical()) : "");
    }

    /// The row's key and the number of its import.
    private static String name(SealedTable table, String row) {
        return CanonicalRow.describe(
                row, table.fields(), each -> table.order().contains(each) || each.equals(table.owner()));
    }

    /// A row that stands where no row of its import is any more, or whose import was never sealed.
    private BrokenPlace stray(SealedTable table, StoredRows rows) throws SQLException {
        String row = rows.canonical();
        return SealedImport.of(dsl, rows.number(table.owner()))
                .broken(
                        table.table().getName() + " "
                                + CanonicalRow.describe(row, table.fields(), table.order()::contains),
                        CanonicalRow.describe(row, table.fields(), _ -> true),
                        "no row that came after its import was sealed");
    }

    /// The codes behind the numbers in the import's rows.
    private void codes(SealedImport owner, Table<?> table, Field<Long> id, SealPart found, BitSet used) {
        SealPart sealed = owner.part(table.getName());
        long[] numbers =
                used.stream().filter(each -> each != Codes.WHOLE).asLongStream().toArray();
        for (int i = 0; i < numbers.length && i < sealed.rows(); i++) {
            if (found.check(i) != sealed.check(i)) {
                throw owner.broken(
                        table.getName() + " id=" + numbers[i],
                        dsl.selectFrom(table).where(id.eq(numbers[i])).fetch(1, String.class).stream()
                                .findFirst()
                                .orElse("nothing"),
                        "the code that was sealed");
            }
        }
    }

    /// Verdicts come without a report of their own.
    private void content(SealedImport owner) {
        if (owner.part(REPORT.getName()).rows() == 0) {
            return;
        }
        Record report = dsl.select(REPORT.ID, REPORT.SIZE, REPORT.SHA256, REPORT_CONTENT.BYTES)
                .from(REPORT)
                .leftJoin(REPORT_CONTENT)
                .on(REPORT_CONTENT.REPORT_ID.eq(REPORT.ID))
                .where(REPORT.IMPORT_ID.eq(owner.number()))
                .fetchSingle();
        byte[] bytes = report.get(REPORT_CONTENT.BYTES);
        String place = REPORT_CONTENT.getName() + " report_id=" + report.get(REPORT.ID);
        if (bytes == null) {
            throw owner.broken(place, "nothing", "the bytes as received");
        }
        if (bytes.length != report.get(REPORT.SIZE)) {
            throw owner.broken(place, bytes.length + " bytes", report.get(REPORT.SIZE) + " bytes");
        }
        String sha256 = Digests.sha256(bytes);
        if (!sha256.equals(report.get(REPORT.SHA256))) {
            throw owner.broken(place, "sha256 " + sha256, report.get(REPORT.SHA256));
        }
    }

    long figures() {
        return figures;
    }

    /// The newest seal seen, empty before the first.
    String seal() {
        return last.sha256();
    }

    @Override
    public void close() throws SQLException {
        for (Stored each : stored) {
            each.rows().close();
        }
    }
}
