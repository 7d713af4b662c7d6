package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.METRIC_VERSION;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.SEAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.impl.DSL;
import plumbline.Deadline;
import plumbline.Reorganisation;
import plumbline.Vintage;

/// Who said what of the organisation, its calendar and its metrics, when and why; part of the [Ledger]. Thread-safe.
public final class History {
    private final Database database;

    History(Database database) {
        this.database = database;
    }

    /// Something said by an import, as far as it was not taken back by another.
    ///
    /// @param importNumber that says it
    /// @param withdrawn number of the import that takes it back
    public record Said<T>(T what, long importNumber, Optional<Long> withdrawn) {}

    /// All reorganisations that were ever on record, in the order of their days; those taken back among them.
    public List<Said<Reorganisation>> reorganisations(Vintage vintage) {
        return database.read((_, dsl) -> {
            DepartmentRows rows = new DepartmentRows(Dictionary.load(dsl), vintage.importNumber());
            return dsl.select()
                    .from(REORGANISATION)
                    .leftJoin(REORGANISATION_WITHDRAWAL)
                    .on(REORGANISATION_WITHDRAWAL
                            .REORGANISATION_ID
                            .eq(REORGANISATION.ID)
                            .and(REORGANISATION_WITHDRAWAL.IMPORT_ID.le(vintage.importNumber())))
                    .where(REORGANISATION.IMPORT_ID.le(vintage.importNumber()))
                    .orderBy(REORGANISATION.DAY, REORGANISATION.ID)
                    .fetch(row -> new Said<>(
                            rows.step(row),
                            row.get(REORGANISATION.IMPORT_ID),
                            Optional.ofNullable(row.get(REORGANISATION_WITHDRAWAL.IMPORT_ID))));
        });
    }

    /// The lines of the calendar that are owed, each with the newest import that says so.
    public List<Said<Deadline>> deadlines(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<List<Long>, Long> newest = new HashMap<>();
            dsl.select(DEADLINE.DEPARTMENT_ID, DEADLINE.SPAN, DEADLINE.METRIC_ID, DSL.max(DEADLINE.IMPORT_ID))
                    .from(DEADLINE)
                    .where(DEADLINE.IMPORT_ID.le(vintage.importNumber()))
                    .groupBy(DEADLINE.DEPARTMENT_ID, DEADLINE.SPAN, DEADLINE.METRIC_ID)
                    .forEach(row -> newest.put(List.of(row.value1(), row.value2(), row.value3()), row.value4()));
            List<Said<Deadline>> said = new ArrayList<>();
            for (Deadline line : new DepartmentRows(dictionary, vintage.importNumber()).deadlines(dsl)) {
                List<Long> key = List.of(
                        dictionary.departmentNumber(line.department()).orElseThrow(),
                        (long) line.period().span().code(),
                        line.metric()
                                .map(code -> dictionary.metricNumber(code).orElseThrow())
                                .orElse(Codes.WHOLE));
                said.add(new Said<>(line, newest.getOrDefault(key, 0L), Optional.empty()));
            }
            return said;
        });
    }

    /// Department code → the imports that say something of it, oldest first.
    public Map<String, List<Long>> departments(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<String, List<Long>> said = new HashMap<>();
            dsl.select(DEPARTMENT_VERSION.DEPARTMENT_ID, DEPARTMENT_VERSION.IMPORT_ID)
                    .from(DEPARTMENT_VERSION)
                    .where(DEPARTMENT_VERSION.IMPORT_ID.le(vintage.importNumber()))
                    .orderBy(DEPARTMENT_VERSION.IMPORT_ID)
                    .forEach(row -> said.computeIfAbsent(dictionary.department(row.value1()), _ -> new ArrayList<>())
                            .add(row.value2()));
            return said;
        });
    }

    /// Metric code → the imports that say something of it, oldest first.
    public Map<String, List<Long>> metrics(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<String, List<Long>> said = new HashMap<>();
            dsl.select(METRIC_VERSION.METRIC_ID, METRIC_VERSION.IMPORT_ID)
                    .from(METRIC_VERSION)
                    .where(METRIC_VERSION.IMPORT_ID.le(vintage.importNumber()))
                    .orderBy(METRIC_VERSION.IMPORT_ID)
                    .forEach(row -> said.computeIfAbsent(dictionary.metric(row.value1()), _ -> new ArrayList<>())
                            .add(row.value2()));
            return said;
        });
    }

    /// Metric code → how many figures are on record of it, all revisions counted.
    public Map<String, Integer> figures(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<String, Integer> counts = new HashMap<>();
            dsl.select(FIGURE.METRIC_ID, DSL.count())
                    .from(FIGURE)
                    .where(FIGURE.IMPORT_ID.le(vintage.importNumber()))
                    .groupBy(FIGURE.METRIC_ID)
                    .forEach(row -> counts.put(dictionary.metric(row.value1()), row.value2()));
            return counts;
        });
    }

    /// The imports of these numbers.
    public Map<Long, Import> imports(Collection<Long> numbers) {
        Map<Long, Import> found = new HashMap<>();
        List<Long> all = List.copyOf(new TreeSet<>(numbers));
        return database.read((_, dsl) -> {
            for (int from = 0; from < all.size(); from += 500) {
                dsl.select()
                        .from(IMPORT)
                        .join(SEAL)
                        .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                        .where(IMPORT.ID.in(all.subList(from, Math.min(all.size(), from + 500))))
                        .forEach(row -> found.put(row.get(IMPORT.ID), VintageRows.imported(row)));
            }
            return found;
        });
    }

    /// The lines of the log, newest first.
    ///
    /// @param most how many at most
    public List<LogEntry> log(LogSelection selection, Vintage vintage, int most) {
        return database.read((_, dsl) -> new LogRows(dsl, vintage.importNumber()).select(selection, most));
    }

    /// How many lines of the log there are.
    public int logged(LogSelection selection, Vintage vintage) {
        return database.read((_, dsl) -> new LogRows(dsl, vintage.importNumber()).count(selection));
    }
}
