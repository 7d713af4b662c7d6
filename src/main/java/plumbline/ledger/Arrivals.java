package plumbline.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import plumbline.RecordedFigure;
import plumbline.Vintage;

/// What came into a [Ledger] between two vintages, and what it said. Thread-safe.
public final class Arrivals {
    private final Database database;
    private final BiFunction<DSLContext, Vintage, Dictionary> dictionaries;

    Arrivals(Database database, BiFunction<DSLContext, Vintage, Dictionary> dictionaries) {
        this.database = database;
        this.dictionaries = dictionaries;
    }

    /// The imports after one vintage and up to another that said something of departments or their reorganisation.
    public List<Arrival> organisation(Vintage after, Vintage until) {
        return database.read((_, dsl) -> queries(dsl, after, until).organisation(dsl));
    }

    /// The imports between that a cell of the subject can depend on, in their order; not all of them changed it.
    public List<Arrival> about(Subject subject, Vintage after, Vintage until) {
        return database.read((_, dsl) -> queries(dsl, after, until).about(dsl, subject));
    }

    /// All revisions of the subject's figures that the vintage knows, key by key, oldest first.
    public List<RecordedFigure> figures(Subject subject, Vintage vintage) {
        return database.read((_, dsl) -> queries(dsl, Vintage.EMPTY, vintage).figures(dsl, subject));
    }

    /// Every day by which the reporting calendar ever asked for something of the subject's year.
    public NavigableSet<LocalDate> dueDays(Subject subject, Vintage vintage) {
        return database.read((_, dsl) -> queries(dsl, Vintage.EMPTY, vintage).dueDays(dsl, subject));
    }

    private ArrivalQueries queries(DSLContext dsl, Vintage after, Vintage until) {
        return new ArrivalQueries(dictionaries.apply(dsl, until), after, until);
    }
}
