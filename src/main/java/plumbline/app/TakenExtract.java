package plumbline.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import plumbline.Catalog;
import plumbline.Metric;
import plumbline.Refusal;
import plumbline.extract.DigestStream;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.serve.Extracts;
import plumbline.serve.Format;

/// An extract that has been somewhere, and what its manifest or its own columns say of the question.
///
/// @param sha256 of the whole file
/// @param table figures, figures_wide, cells or a code list
/// @param query by parameter
/// @param asOf the moment the data stand for; empty where nothing says it
/// @param day that decided what was due; absent where nothing says it
/// @param rows of a package none: it is held against another file by file
record TakenExtract(
        String file,
        Path path,
        String sha256,
        Format format,
        String table,
        Extracts.Style style,
        Map<String, String> query,
        String asOf,
        Optional<LocalDate> day,
        Optional<TakenRows> rows) {
    /// @param manifest what proves it, elsewhere than beside it
    /// @param asked without a manifest: what was asked, in the words of the address
    static TakenExtract open(Path path, Optional<Path> manifest, String asked, Catalog catalog) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String name = String.valueOf(path.getFileName());
        Format format = Arrays.stream(Format.values())
                .filter(each -> name.toLowerCase(Locale.ROOT).endsWith("." + each.ending()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("FILE", name, ".csv, .xlsx, .json, .parquet or .zip"));
        Optional<JsonObject> proof = proof(path, manifest);
        if (format == Format.ZIP) {
            proof = proof.or(() -> entry(bytes, "manifest.json").map(each -> manifest(each, path)));
        }
        Map<String, String> query =
                parameters(proof.map(each -> each.getString("query", "")).orElse(asked));
        Optional<TakenRows> rows =
                format == Format.ZIP ? Optional.empty() : Optional.of(TakenRows.of(name, path, bytes, format));
        String table = table(name, bytes, rows, proof);
        if (table.equals("figures_wide") && proof.isEmpty() && !query.containsKey("metric")) {
            metrics(rows.orElseThrow(), catalog).ifPresent(each -> query.put("metric", each));
        }
        Extracts.Style style = style(query, proof.isPresent(), bytes, table, rows);
        String asOf = proof.map(each -> each.getString("as_of", ""))
                .orElseGet(() -> query.getOrDefault(
                        "as_of", rows.map(each -> each.traits().asOf()).orElse("")));
        return new TakenExtract(name, path, sha256(bytes), format, table, style, query, asOf, day(proof), rows);
    }

    private static Optional<JsonObject> proof(Path path, Optional<Path> manifest) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".manifest.json");
        if (manifest.isEmpty() && !Files.exists(beside)) {
            return Optional.empty();
        }
        Path found = manifest.orElse(beside);
        return Optional.of(manifest(Files.readAllBytes(found), found));
    }

    /// What a manifest says of the question.
    private static JsonObject manifest(byte[] json, Path from) {
        try {
            return new JsonObject(io.vertx.core.buffer.Buffer.buffer(json));
        } catch (RuntimeException e) {
            throw Refusal.invalid("--manifest", from.toString(), "a manifest: a JSON object with query and as_of");
        }
    }

    /// The day in a manifest; that of a package stands with its files.
    private static Optional<LocalDate> day(Optional<JsonObject> proof) {
        JsonArray files =
                proof.map(each -> each.getJsonArray("files", new JsonArray())).orElseGet(JsonArray::new);
        return proof.map(each -> each.getString(
                        "day", files.isEmpty() ? "" : files.getJsonObject(0).getString("day", "")))
                .flatMap(TakenExtract::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The bytes of a file within a package.
    static Optional<byte[]> entry(byte[] zip, String name) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                if (each.getName().equals(name)) {
                    return Optional.of(in.readAllBytes());
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw Refusal.invalid("FILE", "a damaged package", "a package as it was downloaded");
        }
    }

    private static String table(String name, byte[] bytes, Optional<TakenRows> rows, Optional<JsonObject> proof) {
        if (rows.isEmpty()) {
            return entry(bytes, "cells.csv").isPresent() ? "cells" : "figures";
        }
        Optional<String> told = proof.map(each -> each.getString("file", "").replaceFirst("\\..*", ""))
                .filter(each ->
                        each.equals("figures_wide") || Tables.named(each).isPresent());
        return told.or(() -> rows.flatMap(each -> TakenRows.table(each.header())))
                .orElseThrow(() -> Refusal.invalid(
                        "FILE", name, "an extract with the header it was written with, or its manifest beside it"));
    }

    /// The metrics that a wide file has columns of; none where it has all of them.
    private static Optional<String> metrics(TakenRows rows, Catalog catalog) {
        List<String> codes = catalog.metrics().stream()
                .filter(each -> rows.header().contains(each.code())
                        || rows.header().contains(each.name().zh()))
                .map(Metric::code)
                .toList();
        return Optional.of(String.join(",", codes))
                .filter(_ -> codes.size() < catalog.metrics().size());
    }

    private static Extracts.Style style(
            Map<String, String> query, boolean proved, byte[] bytes, String table, Optional<TakenRows> rows) {
        boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF;
        String safe = query.remove("safe");
        String lang = query.remove("lang");
        String header = query.remove("header");
        String bom = query.remove("bom");
        if (proved || rows.isEmpty()) {
            return new Extracts.Style(
                    "1".equals(bom) || mark, !"0".equals(safe), !"en".equals(lang), "zh".equals(header));
        }
        TakenRows of = rows.get();
        return new Extracts.Style(
                mark,
                safe == null ? !of.traits().raw() : !"0".equals(safe),
                lang == null ? !of.traits().english() : !"en".equals(lang),
                TakenRows.isChinese(of.header(), table));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        each.substring(0, equals),
                        URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static String sha256(byte[] bytes) throws IOException {
        DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
        digest.write(bytes, 0, bytes.length);
        return digest.sha256Hex();
    }

    /// What the ledger is to be asked.
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>(query);
        if (!asOf.isEmpty()) {
            asked.put("as_of", asOf);
        }
        return asked;
    }

    /// The table as the ledger would write it now.
    Table table(Extracts extracts) {
        return extracts.table(table, asked());
    }
}
