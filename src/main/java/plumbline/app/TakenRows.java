package plumbline.app;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Refusal;
import plumbline.extract.Column;
import plumbline.extract.Parquet;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.read.form.Forms;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;
import plumbline.serve.Format;

/// The rows of a file, whatever its format. A sheet of a workbook counts that begins with the header.
///
/// @param header names or titles of the columns, in the order of the file
/// @param traits what its rows say of how it was written
record TakenRows(
        String file,
        Path path,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
        Format format,
        List<String> header,
        Traits traits) {
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

    private static final Table WIDE = Tables.wide(List.of());

    /// Is shown the rows of a file.
    @FunctionalInterface
    interface Visitor {
        /// Is shown one row.
        ///
        /// @param place line, or sheet and row
        void row(String place, List<String> cells);
    }

    static TakenRows of(String file, Path path, byte[] bytes, Format format) {
        TakenRows headless = new TakenRows(file, path, bytes, format, List.of(), Traits.NONE);
        List<String> named = headless.named();
        Traits.Scan scan = new Traits.Scan(format, named);
        // Where no header is known beforehand, the first row is it.
        new TakenRows(file, path, bytes, format, named, Traits.NONE).each((_, cells) -> scan.row(cells));
        return new TakenRows(file, path, bytes, format, scan.header(), scan.traits());
    }

    /// The columns of a format that names them apart from its rows.
    private List<String> named() {
        if (format == Format.PARQUET) {
            try {
                return Parquet.columns(path);
            } catch (IOException broken) {
                throw Refusal.invalid(
                        "FILE",
                        String.valueOf(broken.getMessage()).lines().findFirst().orElse(file),
                        "a Parquet file as downloaded");
            }
        }
        return format != Format.JSON
                ? List.of()
                : lines().map(TakenRows::object)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(each -> List.copyOf(each.fieldNames()))
                        .orElse(List.of());
    }

    private Stream<String> lines() {
        return new String(bytes, StandardCharsets.UTF_8).lines();
    }

    private static Optional<JsonObject> object(String line) {
        try {
            return Optional.of(new JsonObject(line));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /// The table of which it has the key and most of the columns.
    static Optional<String> table(List<String> header) {
        return Stream.concat(Tables.LISTED.stream(), Stream.of(WIDE))
                .filter(each ->
                        each.key().stream().allMatch(key -> place(each.columns().get(each.index(key)), header) >= 0))
                .max(Comparator.comparingLong(each -> each.columns().stream()
                        .filter(column -> place(column, header) >= 0)
                        .count()))
                .map(Table::name);
    }

    /// Whether the header has titles in Chinese.
    static boolean isChinese(List<String> header, String table) {
        Column first = Tables.named(table).orElse(WIDE).columns().getFirst();
        return header.contains(first.title().zh());
    }

    /// Position of a column in a header that names it or bears its title; -1 for one that is not there.
    static int place(Column column, List<String> header) {
        return Math.max(
                header.indexOf(column.name()), header.indexOf(column.title().zh()));
    }

    /// Position of each of the table's columns in the file; -1 for one that is not there.
    int[] places(Table table) {
        return table.columns().stream().mapToInt(each -> place(each, header)).toArray();
    }

    /// Shows every row below the header as it stands.
    void each(Visitor visitor) {
        if (format == Format.PARQUET) {
            try {
                long[] row = {0};
                Parquet.read(path, cells -> visitor.row(String.valueOf(++row[0]), cells));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        } else if (format == Format.JSON) {
            objects(visitor);
        } else {
            cells((place, cells) -> {
                if (!cells.equals(header)) {
                    visitor.row(place, cells);
                }
            });
        }
    }

    /// A line that is no object is a row without anything.
    private void objects(Visitor visitor) {
        int[] line = {0};
        lines().forEach(each -> {
            line[0]++;
            if (!each.isBlank()) {
                Optional<JsonObject> object = object(each);
                visitor.row(
                        String.valueOf(line[0]),
                        header.stream()
                                .map(name -> object.map(of -> of.getValue(name)))
                                .map(value -> value.map(Object::toString).orElse(""))
                                .toList());
            }
        });
    }

    private void cells(Visitor visitor) {
        Workbook workbook = Forms.cells(bytes, LIMITS)
                .orElseThrow(() -> Refusal.invalid("FILE", "text in no encoding known", "an extract as downloaded"));
        List<String> head = new ArrayList<>(header);
        for (int i = 0; i < workbook.sheets().size(); i++) {
            String sheet = workbook.sheets().size() == 1
                    ? ""
                    : workbook.sheets().get(i).name() + "!";
            boolean[] counts = {false};
            workbook.read(i, new SheetVisitor() {
                @Override
                public void row(SheetRow row) {
                    List<String> cells = row.texts();
                    if (head.isEmpty()) {
                        head.addAll(cells);
                    }
                    counts[0] |= cells.equals(head);
                    if (counts[0]) {
                        visitor.row(sheet + row.number(), cells);
                    }
                }
            });
        }
    }
}
