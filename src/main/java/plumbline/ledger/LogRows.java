package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.OWN_TERM;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.VERDICT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import plumbline.Verdict;

/// Reads who did what when and why, the newest first, as of a vintage.
final class LogRows {
    private final DSLContext dsl;
    private final long vintage;

    LogRows(DSLContext dsl, long vintage) {
        this.dsl = dsl;
        this.vintage = vintage;
    }

    /// @param most how many at most
    List<LogEntry> select(LogSelection selection, int most) {
        var rows = dsl.select()
                .from(IMPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                .leftJoin(REVIEW)
                .on(REVIEW.IMPORT_ID.eq(IMPORT.ID))
                .leftJoin(REPORT)
                .on(REPORT.IMPORT_ID.eq(IMPORT.ID).or(REPORT.ID.eq(REVIEW.REPORT_ID)))
                .where(IMPORT.ID.le(vintage))
                .and(condition(selection))
                .orderBy(IMPORT.ID.desc())
                .limit(most)
                .fetch();
        Map<Long, Map<String, Integer>> said = verdicts(rows.getValues(IMPORT.ID));
        return rows.map(row -> entry(row, said.getOrDefault(row.get(IMPORT.ID), Map.of())));
    }

    int count(LogSelection selection) {
        return dsl.fetchCount(dsl.selectOne()
                .from(IMPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                .leftJoin(REVIEW)
                .on(REVIEW.IMPORT_ID.eq(IMPORT.ID))
                .leftJoin(REPORT)
                .on(REPORT.IMPORT_ID.eq(IMPORT.ID).or(REPORT.ID.eq(REVIEW.REPORT_ID)))
                .where(IMPORT.ID.le(vintage))
                .and(condition(selection)));
    }

    private static Condition condition(LogSelection wanted) {
        List<Condition> all = new ArrayList<>();
        if (!wanted.acts().isEmpty()) {
            Condition files = REVIEW.IMPORT_ID.isNull().and(REPORT.KIND.in(wanted.acts()));
            all.add(wanted.acts().contains(LogEntry.REVIEW) ? files.or(REVIEW.IMPORT_ID.isNotNull()) : files);
        }
        wanted.mode().ifPresent(mode -> all.add(IMPORT.MODE.eq(mode.word())));
        wanted.actor().ifPresent(text -> all.add(IMPORT.ACTOR.containsIgnoreCase(text)));
        wanted.words()
                .ifPresent(text ->
                        all.add(IMPORT.REASON.containsIgnoreCase(text).or(REPORT.NAME.containsIgnoreCase(text))));
        wanted.from().ifPresent(first -> all.add(SEAL.SEALED_AT.ge(Codes.text(first))));
        wanted.until().ifPresent(end -> all.add(SEAL.SEALED_AT.lt(Codes.text(end))));
        wanted.before().ifPresent(number -> all.add(IMPORT.ID.lt(number)));
        return DSL.and(all);
    }

    private static LogEntry entry(Record row, Map<String, Integer> said) {
        boolean review = row.get(REVIEW.IMPORT_ID) != null;
        return new LogEntry(
                VintageRows.imported(row),
                review
                        ? LogEntry.REVIEW
                        : Optional.ofNullable(row.get(REPORT.KIND)).orElse(LogEntry.REVIEW),
                row.get(SEAL.SHA256),
                Optional.ofNullable(row.get(REPORT.ID)).map(number -> new LogEntry.Filed(number, row.get(REPORT.NAME))),
                said);
    }

    /// What the reviews among the imports say, by import.
    private Map<Long, Map<String, Integer>> verdicts(List<Long> imports) {
        Map<Long, Map<String, Integer>> said = new HashMap<>();
        if (imports.isEmpty()) {
            return said;
        }
        dsl.select(VERDICT.IMPORT_ID, VERDICT.KIND, DSL.count())
                .from(VERDICT)
                .where(VERDICT.IMPORT_ID.in(imports))
                .groupBy(VERDICT.IMPORT_ID, VERDICT.KIND)
                .forEach(row -> of(said, row.value1()).put(kind(row.value2()).word(), row.value3()));
        counted(said, ATTRIBUTION, ATTRIBUTION.IMPORT_ID, imports, "attribution");
        counted(said, OWN_TERM, OWN_TERM.IMPORT_ID, imports, "term");
        return said;
    }

    private void counted(
            Map<Long, Map<String, Integer>> said, Table<?> table, Field<Long> owner, List<Long> imports, String word) {
        dsl.select(owner, DSL.count())
                .from(table)
                .where(owner.in(imports))
                .groupBy(owner)
                .forEach(row -> of(said, row.value1()).put(word, row.value2()));
    }

    private static Map<String, Integer> of(Map<Long, Map<String, Integer>> said, long number) {
        return said.computeIfAbsent(number, _ -> new TreeMap<>());
    }

    private static Verdict.Kind kind(long number) {
        return Codes.word(Codes.VERDICTS, number);
    }
}
