package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.PROPOSAL;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.SUBMISSION;
import static plumbline.ledger.generated.Tables.VERDICT;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import plumbline.FormKind;
import plumbline.RecordedFigure;
import plumbline.Vintage;
import plumbline.Worded;

/// Asks which imports between two vintages may have changed a cell, and what they said.
final class ArrivalQueries {
    private final Dictionary dictionary;
    private final Vintage after;
    private final Vintage until;

    /// @param after the imports up to this one are passed over
    /// @param until the last import that counts
    ArrivalQueries(Dictionary dictionary, Vintage after, Vintage until) {
        this.dictionary = dictionary;
        this.after = after;
        this.until = until;
    }

    /// A subject in the numbers of the tables.
    private record Keys(
            List<Long> metrics, List<Long> category, List<Long> departments, long firstSpan, long lastSpan) {
        Condition span(Field<Long> span) {
            return span.between(firstSpan, lastSpan);
        }

        Condition figure() {
            return FIGURE.METRIC_ID
                    .in(metrics)
                    .and(FIGURE.DEPARTMENT_ID.in(departments))
                    .and(FIGURE.CATEGORY_ID.in(category))
                    .and(span(FIGURE.SPAN));
        }
    }

    private Keys keys(Subject subject) {
        return new Keys(
                subject.metrics().stream()
                        .flatMap(code -> dictionary.metricNumber(code).stream())
                        .toList(),
                dictionary.categoryNumber(subject.category()).stream().toList(),
                subject.departments().stream()
                        .flatMap(code -> dictionary.departmentNumber(code).stream())
                        .toList(),
                subject.year() * 10_000L,
                subject.year() * 10_000L + 9_999);
    }

    /// Imports that said something of departments or of their reorganisation.
    List<Arrival> organisation(DSLContext dsl) {
        return arrivals(dsl, aboutTheOrganisation(dsl));
    }

    private Select<Record1<Long>> aboutTheOrganisation(DSLContext dsl) {
        return dsl.select(DEPARTMENT_VERSION.IMPORT_ID)
                .from(DEPARTMENT_VERSION)
                .where(between(DEPARTMENT_VERSION.IMPORT_ID))
                .union(dsl.select(REORGANISATION.IMPORT_ID)
                        .from(REORGANISATION)
                        .where(between(REORGANISATION.IMPORT_ID)))
                .union(dsl.select(REORGANISATION_WITHDRAWAL.IMPORT_ID)
                        .from(REORGANISATION_WITHDRAWAL)
                        .where(between(REORGANISATION_WITHDRAWAL.IMPORT_ID)));
    }

    /// Everything a cell of the subject can depend on: its figures; the first figure of the metric from a department,
    /// which makes it one that is expected; the first word from a department about a span, which makes a gap "not
    /// mentioned"; the calendar; the organisation.
    List<Arrival> about(DSLContext dsl, Subject subject) {
        Keys keys = keys(subject);
        Field<Long> firstFigure = DSL.min(FIGURE.IMPORT_ID);
        Field<Long> firstWord = DSL.min(SUBMISSION.IMPORT_ID);
        return arrivals(
                dsl,
                dsl.select(FIGURE.IMPORT_ID)
                        .from(FIGURE)
                        .where(keys.figure())
                        .and(between(FIGURE.IMPORT_ID))
                        .union(dsl.select(firstFigure)
                                .from(FIGURE)
                                .where(FIGURE.METRIC_ID.in(keys.metrics()))
                                .and(FIGURE.DEPARTMENT_ID.in(keys.departments()))
                                .groupBy(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID)
                                .having(between(firstFigure)))
                        .union(dsl.select(firstWord)
                                .from(SUBMISSION)
                                .where(SUBMISSION.DEPARTMENT_ID.in(keys.departments()))
                                .and(keys.span(SUBMISSION.SPAN))
                                .groupBy(SUBMISSION.DEPARTMENT_ID, SUBMISSION.SPAN)
                                .having(between(firstWord)))
                        .union(dsl.select(DEADLINE.IMPORT_ID)
                                .from(DEADLINE)
                                .where(DEADLINE.DEPARTMENT_ID.in(keys.departments()))
                                .and(keys.span(DEADLINE.SPAN))
                                .and(between(DEADLINE.IMPORT_ID)))
                        .union(dsl.select(DEADLINE_WITHDRAWAL.IMPORT_ID)
                                .from(DEADLINE_WITHDRAWAL)
                                .where(DEADLINE_WITHDRAWAL.DEPARTMENT_ID.in(keys.departments()))
                                .and(keys.span(DEADLINE_WITHDRAWAL.SPAN))
                                .and(between(DEADLINE_WITHDRAWAL.IMPORT_ID)))
                        .union(proposals(dsl, subject))
                        .union(aboutTheOrganisation(dsl)));
    }

