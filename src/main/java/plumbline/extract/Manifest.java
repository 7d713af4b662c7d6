package plumbline.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What proves an extract: what was asked, of which moment, how many rows came, what they add up to, and the digest of
/// the bytes. Says nothing of when it was written, so the same extract has the same manifest for ever.
///
/// @param file name of the file
/// @param query what was asked, in the words of the address; empty for everything
/// @param asOf the moment the data stand for; empty for an empty ledger
/// @param seal of the last import that counts
/// @param day that decided what was due
/// @param catalog version of the catalogue that named the metrics
public record Manifest(
        String file,
        String query,
        String asOf,
        String seal,
        String day,
        String catalog,
        long rows,
        Map<String, Long> states,
        Map<String, Map<String, Object>> metrics,
        long bytes,
        String sha256,
        List<String> columns) {

    /// What is known of an extract before it is written.
    public record Asked(String file, String query, String asOf, String seal, String day, String catalog) {}

    public static Manifest of(Asked asked, Table table, Tally tally, long bytes, String sha256) {
        return new Manifest(
                asked.file(),
                asked.query(),
                asked.asOf(),
                asked.seal(),
                asked.day(),
                asked.catalog(),
                tally.count(),
                tally.states(),
                tally.metrics(),
                bytes,
                sha256,
                table.columns().stream().map(Column::name).toList());
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("query", query);
        fields.put("as_of", asOf);
        fields.put("seal", seal);
        fields.put("day", day);
        fields.put("catalog", catalog);
        fields.put("rows", rows);
        fields.put("states", states);
        fields.put("metrics", metrics);
        fields.put("bytes", bytes);
        fields.put("sha256", sha256);
        fields.put("columns", columns);
        return fields;
    }

    /// As a JSON document.
    public String json() {
        return Json.document(fields());
    }
}
