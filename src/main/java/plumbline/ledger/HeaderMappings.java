package plumbline.ledger;

import static plumbline.ledger.generated.Tables.HEADER_MAPPING;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.SEAL;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Writes the mappings of one import, and reads those of all.
final class HeaderMappings implements AutoCloseable {
    private final Dictionary dictionary;
    private final long importNumber;
    private final SealedInsert insert;
    private long nextId;

    HeaderMappings(Connection connection, DSLContext dsl, Dictionary dictionary, long importNumber) {
        this.dictionary = dictionary;
        this.importNumber = importNumber;
        insert = new SealedInsert(connection, dsl, HEADER_MAPPING, List.of(HEADER_MAPPING.fields()));
        Long newest =
                dsl.select(DSL.max(HEADER_MAPPING.ID)).from(HEADER_MAPPING).fetchOne(0, Long.class);
        nextId = newest == null ? 1 : newest + 1;
    }

    void write(HeaderMapping mapping) {
        insert.number(nextId++)
                .number(importNumber)
                .number(dictionary.departmentNumber(mapping.department()).orElseThrow())
                .text(mapping.form())
                .text(mapping.header())
                .text(mapping.meaning())
                .number(mapping.column())
                .text(mapping.unit())
                .end();
    }

    void finish() throws SQLException {
        insert.flush();
    }

    SealPart part() {
        return insert.part();
    }

    /// The newest of each department, form and header, the newest of all first.
    static List<HeaderMapping> newest(DSLContext dsl, Dictionary dictionary, Collection<String> forms) {
        Map<List<Object>, HeaderMapping> newest = new LinkedHashMap<>();
        dsl.select(HEADER_MAPPING.fields())
                .select(IMPORT.ACTOR, SEAL.SEALED_AT)
                .from(HEADER_MAPPING)
                .join(IMPORT)
                .on(IMPORT.ID.eq(HEADER_MAPPING.IMPORT_ID))
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(HEADER_MAPPING.IMPORT_ID))
                .where(HEADER_MAPPING.FORM.in(forms))
                .orderBy(HEADER_MAPPING.ID.desc())
                .forEach(row -> {
                    HeaderMapping mapping = new HeaderMapping(
                            dictionary.department(row.get(HEADER_MAPPING.DEPARTMENT_ID)),
                            row.get(HEADER_MAPPING.FORM),
                            row.get(HEADER_MAPPING.HEADER),
                            row.get(HEADER_MAPPING.MEANING),
                            row.get(HEADER_MAPPING.COLUMN).intValue(),
                            row.get(HEADER_MAPPING.UNIT),
                            Optional.of(new HeaderMapping.Confirmed(
                                    row.get(IMPORT.ACTOR), Instant.parse(row.get(SEAL.SEALED_AT)))));
                    newest.putIfAbsent(List.of(mapping.department(), mapping.form(), mapping.header()), mapping);
                });
        return List.copyOf(newest.values());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
