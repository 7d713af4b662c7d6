package plumbline.ledger;

import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REPORT_CONTENT;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.FormKind;
import plumbline.MetricVersion;
import plumbline.Period;
import plumbline.Place;
import plumbline.Preview;
import plumbline.Proposal;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.Reorganisation;
import plumbline.Target;

/// One import under way: takes the report, the rows, the cells and the seal, in that order and in one transaction.
///
/// Used by one thread and thrown away.
final class Recording implements Recorder, AutoCloseable {
    /// What a row was about, for the report's own department and period.
    private static final class Shared<T> {
        private Optional<T> value = Optional.empty();
        private boolean several;

        void see(T next) {
            several = several || (value.isPresent() && !value.get().equals(next));
            value = Optional.of(next);
        }

        Optional<T> only() {
            return several ? Optional.empty() : value;
        }
    }

    private final Connection connection;
    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final Received received;
    private final String sha256;
    private final long importNumber;
    private final long report;
    private final SealedInsert importInsert;
    private final RowDigest reportDigest = new RowDigest();
    private final FigureWriter figures;
    private final ProposalWriter proposals;
    private final OrganisationWriter organisation;
    private final Shared<String> department = new Shared<>();
    private final Shared<Period> period = new Shared<>();
    private final Consequences consequences;
    private final CellChanges changes;
    private final HeaderMappings mappings;
    private final TargetWriter targets;
    private boolean keepsCells;
    private boolean settled;
    private int fresh;
    private int changed;
    private int same;

    Recording(
            Connection connection,
            DSLContext dsl,
            Dictionary dictionary,
            Received received,
            String sha256,
            Catalog catalog,
            Consolidator consolidator)
            throws SQLException {
        this.connection = connection;
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.received = received;
        this.sha256 = sha256;
        importNumber = next(dsl.select(DSL.max(IMPORT.ID)).from(IMPORT).fetchOne(DSL.max(IMPORT.ID)));
        report = next(dsl.select(DSL.max(REPORT.ID)).from(REPORT).fetchOne(DSL.max(REPORT.ID)));
        importInsert = new SealedInsert(connection, dsl, IMPORT, List.of(IMPORT.fields()));
        writeImport();
        writeReport();
        figures = new FigureWriter(
                connection,
                dsl,
                dictionary,
                importNumber,
                new FigureWriter.Source(received.mode(), report, received.documents()));
        proposals = new ProposalWriter(connection, dsl, importNumber);
        Refresh refresh = new Refresh(catalog, consolidator, dictionary);
        consequences = new Consequences(connection, dsl, dictionary, catalog, refresh);
        changes = new CellChanges(dsl, dictionary);
        mappings = new HeaderMappings(connection, dsl, dictionary, importNumber);
        targets = new TargetWriter(connection, dsl, received.mode(), importNumber);
        organisation = new OrganisationWriter(connection, dsl, dictionary, received.mode(), importNumber);
    }

    private static long next(@org.jspecify.annotations.Nullable Long newest) {
        return newest == null ? 1 : newest + 1;
    }