    /// What a text is believed to say makes a gap "unconfirmed" until somebody has judged it.
    private Select<Record1<Long>> proposals(DSLContext dsl, Subject subject) {
        Condition asked = PROPOSAL.METRIC
                .in(subject.metrics())
                .and(PROPOSAL.PERIOD
                        .startsWith(String.valueOf(subject.year()))
                        .or(PROPOSAL.PERIOD.startsWith("--"))
                        .or(PROPOSAL.PERIOD.eq("")));
        return dsl.select(PROPOSAL.IMPORT_ID)
                .from(PROPOSAL)
                .where(asked)
                .and(between(PROPOSAL.IMPORT_ID))
                .union(dsl.select(VERDICT.IMPORT_ID)
                        .from(VERDICT)
                        .join(PROPOSAL)
                        .on(PROPOSAL.ID.eq(VERDICT.PROPOSAL_ID))
                        .where(asked.or(VERDICT.METRIC.in(subject.metrics())))
                        .and(between(VERDICT.IMPORT_ID)))
                .union(dsl.select(ATTRIBUTION.IMPORT_ID)
                        .from(ATTRIBUTION)
                        .join(PROPOSAL)
                        .on(PROPOSAL.REPORT_ID.eq(ATTRIBUTION.REPORT_ID))
                        .where(asked)
                        .and(between(ATTRIBUTION.IMPORT_ID)));
    }

    private Condition between(Field<Long> importNumber) {
        return importNumber.gt(after.importNumber()).and(importNumber.le(until.importNumber()));
    }

    /// What a person said of a report comes without a file; its file is the report's.
    private static List<Arrival> arrivals(DSLContext dsl, Select<Record1<Long>> imports) {
        return dsl.select()
                .from(IMPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                .leftJoin(REVIEW)
                .on(REVIEW.IMPORT_ID.eq(IMPORT.ID))
                .join(REPORT)
                .on(REPORT.IMPORT_ID.eq(IMPORT.ID).or(REPORT.ID.eq(REVIEW.REPORT_ID)))
                .where(IMPORT.ID.in(imports))
                .orderBy(IMPORT.ID, REPORT.ID)
                .fetch(row -> new Arrival(
                        new Vintage(
                                row.get(IMPORT.ID),
                                Optional.of(Instant.parse(row.get(SEAL.SEALED_AT))),
                                row.get(SEAL.SHA256)),
                        VintageRows.imported(row),
                        row.get(REPORT.ID),
                        row.get(REPORT.NAME),
                        Worded.read(FormKind.class, row.get(REPORT.KIND)).orElseThrow()));
    }

    /// All revisions of the subject's figures, key by key, oldest first.
    List<RecordedFigure> figures(DSLContext dsl, Subject subject) throws SQLException {
        List<RecordedFigure> found = new ArrayList<>();
        new FigureRows(dictionary)
                .each(dsl, keys(subject).figure().and(FIGURE.IMPORT_ID.le(until.importNumber())), found::add);
        return found;
    }

    /// Every day by which the calendar ever asked for something of the subject's year.
    NavigableSet<LocalDate> dueDays(DSLContext dsl, Subject subject) {
        Keys keys = keys(subject);
        NavigableSet<LocalDate> days = new TreeSet<>();
        dsl.selectDistinct(DEADLINE.DUE)
                .from(DEADLINE)
                .where(DEADLINE.DEPARTMENT_ID.in(keys.departments()))
                .and(keys.span(DEADLINE.SPAN))
                .and(DEADLINE.IMPORT_ID.le(until.importNumber()))
                .forEach(row -> days.add(LocalDate.parse(row.value1())));
        return days;
    }
}
