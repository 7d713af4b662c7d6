package plumbline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import plumbline.Catalog;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.ledger.Ledger;
import plumbline.read.CatalogReader;
import plumbline.read.sheet.Limits;

/// The objects of a running program, built once and handed to whoever needs them.
record House(Catalog catalog, Ledger ledger, Intake intake) implements AutoCloseable {
    /// @param database as [Ledger#open] takes it
    /// @throws plumbline.ledger.LedgerException if the database cannot be opened
    static House open(String database) {
        return open(database, Limits.DEFAULT);
    }

    /// As [#open], where workbooks may cost more or less than usual.
    static House open(String database, Limits limits) {
        Catalog catalog = shippedCatalog();
        Ledger ledger = Ledger.open(database, catalog, new Consolidation(), InstantSource.system());
        return new House(catalog, ledger, new Intake(catalog, ledger, limits));
    }

    /// The catalogue the program was built with.
    static Catalog shippedCatalog() {
        try {
            return CatalogReader.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
