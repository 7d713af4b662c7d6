package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Refusal;
import plumbline.extract.Manifest;
import plumbline.extract.Metadata;
import plumbline.extract.Tables;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;
import plumbline.serve.Codings.Coding;

/// Extracts as files: of the present, and of any moment at which the ledger changed, for ever the same bytes.
/// Thread-safe.
///
/// A file that breaks off has no proper end: the connection is closed instead. One that ends says in trailers how many
/// rows it had and what their digest is.
final class ExtractHandler {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    static final String ROWS = "plumbline-rows";
    static final String SHA256 = "plumbline-sha256";
    private static final String MANIFEST = ".manifest.json";
    private static final String METADATA = "-metadata.json";
    private static final int OFFERED = 200;
    private static final int KEPT = 256;
    private static final int PREVIEWED = 20;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Extracts extracts;
    private final FrozenExtracts frozen;
    /// The manifests written last: an extract whose bytes were sent need not be written again to be proved.
    private final Map<List<Object>, Manifest> manifests = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Manifest> eldest) {
            return size() > KEPT;
        }
    };

    ExtractHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.extracts = new Extracts(catalog, ledger, views);
        this.frozen = new FrozenExtracts(catalog, ledger, views, extracts);
    }

    void count(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters).reviewed(parameters);
        FigureSelection selection = extracts.selection(parameters, ledger.departments(view.vintage()));
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        ExtractRows.Count count = extracts.count(selection, view);
        JsonObject states = new JsonObject();
        count.states().forEach((state, rows) -> states.put(state.word(), rows));
        exchange.send(new JsonObject().put("rows", count.rows()).put("states", states));
    }

    /// The first rows of the figures, to be looked at before they are downloaded.
    void preview(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        boolean chinese = parameters.choice("lang", "zh", "en").equals("zh");
        Extracts.Style style = new Extracts.Style(false, false, chinese, false);
        Extract extract = extracts.extract("figures", parameters, views.of(parameters), style);
        parameters.check();
        if (exchange.isKnown(
                catalog.version(),
                extract.view().vintage().seal(),
                extract.view().today())) {
            return;
        }
        JsonArray rows = new JsonArray();
        try {
            extracts.first(extract, PREVIEWED).forEach(each -> rows.add(new JsonArray(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonArray columns = new JsonArray();
        extract.table().columns().forEach(each -> columns.add(each.name()));
        exchange.alternate(
                Twin.of(exchange, Twin.FIGURES, "metric", "department", "period", "review", "as_of", "lang"));
        exchange.send(new JsonObject().put("columns", columns).put("rows", rows));
    }

    /// The moments of which there are extracts, newest first.
    void vintages(Exchange exchange) {
        exchange.parameters().check();
        if (exchange.isKnown(ledger.newest().seal())) {
            return;
        }
        JsonArray instants = new JsonArray();
        ledger.instants(OFFERED).forEach(each -> instants.add(each.toString()));
        exchange.send(new JsonObject().put("vintages", instants));
    }

    /// A file of the present, or of the moment in `as_of`. Runs on a thread of the extracts' own pool; see [Routes].
    void current(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        serve(exchange, views.of(parameters), false);
    }

    /// A file of one moment at which the ledger changed.
    void frozen(Exchange exchange) {
        View view = frozen.view(exchange.pathPart("instant"));
        if (exchange.pathPart("file").startsWith("changes.")) {
            frozen.changes(exchange, view);
        } else {
            serve(exchange, view, true);
        }
    }

    private void serve(Exchange exchange, View at, boolean forEver) {
        Parameters parameters = exchange.parameters();
        Asked asked = Asked.read(exchange.pathPart("file"), parameters);
        Extract extract = extracts.file(asked.table(), parameters, at, style(parameters));
        parameters.check();
        View view = extract.view();
        if (forEver) {
            exchange.keepForEver();
        }
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today(), asked)) {
            return;
        }
        Optional<String> asOf = forEver ? Optional.empty() : parameters.text("as_of");
        switch (asked.part()) {
            case FILE -> send(exchange, extract, asked.format());
            case MANIFEST ->
                exchange.send(
                        "application/json",
                        utf8(manifest(extract, asked.format()).json()));
            case METADATA -> exchange.send("application/csvm+json", utf8(metadata(extract, asOf)));
            case PACKAGE -> exchange.send("application/json", utf8(dataPackage(extract, asOf)));
        }
    }

    /// What a file's name asks for.
    private record Asked(String table, Format format, Part part) {
        enum Part {
            FILE,
            MANIFEST,
            METADATA,
            PACKAGE
        }

        static Asked read(String file, Parameters parameters) {
            if (file.equals("datapackage.json")) {
                return new Asked("figures", Format.CSV, Part.PACKAGE);
            }
            Part part = file.endsWith(MANIFEST) ? Part.MANIFEST : file.endsWith(METADATA) ? Part.METADATA : Part.FILE;
            String bare = switch (part) {
                case MANIFEST -> file.substring(0, file.length() - MANIFEST.length());
                case METADATA -> file.substring(0, file.length() - METADATA.length());
                case FILE, PACKAGE -> file;
            };
            int dot = bare.indexOf('.');
            String table = dot < 0 ? bare : bare.substring(0, dot);
            Optional<Format> format = Format.ending(dot < 0 ? "" : bare.substring(dot + 1))
                    .filter(each -> part != Part.METADATA || each == Format.CSV)
                    .filter(each -> each != Format.ZIP || table.equals("figures") || table.equals("cells"));
            boolean known = table.equals("figures_wide") || Tables.named(table).isPresent();
            if (!known || format.isEmpty()) {
                throw Refusal.notFound(
                        "path",
                        file,
                        "NAME.csv, .json, .xlsx or .parquet with NAME one of " + Extracts.names()
                                + "; figures.zip, cells.zip; each with " + MANIFEST
                                + " behind it; NAME.csv-metadata.json; datapackage.json");
            }
            boolean wide = table.equals("figures")
                    && parameters.choice("shape", "tidy", "wide").equals("wide");
            return new Asked(wide ? "figures_wide" : table, format.get(), part);
        }
    }

    static Extracts.Style style(Parameters parameters) {
        return new Extracts.Style(
                parameters.choice("bom", "0", "1").equals("1"),
                parameters.choice("safe", "1", "0").equals("1"),
                parameters.choice("lang", "zh", "en").equals("zh"),
                parameters.choice("header", "en", "zh").equals("zh"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(Exchange exchange, Extract extract, Format format) {
        Coding coding = format.isText() ? exchange.coding() : Coding.IDENTITY;
        exchange.startCoded(coding);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType())
                .putHeader(
                        "content-disposition", "attachment; filename=\"" + extract.fileName(Optional.of(format)) + "\"")
                .putHeader("link", links(exchange, format));
        extract.view()
                .vintage()
                .sealedAt()
                .ifPresent(at -> exchange.response().putHeader(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(at)));
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            exchange.response().end();
            return;
        }
        exchange.response().putHeader("trailer", ROWS + ", " + SHA256).setChunked(true);
        Manifest manifest;
        try {
            ResponseStream plain = new ResponseStream(exchange.response());
            // Not closed by try-with-resources: an extract that failed must not get a proper end.
            OutputStream out = coding.over(plain);
            manifest = extracts.write(extract, format, out);
            out.close();
            plain.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(extract, format, manifest);
        exchange.response().putTrailer(ROWS, String.valueOf(manifest.rows())).putTrailer(SHA256, manifest.sha256());
        exchange.response().end();
    }

    /// Where the file is described and proved: beside itself, under the name and the query it was asked for by.
    private static String links(Exchange exchange, Format format) {
        String path = Objects.requireNonNullElse(exchange.request().path(), "/");
        String bare = path.substring(0, path.length() - format.ending().length());
        String query = exchange.request().query() == null
                ? ""
                : "?" + exchange.request().query();
        return "<%scsv%s%s>; rel=\"describedby\"; type=\"application/csvm+json\", <%s%s%s>; rel=\"related\"; type=\"application/json\""
                .formatted(bare, METADATA, query, path, MANIFEST, query);
    }

    private static List<Object> key(Extract extract, Format format) {
        return List.of(
                extract.table().name(),
                extract.selection(),
                extract.view(),
                extract.asIs(),
                extract.style(),
                extract.query(),
                format);
    }

    private void remember(Extract extract, Format format, Manifest manifest) {
        synchronized (manifests) {
            manifests.put(key(extract, format), manifest);
        }
    }

    private Manifest manifest(Extract extract, Format format) {
        synchronized (manifests) {
            Manifest known = manifests.get(key(extract, format));
            if (known != null) {
                return known;
            }
        }
        try {
            Manifest manifest = extracts.write(extract, format, OutputStream.nullOutputStream());
            remember(extract, format, manifest);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metadata(Extract extract, Optional<String> asOf) {
        String file = extract.table().name() + ".csv";
        return Metadata.csvw(
                extract.table(),
                file + query(extract, asOf),
                extract.asked(file, catalog.version()),
                extracts.cautions(extract.selection()),
                Optional.empty());
    }

    private String dataPackage(Extract extract, Optional<String> asOf) {
        List<Metadata.Resource> files = Tables.LISTED.stream()
                .map(each -> new Metadata.Resource(each, each.name() + ".csv" + query(extract, asOf), 0, ""))
                .toList();
        return Metadata.dataPackage(
                files,
                extract.asked("datapackage.json", catalog.version()),
                extract.style().chineseHeader());
    }

    /// What gives the very file that is described. In the folder of a moment its name does.
    private static String query(Extract extract, Optional<String> asOf) {
        String query = Stream.of(
                        extract.query(),
                        asOf.map(each -> "as_of=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
                                .orElse(""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
