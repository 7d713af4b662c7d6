package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.SUBMISSION;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Name;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Span;
import plumbline.Worded;

/// Reads departments, their reorganisations, the reporting calendar and who has reported, as of an import.
final class DepartmentRows {
    private final Dictionary dictionary;
    private final long vintage;

    DepartmentRows(Dictionary dictionary, long vintage) {
        this.dictionary = dictionary;
        this.vintage = vintage;
    }

    /// The newest version of each department, in establishment order.
    DepartmentTree tree(DSLContext dsl) {
        Map<Long, Department> newest = new LinkedHashMap<>();
        dsl.select(DEPARTMENT_VERSION.fields())
                .from(DEPARTMENT_VERSION)
                .where(DEPARTMENT_VERSION.IMPORT_ID.le(vintage))
                .orderBy(DEPARTMENT_VERSION.DEPARTMENT_ID, DEPARTMENT_VERSION.IMPORT_ID)
                .forEach(row -> newest.put(
                        row.get(DEPARTMENT_VERSION.DEPARTMENT_ID),
                        new Department(
                                dictionary.department(row.get(DEPARTMENT_VERSION.DEPARTMENT_ID)),
                                new Name(row.get(DEPARTMENT_VERSION.NAME_ZH), row.get(DEPARTMENT_VERSION.NAME_EN)),
                                Optional.ofNullable(row.get(DEPARTMENT_VERSION.PARENT_ID))
                                        .map(dictionary::department),
                                day(row.get(DEPARTMENT_VERSION.OPENED)),
                                day(row.get(DEPARTMENT_VERSION.CLOSED)),
                                row.get(DEPARTMENT_VERSION.ADDITIVE) == 1)));
        return new DepartmentTree(
                List.copyOf(newest.values()), List.copyOf(standing(dsl).values()));
    }

    /// The reorganisations that were not taken back by then, by their numbers and in the order of their days.
    Map<Long, Reorganisation> standing(DSLContext dsl) {
        Map<Long, Reorganisation> standing = new LinkedHashMap<>();
        dsl.selectFrom(REORGANISATION)
                .where(REORGANISATION.IMPORT_ID.le(vintage))
                .andNotExists(dsl.selectOne()
                        .from(REORGANISATION_WITHDRAWAL)
                        .where(REORGANISATION_WITHDRAWAL.REORGANISATION_ID.eq(REORGANISATION.ID))
                        .and(REORGANISATION_WITHDRAWAL.IMPORT_ID.le(vintage)))
                .orderBy(REORGANISATION.DAY, REORGANISATION.ID)
                .forEach(row -> standing.put(row.get(REORGANISATION.ID), step(row)));
        return standing;
    }

    /// The reorganisation in a row of its table.
    Reorganisation step(Record row) {
        return new Reorganisation(
                LocalDate.parse(row.get(REORGANISATION.DAY)),
                Worded.read(Reorganisation.Kind.class, row.get(REORGANISATION.KIND))
                        .orElseThrow(),
                dictionary.department(row.get(REORGANISATION.FROM_ID)),
                dictionary.department(row.get(REORGANISATION.TO_ID)),
                Optional.ofNullable(row.get(REORGANISATION.WEIGHT)).map(BigDecimal::new));
    }

    /// The newest due date of each line of the calendar that is still owed.
    List<Deadline> deadlines(DSLContext dsl) {
        Map<List<Long>, Long> withdrawn = new HashMap<>();
        dsl.selectFrom(DEADLINE_WITHDRAWAL)
                .where(DEADLINE_WITHDRAWAL.IMPORT_ID.le(vintage))
                .orderBy(DEADLINE_WITHDRAWAL.IMPORT_ID)
                .forEach(row -> withdrawn.put(
                        List.of(
                                row.get(DEADLINE_WITHDRAWAL.DEPARTMENT_ID),
                                row.get(DEADLINE_WITHDRAWAL.SPAN),
                                row.get(DEADLINE_WITHDRAWAL.METRIC_ID)),
                        row.get(DEADLINE_WITHDRAWAL.IMPORT_ID)));
        Map<List<Long>, Deadline> newest = new LinkedHashMap<>();
        dsl.selectFrom(DEADLINE)
                .where(DEADLINE.IMPORT_ID.le(vintage))
                .orderBy(DEADLINE.DEPARTMENT_ID, DEADLINE.SPAN, DEADLINE.METRIC_ID, DEADLINE.IMPORT_ID)
                .forEach(row -> {
                    long metric = row.get(DEADLINE.METRIC_ID);
                    List<Long> key = List.of(row.get(DEADLINE.DEPARTMENT_ID), row.get(DEADLINE.SPAN), metric);
                    if (row.get(DEADLINE.IMPORT_ID) < withdrawn.getOrDefault(key, 0L)) {
                        newest.remove(key);
                        return;
                    }
                    newest.put(
                            key,
                            new Deadline(
                                    metric == Codes.WHOLE ? Optional.empty() : Optional.of(dictionary.metric(metric)),
                                    dictionary.department(row.get(DEADLINE.DEPARTMENT_ID)),
                                    Period.ofSpan(Span.ofCode(
                                                    row.get(DEADLINE.SPAN).intValue()))
                                            .orElseThrow(),
                                    LocalDate.parse(row.get(DEADLINE.DUE))));
                });
        return new ArrayList<>(newest.values());
    }

    /// The spans each of the departments has said anything about.
    Map<String, Set<Span>> submissions(DSLContext dsl, Collection<String> departments, int fromYear, int toYear) {
        Map<String, Set<Span>> spans = new HashMap<>();
        dsl.selectDistinct(SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN)
                .from(SUBMISSION)
                .where(about(departments, fromYear, toYear))
                .forEach(row -> spans.computeIfAbsent(
                                dictionary.department(row.get(SUBMISSION.DEPARTMENT_ID)), _ -> new HashSet<>())
                        .add(Span.ofCode(row.get(SUBMISSION.SPAN).intValue())));
        return spans;
    }

    /// When each of the departments first said anything about each span.
    Map<String, Map<Span, Instant>> firstSubmissions(
            DSLContext dsl, Collection<String> departments, int fromYear, int toYear) {
        Field<String> first = DSL.min(SEAL.SEALED_AT);
        Map<String, Map<Span, Instant>> days = new HashMap<>();
        dsl.select(SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN, first)
                .from(SUBMISSION)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(SUBMISSION.IMPORT_ID))
                .where(about(departments, fromYear, toYear))
                .groupBy(SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN)
                .forEach(row -> days.computeIfAbsent(
                                dictionary.department(row.get(SUBMISSION.DEPARTMENT_ID)), _ -> new HashMap<>())
                        .put(Span.ofCode(row.get(SUBMISSION.SPAN).intValue()), Instant.parse(row.get(first))));
        return days;
    }

    private Condition about(Collection<String> departments, int fromYear, int toYear) {
        List<Long> numbers = departments.stream()
                .flatMap(code -> dictionary.departmentNumber(code).stream())
                .toList();
        return SUBMISSION
                .DEPARTMENT_ID
                .in(numbers)
                .and(SUBMISSION.SPAN.between(fromYear * 10_000L, toYear * 10_000L + 9_999))
                .and(SUBMISSION.IMPORT_ID.le(vintage));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }
}
