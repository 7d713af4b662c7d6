package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import plumbline.Name;

/// A ZIP file of tables with all that belongs to them: the data, their dictionary, code lists, a README in words, a
/// manifest with the digest of every file, and descriptions for programs. Not thread-safe.
public final class DataPackage implements AutoCloseable {
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

    public DataPackage(Manifest.Asked asked, CsvRows.Style style, List<Name> cautions, OutputStream out) {
        this.asked = asked;
        this.style = style;
        this.cautions = cautions;
        archive = new Archive(out, Deflater.BEST_SPEED);
    }

    /// Adds a table as a CSV file.
    public void add(Table table, String file, Source source) throws IOException {
        archive.begin(file);
        DigestStream digest = new DigestStream(archive);
        Tally tally = new Tally(table, new CsvRows(table, style, digest));
        source.write(tally);
        tally.close();
        archive.end();
        Manifest.Asked named =
                new Manifest.Asked(file, asked.query(), asked.asOf(), asked.seal(), asked.day(), asked.catalog());
        Manifest manifest = Manifest.of(named, table, tally, digest.size(), digest.sha256Hex());
        manifests.add(manifest);
        resources.add(new Metadata.Resource(table, file, manifest.bytes(), manifest.sha256()));
        text(file + "-metadata.json", Metadata.csvw(table, file, named, cautions, Optional.of(manifest)));
    }

    private void text(String name, String content) throws IOException {
        archive.entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes what is known only now, and ends the file.
    @Override
    public void close() throws IOException {
        List<Table> tables = new ArrayList<>();
        resources.stream().map(Metadata.Resource::table).distinct().forEach(tables::add);
        tables.add(Tables.DICTIONARY);
        add(Tables.DICTIONARY, "dictionary.csv", rows -> Tables.describe(tables, rows));
        text("datapackage.json", Metadata.dataPackage(resources, asked));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("query", asked.query());
        manifest.put("as_of", asked.asOf());
        manifest.put("files", manifests.stream().map(Manifest::fields).toList());
        text("manifest.json", Json.document(manifest));
        text("README.txt", Readme.text(asked, manifests, cautions));
        archive.finish();
    }
}
