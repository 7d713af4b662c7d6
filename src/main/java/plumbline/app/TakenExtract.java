package plumbline.app;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import plumbline.Formula;
import plumbline.Refusal;
import plumbline.extract.DigestStream;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.read.form.Forms;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;
import plumbline.serve.Extracts;
import plumbline.serve.Format;

/// An extract that has been somewhere: its rows, and what its manifest or its own columns say of the question.
///
/// @param bytes of the table itself; of a package those of its data
/// @param table figures, cells or a code list
/// @param query by parameter
/// @param asOf the moment the data stand for; empty where nothing says it
record TakenExtract(
        String file,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
        Format format,
        String table,
        Extracts.Style style,
        Map<String, String> query,
        String asOf,
        List<String> header) {
    /// Of a file that this program has written itself a lot is expected; it is read by its owner, by hand.
    private static final Limits LIMITS = new Limits(
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Integer.MAX_VALUE,
            10_000,
            10_000,
            Integer.MAX_VALUE,
            16_384,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Duration.ofHours(2));

    /// Is shown the rows of a file.
    interface Visitor {
        /// Is shown one row.
        ///
        /// @param line 1-based line or row
        void row(int line, List<String> cells);
    }

    static TakenExtract open(Path path, Optional<Path> manifest, String asked) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        Optional<JsonObject> proof = Optional.empty();
        Path beside = path.resolveSibling(path.getFileName() + ".manifest.json");
        if (manifest.isPresent() || Files.exists(beside)) {
            Path found = manifest.orElse(beside);
            proof = Optional.of(VerifyExtractCommand.read(Files.readAllBytes(found), found));
        }
        if (name.endsWith(".zip")) {
            proof = proof.or(() -> entry(bytes, "manifest.json").map(each -> VerifyExtractCommand.read(each, path)));
            String data = entry(bytes, "figures.csv").isPresent() ? "figures.csv" : "cells.csv";
            byte[] inside = entry(bytes, data)
                    .orElseThrow(() -> Refusal.invalid("FILE", name, "a package with figures.csv or cells.csv"));
            return of(data, inside, proof, asked);
        }
        return of(name, bytes, proof, asked);
    }

    private static Optional<byte[]> entry(byte[] zip, String name) {
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

    private static TakenExtract of(String name, byte[] bytes, Optional<JsonObject> proof, String asked) {
        Format format = Arrays.stream(Format.values())
                .filter(each -> name.endsWith("." + each.ending()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("FILE", name, ".csv, .xlsx, .json, .parquet or .zip"));
        Map<String, String> query =
                parameters(proof.map(each -> each.getString("query", "")).orElse(asked));
        List<String> header = new ArrayList<>();
        String[] first = {""};
        if (format == Format.CSV || format == Format.XLSX) {
            head(bytes, format, header, first);
        }
        String table = table(name, header, proof);
        boolean chineseHeader = !header.isEmpty()
                && Tables.named(table)
                        .filter(each -> each.columns().getFirst().title().zh().equals(header.getFirst()))
                        .isPresent();
        boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF;
        Extracts.Style style = new Extracts.Style(
                mark,
                !"0".equals(query.remove("safe")),
                !"en".equals(query.remove("lang")),
                "zh".equals(query.remove("header")) || chineseHeader);
        query.remove("bom");
        String asOf = proof.map(each -> each.getString("as_of", "")).orElse(first[0]);
        return new TakenExtract(name, bytes, format, table, style, query, asOf, List.copyOf(header));
    }

    /// The header, and the moment that the first row names.
    private static void head(byte[] bytes, Format format, List<String> header, String[] asOf) {
        read(bytes, format, (line, cells) -> {
            if (header.isEmpty()) {
                header.addAll(cells);
            } else if (asOf[0].isEmpty()) {
                int at = Math.max(header.indexOf("as_of"), header.indexOf("数据截至"));
                asOf[0] = at < 0 || at >= cells.size() || format == Format.XLSX ? "" : cells.get(at);
            }
        });
    }

    private static String table(String name, List<String> header, Optional<JsonObject> proof) {
        Optional<String> told = proof.map(each -> each.getString("file", "").replaceFirst("\\..*", ""))
                .filter(each -> !each.isEmpty());
        Optional<String> known = Tables.LISTED.stream()
                .filter(each -> isHeader(each, header))
                .map(Table::name)
                .findFirst();
        return told.or(() -> known)
                .filter(each -> Tables.named(each).isPresent())
                .orElseThrow(() -> Refusal.invalid(
                        "FILE", name, "an extract with the header it was written with, or its manifest beside it"));
    }

    private static boolean isHeader(Table table, List<String> cells) {
        return table.isHeader(cells);
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

    String sha256() throws IOException {
        DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
        digest.write(bytes, 0, bytes.length);
        return digest.sha256Hex();
    }

    /// Shows the rows below the header, in the order of the table's columns, text as it was before it was guarded.
    void rows(Visitor visitor) {
        Table of = Tables.named(table).orElseThrow();
        if (format == Format.JSON) {
            lines(of, visitor);
            return;
        }
        int[] places = of.columns().stream()
                .mapToInt(each -> Math.max(
                        header.indexOf(each.name()), header.indexOf(each.title().zh())))
                .toArray();
        boolean[] begun = {false};
        read(bytes, format, (line, cells) -> {
            if (begun[0] && !cells.equals(header)) {
                List<String> row = new ArrayList<>(places.length);
                for (int at : places) {
                    String cell = at < 0 || at >= cells.size() ? "" : cells.get(at);
                    row.add(format == Format.CSV ? Formula.unguard(cell) : cell);
                }
                visitor.row(line, row);
            }
            begun[0] = true;
        });
    }

    private void lines(Table of, Visitor visitor) {
        int line = 0;
        for (String each : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            line++;
            if (!each.isBlank()) {
                JsonObject object = new JsonObject(each);
                visitor.row(
                        line,
                        of.columns().stream()
                                .map(column -> object.getValue(column.name()))
                                .map(value -> value == null ? "" : value.toString())
                                .toList());
            }
        }
    }

    /// Every row of the data's sheets, as long as the header of the first one goes on.
    private static void read(byte[] bytes, Format format, Visitor visitor) {
        Workbook workbook = Forms.cells(bytes, LIMITS)
                .orElseThrow(() -> Refusal.invalid("FILE", "text in no encoding known", "an extract as downloaded"));
        int sheets = format == Format.XLSX ? Math.max(1, workbook.sheets().size() - 2) : 1;
        for (int i = 0; i < sheets; i++) {
            workbook.read(i, new SheetVisitor() {
                @Override
                public void row(SheetRow row) {
                    List<String> cells = new ArrayList<>();
                    for (SheetCell each : row.cells()) {
                        while (cells.size() < each.column() - 1) {
                            cells.add("");
                        }
                        cells.add(each.text());
                    }
                    visitor.row(row.number(), cells);
                }
            });
        }
    }
}
