package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;

import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Consolidator;
import plumbline.Refusal;

/// Proves a ledger: that every row is the one that was sealed, that the seals follow from each other, and that the
/// cells follow from the figures. Changes nothing, and needs no more memory than the largest file received.
///
/// What the proof cannot see: a ledger whose newest imports were all cut off, or that was written anew from some
/// import on, seals and cells and all. Whoever kept a seal elsewhere sees that too.
public final class Verification {
    /// What was found.
    ///
    /// @param imports how many imports are sound, from the first on
    /// @param figures how many rows of figures they hold, all revisions counted
    /// @param cells how many cells were compared; 0 if a place before them is broken
    /// @param seal SHA-256 of the newest sound seal, empty for an empty ledger
    /// @param broken the first place that is not sound
    public record Verified(long imports, long figures, long cells, String seal, Optional<Refusal.Fault> broken) {}

    private final Database database;
    private final Catalog catalog;
    private final Consolidator consolidator;

    private Verification(Database database, Catalog catalog, Consolidator consolidator) {
        this.database = database;
        this.catalog = catalog;
        this.consolidator = consolidator;
    }

    /// Verifies the ledger in one snapshot.
    ///
    /// @param where as [Ledger#open] takes it; it must exist
    /// @throws IllegalArgumentException if `where` is no database
    /// @throws LedgerException if it cannot be read
    public static Verified of(String where, Catalog catalog, Consolidator consolidator) {
        try (Database database = Database.openAsItIs(where)) {
            return database.read((_, dsl) -> new Verification(database, catalog, consolidator).verify(dsl));
        }
    }

    private Verified verify(DSLContext dsl) throws SQLException {
        Optional<String> damage = database.damage(dsl);
        if (damage.isPresent()) {
            return new Verified(0, 0, 0, "", Optional.of(fileFault(damage.get(), "a sound SQLite file")));
        }
        try (SealCheck seals = new SealCheck(dsl)) {
            try {
                long imports = seals.all();
                rest(dsl, imports);
                return new Verified(imports, seals.figures(), cells(dsl, imports), seals.seal(), Optional.empty());
            } catch (BrokenPlace broken) {
                return new Verified(broken.sound(), seals.figures(), 0, seals.seal(), Optional.of(broken.fault()));
            }
        }
    }

    private Refusal.Fault fileFault(String found, String accepted) {
        return new Refusal.Fault("the file " + database, found, accepted);
    }

    /// What holds for the ledger as a whole.
    private void rest(DSLContext dsl, long imports) {
        database.danglingRow(dsl).ifPresent(found -> {
            throw new BrokenPlace(imports, fileFault(found, "rows that belong together"));
        });
        dsl.select(DSL.min(FIGURE.ID), DSL.count(), DSL.max(FIGURE.REVISION))
                .from(FIGURE)
                .groupBy(
                        FIGURE.METRIC_ID,
                        FIGURE.DEPARTMENT_ID,
                        FIGURE.CATEGORY_ID,
                        FIGURE.SPAN,
                        FIGURE.BASIS,
                        FIGURE.SCOPE,
                        FIGURE.RANGE_FROM,
                        FIGURE.RANGE_TO)
                .having(DSL.max(FIGURE.REVISION).ne(DSL.count().cast(Long.class)))
                .limit(1)
                .fetchOptional()
                .ifPresent(row -> {
                    throw new BrokenPlace(
                            imports,
                            "figure id=" + row.value1(),
                            "revision " + row.value3() + " of " + row.value2(),
                            "revisions counted from 1 without a gap");
                });
        for (ExtentRows each : ExtentRows.ALL) {
            each.broken(dsl).ifPresent(found -> {
                throw new BrokenPlace(imports, found.place(), found.found(), found.accepted());
            });
        }
    }

    private long cells(DSLContext dsl, long imports) throws SQLException {
        Dictionary dictionary = Dictionary.load(dsl);
        try (CellCheck cells = new CellCheck(dsl, dictionary, imports)) {
            return cells.all(
                    dsl,
                    new Refresh(catalog, consolidator, dictionary),
                    new DepartmentRows(dictionary, VintageRows.newest(dsl).importNumber()).tree(dsl));
        }
    }
}
