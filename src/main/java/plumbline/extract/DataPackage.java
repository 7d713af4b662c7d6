package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import plumbline.Name;

/// A ZIP file of tables with all that belongs to them: the data, their dictionary, code lists, a README in words, a
/// manifest with the digest of every file, and descriptions for programs. Until [#finish] it is no ZIP file that
/// anything opens. Not thread-safe.
public final class DataPackage {
    private final Archive archive;
    private final Manifest.Asked asked;
    private final CsvRows.Style style;
    private final List<Name> cautions;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Metadata.Resource> resources = new ArrayList<>();

    /// Supplies the rows of a table.
    public interface Source {
        void write(Rows rows) throws IOException;
    }

    /// Supplies the rows of a table that comes in several files, to the file each belongs to, in any order.
    public interface Parts {
        void write(Map<String, Rows> files) throws IOException;
    }

    public DataPackage(Manifest.Asked asked, CsvRows.Style style, List<Name> cautions, OutputStream out) {
        this.asked = asked;
        this.style = style;
        this.cautions = cautions;
        archive = new Archive(out, Deflater.BEST_SPEED);
    }

    /// Adds a table as a CSV file.
    public void add(Table table, String file, Source source) throws IOException {
        add(table, List.of(file), rows -> source.write(Objects.requireNonNull(rows.get(file))));
    }

    /// Adds a table as several CSV files, whose rows are supplied once and mixed. The first file goes out while they
    /// come; the others wait for it, packed, in temporary files.
    public void add(Table table, List<String> files, Parts source) throws IOException {
        List<Part> parts = new ArrayList<>();
        try {
            archive.begin(files.getFirst());
            parts.add(new Part(table, files.getFirst(), style, archive));
            for (String file : files.subList(1, files.size())) {
                Waiting waiting = new Waiting();
                parts.add(new Part(table, file, style, waiting));
            }
            Map<String, Rows> rows = new LinkedHashMap<>();
            parts.forEach(each -> rows.put(each.file, each.tally));
            source.write(rows);
            for (Part each : parts) {
                each.tally.close();
                if (each.out instanceof Waiting waiting) {
                    archive.begin(each.file);
                    waiting.sendTo(archive);
                }
                archive.end();
                describe(table, each);
            }
        } finally {
            for (Part each : parts) {
                if (each.out instanceof Waiting waiting) {
                    waiting.close();
                }
            }
        }
    }

    /// A file under way.
    private static final class Part {
        private final String file;
        private final OutputStream out;
        private final DigestStream digest;
        private final Tally tally;

        Part(Table table, String file, CsvRows.Style style, OutputStream out) {
            this.file = file;
            this.out = out;
            digest = new DigestStream(out);
            tally = new Tally(table, new CsvRows(table, style, digest));
        }
    }

    private void describe(Table table, Part part) throws IOException {
        Manifest.Asked named =
                new Manifest.Asked(part.file, asked.query(), asked.asOf(), asked.seal(), asked.day(), asked.catalog());
        Manifest manifest = Manifest.of(named, table, part.tally, part.digest.size(), part.digest.sha256Hex());
        manifests.add(manifest);
        resources.add(new Metadata.Resource(table, part.file, manifest.bytes(), manifest.sha256()));
        text(part.file + "-metadata.json", Metadata.csvw(table, part.file, named, cautions, Optional.of(manifest)));
    }

    private void text(String name, String content) throws IOException {
        archive.entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes what is known only now, and ends the file.
    public void finish() throws IOException {
        List<Table> tables = new ArrayList<>();
        resources.stream().map(Metadata.Resource::table).distinct().forEach(tables::add);
        tables.add(Tables.DICTIONARY);
        add(Tables.DICTIONARY, "dictionary.csv", rows -> Tables.describe(tables, rows));
        text("datapackage.json", Metadata.dataPackage(resources, asked, style.chineseHeader()));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("query", asked.query());
        manifest.put("as_of", asked.asOf());
        manifest.put("files", manifests.stream().map(Manifest::fields).toList());
        text("manifest.json", Json.document(manifest));
        text("README.txt", Readme.text(asked, manifests, cautions));
        archive.finish();
    }
}
