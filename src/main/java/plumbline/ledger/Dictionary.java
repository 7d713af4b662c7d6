package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CATEGORY;
import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.METRIC;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Metric;

/// Numbers for codes and codes for numbers, as one transaction sees them.
final class Dictionary {
    private final Map<String, Long> metricNumbers = new HashMap<>();
    private final Map<Long, String> metricCodes = new HashMap<>();
    private final Map<String, Long> categoryNumbers = new HashMap<>();
    private final Map<Long, String> categoryCodes = new HashMap<>();
    private final Map<String, Long> departmentNumbers = new HashMap<>();
    private final Map<Long, String> departmentCodes = new HashMap<>();

    private Dictionary() {}

    static Dictionary load(DSLContext dsl) {
        Dictionary dictionary = new Dictionary();
        fill(dsl.select(METRIC.ID, METRIC.CODE).from(METRIC).fetch(), dictionary.metricNumbers, dictionary.metricCodes);
        fill(
                dsl.select(CATEGORY.ID, CATEGORY.CODE).from(CATEGORY).fetch(),
                dictionary.categoryNumbers,
                dictionary.categoryCodes);
        fill(
                dsl.select(DEPARTMENT.ID, DEPARTMENT.CODE).from(DEPARTMENT).fetch(),
                dictionary.departmentNumbers,
                dictionary.departmentCodes);
        return dictionary;
    }

    /// Gives numbers to metrics and categories that are new in the catalogue.
    static void register(DSLContext dsl, Catalog catalog) {
        Dictionary known = load(dsl);
        long metrics = known.metricNumbers.size();
        for (Metric metric : catalog.metrics()) {
            if (known.metricNumbers.putIfAbsent(metric.code(), metrics + 1) == null) {
                dsl.insertInto(METRIC, METRIC.ID, METRIC.CODE)
                        .values(++metrics, metric.code())
                        .execute();
            }
        }
        long categories = known.categoryNumbers.size();
        for (Classification classification : catalog.classifications()) {
            for (Classification.Category category : classification.categories()) {
                if (known.categoryNumbers.putIfAbsent(category.code(), categories + 1) == null) {
                    dsl.insertInto(CATEGORY, CATEGORY.ID, CATEGORY.CODE)
                            .values(++categories, category.code())
                            .execute();
                }
            }
        }
    }

    private static void fill(Result<Record2<Long, String>> rows, Map<String, Long> numbers, Map<Long, String> codes) {
        rows.forEach(row -> {
            numbers.put(row.value2(), row.value1());
            codes.put(row.value1(), row.value2());
        });
    }

    /// A department that an import has just added.
    void add(String department, long number) {
        departmentNumbers.put(department, number);
        departmentCodes.put(number, department);
    }

    Optional<Long> metricNumber(String code) {
        return Optional.ofNullable(metricNumbers.get(code));
    }

    /// The numbers of all metrics.
    Collection<Long> metricNumbers() {
        return metricNumbers.values();
    }

    Optional<Long> departmentNumber(String code) {
        return Optional.ofNullable(departmentNumbers.get(code));
    }

    /// 0 for the metric as a whole; empty for a category the ledger has never seen.
    Optional<Long> categoryNumber(Optional<String> code) {
        return code.isEmpty() ? Optional.of(Codes.WHOLE) : Optional.ofNullable(categoryNumbers.get(code.get()));
    }

    /// What a seal covers of the metrics: the codes of these numbers, in their order.
    SealPart metrics(BitSet numbers) {
        return part(METRIC.getName(), numbers, metricCodes);
    }

    /// What a seal covers of the categories: the codes of these numbers, in their order.
    SealPart categories(BitSet numbers) {
        return part(CATEGORY.getName(), numbers, categoryCodes);
    }

    private static SealPart part(String table, BitSet numbers, Map<Long, String> codes) {
        RowDigest digest = new RowDigest();
        numbers.stream().filter(number -> number != Codes.WHOLE).forEach(number -> digest.add(row(number, codes)));
        return digest.part(table);
    }

    private static String row(long number, Map<Long, String> codes) {
        CanonicalRow row = new CanonicalRow();
        row.number(number).text(codes.getOrDefault(number, "")).end();
        return row.take();
    }

    String metric(long number) {
        return known(metricCodes.get(number), "metric", number);
    }

    String department(long number) {
        return known(departmentCodes.get(number), "department", number);
    }

    Optional<String> category(long number) {
        return number == Codes.WHOLE
                ? Optional.empty()
                : Optional.of(known(categoryCodes.get(number), "category", number));
    }

    private static String known(@org.jspecify.annotations.Nullable String code, String what, long number) {
        if (code == null) {
            throw new LedgerException("the ledger is damaged: no " + what + " " + number);
        }
        return code;
    }
}
