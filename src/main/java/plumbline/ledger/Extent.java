package plumbline.ledger;

import static plumbline.ledger.generated.Tables.HOLDER;
import static plumbline.ledger.generated.Tables.METRIC_PERIOD;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import plumbline.Catalog;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.Vintage;

/// Who ever stated anything of which metric in a [Ledger], and of when, also where all of it was taken back since.
///
/// Nearly every request asks, so what was read is kept, and after an import only what it added is read. Thread-safe.
public final class Extent {
    private final Database database;
    private final Catalog catalog;
    private final BiFunction<DSLContext, Vintage, Dictionary> dictionaries;

    /// Metric code → department code → number of the import that first stated anything of it; up to `known`.
    private final Map<String, Map<String, Long>> departments = new HashMap<>();

    /// The same of periods.
    private final Map<String, Map<Period, Long>> periods = new HashMap<>();

    private long known;
    private final PerVintage<Map<String, Set<String>>> holders = new PerVintage<>();
    private final PerVintage<Map<String, Set<Period>>> spoken = new PerVintage<>();

    Extent(Database database, Catalog catalog, BiFunction<DSLContext, Vintage, Dictionary> dictionaries) {
        this.database = database;
        this.catalog = catalog;
        this.dictionaries = dictionaries;
    }

    /// Metric code → codes of the departments that ever stated anything of it.
    public Map<String, Set<String>> holders(Vintage vintage) {
        return holders.get(vintage, () -> upTo(vintage, departments));
    }

    /// The periods of which anything was said.
    public NavigableSet<Period> periods(Vintage vintage) {
        NavigableSet<Period> all = new TreeSet<>();
        spoken(vintage).values().forEach(all::addAll);
        return all;
    }

    /// Metric code → how many months the periods have of which anything of it was said, or which add up from shorter
    /// ones: 1, 3, 6, 12.
    public Map<String, Set<Integer>> lengths(Vintage vintage) {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        spoken(vintage).forEach((code, about) -> {
            boolean follow =
                    catalog.metric(code).map(Metric::kind).filter(Extent::adds).isPresent();
            for (Period each : about) {
                for (int months : new int[] {1, 3, 6, 12}) {
                    if (months == each.span().months()
                            || (follow && months > each.span().months())) {
                        lengths.computeIfAbsent(code, _ -> new HashSet<>()).add(months);
                    }
                }
            }
        });
        return lengths;
    }

    private static boolean adds(Kind kind) {
        return kind != Kind.PERCAP && kind != Kind.CATEGORIES;
    }

    private Map<String, Set<Period>> spoken(Vintage vintage) {
        return spoken.get(vintage, () -> upTo(vintage, periods));
    }

    private synchronized <T> Map<String, Set<T>> upTo(Vintage vintage, Map<String, Map<T, Long>> firsts) {
        if (vintage.importNumber() > known) {
            database.read((_, dsl) -> read(dsl, vintage));
        }
        Map<String, Set<T>> stated = new HashMap<>();
        firsts.forEach((metric, all) -> all.forEach((each, first) -> {
            if (first <= vintage.importNumber()) {
                stated.computeIfAbsent(metric, _ -> new HashSet<>()).add(each);
            }
        }));
        stated.replaceAll((_, each) -> Set.copyOf(each));
        return stated;
    }

    private long read(DSLContext dsl, Vintage vintage) {
        Dictionary dictionary = dictionaries.apply(dsl, vintage);
        dsl.select(HOLDER.METRIC_ID, HOLDER.DEPARTMENT_ID, HOLDER.IMPORT_ID)
                .from(HOLDER)
                .where(HOLDER.IMPORT_ID.gt(known).and(HOLDER.IMPORT_ID.le(vintage.importNumber())))
                .forEach(row -> departments
                        .computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashMap<>())
                        .put(dictionary.department(row.value2()), row.value3()));
        dsl.select(METRIC_PERIOD.METRIC_ID, METRIC_PERIOD.SPAN, METRIC_PERIOD.IMPORT_ID)
                .from(METRIC_PERIOD)
                .where(METRIC_PERIOD.IMPORT_ID.gt(known).and(METRIC_PERIOD.IMPORT_ID.le(vintage.importNumber())))
                .forEach(row -> Period.ofSpan(Span.ofCode(row.value2().intValue()))
                        .ifPresent(
                                period -> periods.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashMap<>())
                                        .put(period, row.value3())));
        known = vintage.importNumber();
        return known;
    }
}
