package plumbline.read.narrative;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Catalog;
import plumbline.Family;
import plumbline.Metric;
import plumbline.OwnTerm;
import plumbline.read.CatalogFaults;
import plumbline.read.CatalogRow;

/// Reads the lexicon: the files of schema/catalog/narrative, the surface forms of the metrics, and what the
/// organisation adds in a folder of its own. All faults are gathered and thrown at once, as for the catalogue.
public final class LexiconReader {
    private static final String IN_JAR = "/schema/catalog/narrative/";
    private static final String TERMS = "terms.csv";
    private static final String CUES = "cues.csv";
    private static final String MEASURES = "measures.csv";

    private final Catalog catalog;
    private final CatalogFaults faults = new CatalogFaults();
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<Cue, Set<String>> cues = new EnumMap<>(Cue.class);
    private final Map<String, Measure> measures = new HashMap<>();

    private final boolean lenient;
    private final MessageDigest digest;

    private LexiconReader(Catalog catalog, boolean lenient) {
        this.catalog = catalog;
        this.lenient = lenient;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) { // every JDK has it
            throw new IllegalStateException(impossible);
        }
    }

    /// The lexicon the program was built with.
    public static Lexicon read(Catalog catalog) throws IOException {
        return read(catalog, Optional.empty());
    }

    /// The same with the files of a folder (terms.csv, cues.csv, measures.csv, each optional) on top.
    ///
    /// @throws IllegalArgumentException listing every fault
    public static Lexicon read(Catalog catalog, Optional<Path> own) throws IOException {
        return read(catalog, own, Optional.empty());
    }

    /// The lexicon the program was built with, as far as it speaks of what the catalogue knows, and the organisation's
    /// own words, which go before it.
    ///
    /// @throws IllegalArgumentException listing every fault
    public static Lexicon read(Catalog catalog, List<OwnTerm> own) throws IOException {
        return read(catalog, Optional.empty(), Optional.of(own));
    }

    /// @param terms where they are given, words for what the catalogue does not know are passed over
    private static Lexicon read(Catalog catalog, Optional<Path> own, Optional<List<OwnTerm>> terms) throws IOException {
        LexiconReader reader = new LexiconReader(catalog, terms.isPresent());
        for (String file : List.of(TERMS, CUES, MEASURES)) {
            try (InputStream in = LexiconReader.class.getResourceAsStream(IN_JAR + file)) {
                if (in == null) {
                    throw new FileNotFoundException("no " + IN_JAR + file + " on the class path");
                }
                reader.add(file, file, in);
            }
            if (own.isPresent() && Files.exists(own.get().resolve(file))) {
                Path path = own.get().resolve(file);
                try (InputStream in = Files.newInputStream(path)) {
                    reader.add(file, path.toString(), in);
                }
            }
        }
        reader.addSurfaceForms();
        terms.ifPresent(all -> all.forEach(reader::addOwn));
        reader.faults.throwIfAny();
        return new Lexicon(catalog, reader.version(), reader.terms, reader.cues, reader.measures);
    }

    /// The first few characters of a digest tell versions apart well enough.
    private String version() {
        digest.update(catalog.version().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    /// A word somebody has mapped goes before what the lexicon believes of it.
    private void addOwn(OwnTerm own) {
        String word = Folded.of(own.word(), new Steps()).text();
        digest.update(own.toString().getBytes(StandardCharsets.UTF_8));
        own.metric()
                .flatMap(catalog::metric)
                .ifPresent(metric -> terms.computeIfAbsent(word, _ -> new ArrayList<>())
                        .addFirst(new Term(
                                word,
                                "",
                                "",
                                Optional.of(metric),
                                own.category().orElse(""),
                                metric.family(),
                                own.unit().isEmpty() ? Set.of() : Set.of(own.unit()),
                                false)));
    }

    private void add(String kind, String name, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        digest.update(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(text)) {
            csv.stream().map(each -> new CatalogRow(name, each, faults)).forEach(row -> {
                switch (kind) {
                    case TERMS -> addTerm(row);
                    case CUES ->
                        cues.computeIfAbsent(row.worded("cue", Cue.class, Cue.NEUTRAL), _ -> new HashSet<>())
                                .add(folded(row));
                    default -> measures.put(folded(row), row.worded("kind", Measure.class, Measure.NONE));
                }
            });
        }
    }

    private static String folded(CatalogRow row) {
        row.expect(!row.text("word").isEmpty(), "word", "a word");
        return Folded.of(row.text("word"), new Steps()).text();
    }

    private boolean isBeyondTheCatalog(CatalogRow row) {
        String metric = row.text("metric");
        String category = row.text("category");
        String family = row.text("family");
        return (!metric.isEmpty() && catalog.metric(metric).isEmpty())
                || (category.contains(".") && catalog.category(category).isEmpty())
                || (!family.isEmpty()
                        && catalog.families().stream().map(Family::code).noneMatch(family::equals));
    }

    private void addTerm(CatalogRow row) {
        if (lenient && isBeyondTheCatalog(row)) {
            return;
        }
        Optional<Metric> metric = catalog.metric(row.text("metric"));
        row.expect(metric.isPresent() || row.text("metric").isEmpty(), "metric", "a metric's code or nothing");
        String category = row.text("category");
        row.expect(
                category.isEmpty()
                        || !category.contains(".")
                        || catalog.category(category).isPresent(),
                "category",
                "a category's code or nothing");
        String family = row.text("family");
        Set<String> families = catalog.families().stream().map(Family::code).collect(Collectors.toSet());
        row.expect(family.isEmpty() || families.contains(family), "family", "a family or nothing");
        add(
                folded(row),
                metric,
                category,
                family.isEmpty() ? metric.map(Metric::family).orElse("") : family,
                Set.copyOf(row.list("units")),
                row.yes("weak"),
                row.text("context"));
    }

    /// The names by which the catalogue knows a metric, where the lexicon says nothing else of them.
    private void addSurfaceForms() {
        Set<String> known = Set.copyOf(terms.keySet());
        for (Metric metric : catalog.metrics()) {
            for (String form : metric.surfaceForms()) {
                String word = Folded.of(form, new Steps()).text();
                if (!known.contains(word.substring(word.lastIndexOf('…') + 1))) {
                    add(word, Optional.of(metric), "", metric.family(), Set.of(), false, "");
                }
            }
        }
    }

    private void add(
            String word,
            Optional<Metric> metric,
            String category,
            String family,
            Set<String> units,
            boolean weak,
            String context) {
        int gap = word.lastIndexOf('…');
        String with = gap < 0 ? "" : word.substring(0, gap).replace("…", "");
        String shown = word.substring(gap + 1);
        terms.computeIfAbsent(shown, _ -> new ArrayList<>())
                .add(new Term(shown, with, context, metric, category, family, units, weak));
    }
}
