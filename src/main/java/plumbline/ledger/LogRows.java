package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.DISMISSAL;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.OWN_TERM;
import static plumbline.ledger.generated.Tables.PHASE;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.TARGET;
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
import org.jooq.Result;
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
        Result<Record> rows = dsl.select()
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
        Map<Long, Map<String, Integer>> said = verdicts(rows);
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
            Condition any = REVIEW.IMPORT_ID.isNull().and(REPORT.KIND.in(wanted.acts()));
            if (wanted.acts().contains(LogEntry.REVIEW)) {
                any = any.or(REVIEW.IMPORT_ID.isNotNull());
            }
            if (wanted.acts().contains(LogEntry.DECISION)) {
                any = any.or(REPORT.ID.isNull());
            }
            all.add(any);
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
        String kind = Optional.ofNullable(row.get(REPORT.KIND)).orElse(LogEntry.DECISION);
        return new LogEntry(
                VintageRows.imported(row),
                review ? LogEntry.REVIEW : kind,
                row.get(SEAL.SHA256),
                Optional.ofNullable(row.get(REPORT.ID)).map(number -> new LogEntry.Filed(number, row.get(REPORT.NAME))),
                said);
    }

    /// What the reviews among the imports say, by import.
    private Map<Long, Map<String, Integer>> verdicts(Result<Record> rows) {
        List<Long> imports = rows.getValues(IMPORT.ID);
        List<Long> withoutFile = rows.stream()
                .filter(row -> row.get(REPORT.ID) == null)
                .map(row -> row.get(IMPORT.ID))
                .toList();
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
        counted(said, TARGET, TARGET.IMPORT_ID, withoutFile, "target");
        counted(said, PHASE, PHASE.IMPORT_ID, withoutFile, "phase");
        counted(said, DISMISSAL, DISMISSAL.IMPORT_ID, withoutFile, "dismissal");
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
