package plumbline.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.Aggregation;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Direction;
import plumbline.Family;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Unit;

/// Reads the catalogue's CSV files (schema/catalog) and checks that they hold together.
///
/// All faults are gathered and thrown at once, each as `file:line: what was found; what would be accepted`.
public final class CatalogReader {
    private static final List<String> FILES =
            List.of("families.csv", "units.csv", "schemes.csv", "classifications.csv", "metrics.csv");
    private static final String IN_JAR = "/schema/catalog/";

    private final CatalogFaults faults = new CatalogFaults();
    private final Map<String, List<NamedCsvRecord>> tables = new HashMap<>();

    private CatalogReader() {}

    /// The catalogue the program was built with.
    ///
    /// @throws IllegalArgumentException listing every fault
    public static Catalog read() throws IOException {
        return read(name -> {
            InputStream in = CatalogReader.class.getResourceAsStream(IN_JAR + name);
            if (in == null) {
                throw new FileNotFoundException("no " + IN_JAR + name + " on the class path");
            }
            return in;
        });
    }

    /// A catalogue kept in a folder.
    ///
    /// @throws IllegalArgumentException listing every fault
    public static Catalog read(Path folder) throws IOException {
        return read(name -> Files.newInputStream(folder.resolve(name)));
    }

    private interface Source {
        InputStream open(String name) throws IOException;
    }

    private static Catalog read(Source source) throws IOException {
        CatalogReader reader = new CatalogReader();
        MessageDigest digest = sha256();
        for (String name : FILES) {
            try (InputStream in = source.open(name)) {
                byte[] bytes = in.readAllBytes();
                digest.update(bytes);
                reader.tables.put(name, records(bytes));
            }
        }
        String version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        return reader.catalog(version);
    }

    private static List<NamedCsvRecord> records(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        }
    }

    private Catalog catalog(String version) {
        List<Family> families = families();
        List<Unit> units = units();
        List<Classification> classifications = classifications();
        List<Metric> metrics = metrics(families, units, classifications);
        faults.throwIfAny();
        return new Catalog(version, families, metrics, classifications, units);
    }

    private List<CatalogRow> rows(String file) {
        return tables.getOrDefault(file, List.of()).stream()
                .map(each -> new CatalogRow(file, each, faults))
                .toList();
    }

    private List<Family> families() {
        Set<String> seen = new HashSet<>();
        return rows("families.csv").stream()
                .sorted(Comparator.comparingInt(row -> row.number("order")))
                .map(row -> new Family(row.once("family", seen), row.name("name")))
                .toList();
    }

    private List<Unit> units() {
        Set<String> seen = new HashSet<>();
        return rows("units.csv").stream()
                .map(row -> new Unit(
                        row.once("unit", seen),
                        row.text("name_en"),
                        row.text("class"),
                        new LinkedHashSet<>(row.list("words"))))
                .toList();
    }

    private List<Classification> classifications() {
        Map<String, List<Classification.Category>> categories = new HashMap<>();
        Set<String> schemes = new HashSet<>();
        rows("schemes.csv").forEach(row -> row.once("scheme", schemes));
        Set<String> codes = new HashSet<>();
        rows("classifications.csv").forEach(row -> codes.add(row.text("scheme") + "." + row.text("code")));
        Set<String> seen = new HashSet<>();
        for (CatalogRow row : rows("classifications.csv").stream()
                .sorted(Comparator.comparingInt(row -> row.number("order")))
                .toList()) {
            String scheme = row.known("scheme", schemes);
            String code = scheme + "." + row.text("code");
            row.expect(seen.add(code), "code", "a code that no other category of the scheme has");
            categories
                    .computeIfAbsent(scheme, _ -> new ArrayList<>())
                    .add(new Classification.Category(
                            code,
                            row.name("name"),
                            row.sibling("parent", scheme, codes),
                            row.date("valid_from"),
                            row.date("valid_to"),
                            row.reference("maps_to", codes)));
        }
        return rows("schemes.csv").stream()
                .map(row -> new Classification(
                        row.text("scheme"),
                        row.name("name"),
                        row.yes("ordered"),
                        row.yes("exhaustive"),
                        categories.getOrDefault(row.text("scheme"), List.of())))
                .toList();
    }

    private List<Metric> metrics(List<Family> families, List<Unit> units, List<Classification> classifications) {
        Set<String> familyCodes =
                new HashSet<>(families.stream().map(Family::code).toList());
        Set<String> unitSymbols = new HashSet<>(units.stream().map(Unit::symbol).toList());
        Set<String> schemes = new HashSet<>(
                classifications.stream().map(Classification::scheme).toList());
        Set<String> codes = new HashSet<>(
                rows("metrics.csv").stream().map(row -> row.text("code")).toList());
        Set<String> seen = new HashSet<>();
        return rows("metrics.csv").stream()
                .map(row -> metric(row, familyCodes, unitSymbols, schemes, codes, seen))
                .toList();
    }

    private static Metric metric(
            CatalogRow row,
            Set<String> families,
            Set<String> units,
            Set<String> schemes,
            Set<String> codes,
            Set<String> seen) {
        Kind kind = row.worded("kind", Kind.class, Kind.FLOW);
        int decimals = row.number("decimals");
        boolean ratio = kind == Kind.RATIO;
        row.expect(decimals == (ratio ? 1 : 0), "decimals", "1 for a ratio, 0 for a count");
        Optional<String> numerator = row.reference("numerator", codes);
        Optional<String> denominator = row.reference("denominator", codes);
        row.expect(numerator.isPresent() == ratio, "numerator", "a metric's code for a ratio, otherwise nothing");
        row.expect(denominator.isPresent() == ratio, "denominator", "a metric's code for a ratio, otherwise nothing");
        List<String> broken = row.list("schemes");
        broken.forEach(scheme -> row.expect(schemes.contains(scheme), "schemes", "schemes of schemes.csv"));
        return new Metric(
                row.once("code", seen),
                row.name("name"),
                row.known("family", families),
                row.known("unit", units),
                decimals,
                kind,
                row.worded("direction", Direction.class, Direction.NEUTRAL),
                row.yes("person_sensitive"),
                row.worded("aggregation_time", Aggregation.class, Aggregation.NONE),
                row.worded("aggregation_departments", Aggregation.class, Aggregation.NONE),
                broken,
                numerator,
                denominator,
                row.list("surface_forms"),
                new Name(row.text("caution_zh"), row.text("caution_en")));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