    @Override
    public List<Outcome> figures(List<Figure> rows) {
        for (Figure each : rows) {
            department.see(each.key().department());
            period.see(each.key().period());
        }
        try {
            List<Outcome> outcomes = figures.write(rows);
            outcomes.forEach(each -> count(each.effect()));
            return outcomes;
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
    }

    @Override
    public void text(String text, List<Proposal> seen) {
        proposals.text(report, text);
        seen.forEach(each -> proposals.write(report, each, Optional.empty()));
    }

    @Override
    public List<Outcome> withdrawOthers(String owner, Period about, Set<FigureKey> stated, Place place) {
        try {
            List<Outcome> outcomes = figures.withdrawOthers(owner, about, stated, place);
            outcomes.forEach(each -> count(each.effect()));
            return outcomes;
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
    }

    @Override
    public Effect department(Department row) {
        return count(organisation.write(row));
    }

    @Override
    public Effect reorganisation(Reorganisation row) {
        return count(organisation.write(row));
    }

    @Override
    public Effect deadline(Deadline row) {
        return count(organisation.write(row));
    }

    @Override
    public Effect withdraw(Reorganisation row) {
        return count(organisation.withdraw(row));
    }

    @Override
    public Effect withdraw(Deadline row) {
        return count(organisation.withdraw(row));
    }

    @Override
    public Effect metric(MetricVersion before, MetricVersion row) {
        return count(organisation.write(before, row));
    }

    @Override
    public Effect target(Target row) {
        return count(targets.write(row));
    }

    @Override
    public void remember(HeaderMapping mapping) {
        mappings.write(mapping);
    }

    private Effect count(Effect effect) {
        switch (effect) {
            case FRESH -> fresh++;
            case CHANGED -> changed++;
            case SAME -> same++;
            case CONTRADICTS, NOTHING_TO_WITHDRAW -> {}
        }
        return effect;
    }

    @Override
    public void settle(Consumer<Cell> contradicted, Consumer<List<Cell>> brokenDown) {
        try {
            figures.finish();
            proposals.finish();
            organisation.finish();
            organisation.touchLives(figures.touched());
            consequences.settle(organisation.tree(), figures, this::beforeRefresh, contradicted, brokenDown);
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
        settled = true;
    }

    private void beforeRefresh() {
        if (keepsCells) {
            changes.keep();
        }
    }

    @Override
    public void keepCells() {
        keepsCells = true;
    }

    @Override
    public void changes(Consumer<Preview.Change> sink) {
        if (!settled) {
            settle(_ -> {}, _ -> {});
        }
        changes.each(sink);
    }

    @Override
    public Map<Long, RecordedFigure> figures(Collection<Long> ids) {
        return consequences.figures(ids);
    }

    Receipt.Counts counts() {
        return new Receipt.Counts(fresh, changed, same, 0);
    }

    @Override
    public long report() {
        return report;
    }

    /// Completes the report, refreshes the cells unless that was done, and seals. `now` is moved behind the previous
    /// seal if the clock went back.
    void seal(Instant now) throws SQLException {
        if (!settled) {
            settle(_ -> {}, _ -> {});
        }
        completeReport();
        mappings.finish();
        targets.finish();
        Sealing.seal(dsl, importNumber, now, parts(), counts());
    }

    /// What the seal covers.
    private List<SealPart> parts() {
        BitSet metrics = figures.touched().metrics();
        metrics.or(organisation.metrics());
        List<SealPart> parts = new ArrayList<>(List.of(importInsert.part(), reportDigest.part(REPORT.getName())));
        parts.addAll(figures.parts());
        parts.addAll(proposals.parts());
        parts.addAll(organisation.parts());
        parts.add(mappings.part());
        parts.add(targets.part());
        parts.add(dictionary.metrics(metrics));
        parts.add(dictionary.categories(figures.touched().categories()));
        return SealPart.filled(parts);
    }

    private void writeImport() throws SQLException {
        RowSink row = importInsert
                .number(importNumber)
                .text(received.actor())
                .text(received.mode().word());
        textOrAbsent(row, received.reason());
        row.end();
        importInsert.flush();
    }

    /// Before the figures that point to it, and so before it is known what they share.
    private void writeReport() throws SQLException {
        try (SealedInsert insert = SealedInsert.unsealed(connection, dsl, REPORT, List.of(REPORT.fields()))) {
            report(insert, Optional.empty(), Optional.empty());
            insert.flush();
        }
        dsl.insertInto(REPORT_CONTENT)
                .columns(REPORT_CONTENT.REPORT_ID, REPORT_CONTENT.BYTES)
                .values(report, received.bytes())
                .execute();
    }

    private void completeReport() {
        boolean speaksOfFigures = received.kind() == FormKind.FIGURES || received.kind() == FormKind.TEXT;
        Optional<String> owner = received.department().or(department::only).filter(_ -> speaksOfFigures);
        Optional<String> about =
                received.period().or(period::only).filter(_ -> speaksOfFigures).map(Period::toString);
        dsl.update(REPORT)
                .set(REPORT.DEPARTMENT, owner.orElse(null))
                .set(REPORT.PERIOD, about.orElse(null))
                .where(REPORT.ID.eq(report))
                .execute();
        CanonicalRow row = new CanonicalRow();
        report(row, owner, about);
        reportDigest.add(row.take());
    }

    private void report(RowSink row, Optional<String> owner, Optional<String> about) {
        row.number(report)
                .number(importNumber)
                .text(received.name())
                .text(received.kind().word())
                .text(received.mode().word());
        textOrAbsent(row, owner);
        textOrAbsent(row, about);
        row.text(sha256)
                .number(received.bytes().length)
                .text(received.encoding())
                .end();
    }

    private static void textOrAbsent(RowSink row, Optional<String> text) {
        text.ifPresentOrElse(row::text, () -> row.absent(Types.VARCHAR));
    }

    @Override
    public void close() throws SQLException {
        importInsert.close();
        figures.close();
        proposals.close();
        organisation.close();
        mappings.close();
        targets.close();
    }
}
