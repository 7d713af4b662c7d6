package plumbline.extract;

import plumbline.Name;

/// A column of a table, defined once for every format.
///
/// @param name in the header: English, lower case, never changed
/// @param title what people call it; the Chinese one is the header that `header=zh` asks for
/// @param meaning a sentence for the dictionary
/// @param required whether every row has a value
/// @param codes the list of `codes.csv` whose codes stand here; empty for none
public record Column(String name, Name title, Type type, Name meaning, boolean required, String codes) {
    /// What stands in a column, and what the formats call that.
    public enum Type {
        /// Codes and ids, which are never guarded against formulas.
        CODE("string", "string", "VARCHAR"),
        /// Words from outside.
        TEXT("string", "string", "VARCHAR"),
        WHOLE("integer", "integer", "BIGINT"),
        /// A count, or a ratio with its decimals.
        NUMBER("decimal", "number", "DOUBLE"),
        DAY("date", "date", "DATE"),
        INSTANT("dateTime", "datetime", "TIMESTAMPTZ");

        /// In CSV on the Web.
        final String csvw;
        /// In a Frictionless table schema.
        final String frictionless;
        /// In the engine that writes Parquet.
        final String engine;

        Type(String csvw, String frictionless, String engine) {
            this.csvw = csvw;
            this.frictionless = frictionless;
            this.engine = engine;
        }
    }

    Column(String name, String zh, String en, Type type, String meaningZh, String meaningEn) {
        this(name, new Name(zh, en), type, new Name(meaningZh, meaningEn), false, "");
    }

    Column always() {
        return new Column(name, title, type, meaning, true, codes);
    }

    Column of(String list) {
        return new Column(name, title, type, meaning, required, list);
    }

    /// The name in a header.
    ///
    /// @param chinese whether the header is for people who read Chinese
    public String header(boolean chinese) {
        return chinese ? title.zh() : name;
    }
}
