package plumbline.serve;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.Catalog;
import plumbline.intake.Intake;
import plumbline.ledger.Ledger;
import plumbline.serve.Errors.Refused;

/// The table of contents: which address is answered by what. Its handlers are shared by all event loops.
final class Routes implements AutoCloseable {
    private static final String ROUTE = "route";
    private static final int EXTRACTS = 64;
    private static final Set<HttpMethod> KNOWN =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE);

    private static final Problem BAD_PATH = new Problem(400, "malformed", "The path is malformed.", List.of());

    private final Metrics metrics = new Metrics();
    private final WebFiles web = WebFiles.load();
    private final String version;
    private final HealthHandler health;
    private final ContractHandler contract = new ContractHandler();
    private final CatalogHandler catalogue;
    private final OverviewHandler overview;
    private final SignalsHandler signals;
    private final DecisionsHandler decisions;
    private final FunnelHandler funnel;
    private final StandardsHandler standards;
    private final ProcessHandler process;
    private final QuestionsHandler questions;
    private final QualityHandler quality;
    private final SeriesHandler series;
    private final ComparisonHandler comparison;
    private final MatrixHandler matrix;
    private final ChangesHandler changes;
    private final FiguresHandler figures;
    private final NeighboursHandler neighbours;
    private final ReportsHandler reports;
    private final DeskHandler desk;
    private final ImportsHandler imports;
    private final ExtractHandler extracts;
    private final TemplateHandler templates;
    private final ImportJobs jobs;
    private final AdministrationHandler administration;
    private final AdministrationChanges administrationChanges;
    private final WorkerExecutor extractThreads;
    private final Unchanged unchanged;

    Routes(Vertx vertx, ServerSettings settings, Catalog catalog, Ledger ledger, Intake intake, InstantSource clock) {
        version = settings.version();
        View.Views views = new View.Views(ledger, clock, settings.zone());
        unchanged = new Unchanged(ledger, views);
        Charts charts = new Charts(catalog, ledger);
        Texts texts = new Texts(ledger);
        health = new HealthHandler(settings.version(), metrics, ledger);
        catalogue = new CatalogHandler(catalog, ledger, views);
        Signals control = new Signals(ledger, views);
        Standards minimum = new Standards(ledger, charts);
        Overview first = new Overview(ledger, charts, control, minimum);
        overview = new OverviewHandler(catalog, ledger, views, first);
        signals = new SignalsHandler(catalog, ledger, views, charts, control, first);
        decisions = new DecisionsHandler(catalog, ledger);
        funnel = new FunnelHandler(catalog, ledger, views, charts);
        standards = new StandardsHandler(catalog, ledger, views, minimum);
        process = new ProcessHandler(catalog, ledger, views, charts);
        questions = new QuestionsHandler(catalog, ledger, views, new Doubts(catalog, ledger));
        quality = new QualityHandler(catalog, ledger, views, new Quality(catalog, ledger, views, charts));
        series = new SeriesHandler(catalog, ledger, views, charts, minimum);
        comparison = new ComparisonHandler(catalog, ledger, views, charts);
        matrix = new MatrixHandler(catalog, ledger, views, charts, minimum);
        changes = new ChangesHandler(catalog, ledger, views, new Changes(catalog, ledger, charts, views));
        figures = new FiguresHandler(catalog, ledger, views, charts, texts, new Extracts(catalog, ledger, views));
        neighbours = new NeighboursHandler(catalog, ledger, views);
        reports = new ReportsHandler(ledger, views, texts);
        desk = new DeskHandler(catalog, ledger, views, intake.desk());
        MarkedCopies copies = new MarkedCopies(clock, settings.zone());
        jobs = new ImportJobs(intake, metrics, copies, catalog, clock);
        administration = new AdministrationHandler(catalog, ledger, views);
        administrationChanges = new AdministrationChanges(ledger, views, intake, clock);
        imports = new ImportsHandler(vertx, jobs, copies, settings.bodyLimit());
        extracts = new ExtractHandler(catalog, ledger, views);
        templates = new TemplateHandler(catalog, ledger, views);
        extractThreads = vertx.createSharedWorkerExecutor("extracts", EXTRACTS, 1, TimeUnit.DAYS);
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::begin).failureHandler(Errors::answer);
        // A path that is no path is refused before any route is looked at.
        router.errorHandler(400, context -> Errors.write(context.request(), BAD_PATH));

        // The contract of all this.
        data(router, "/api/v1/openapi.yaml", contract::yaml);
        data(router, "/api/v1/openapi.json", contract::json);
        // What can be asked about.
        data(router, "/api/v1/catalog", catalogue::get);
        // One department in one period, in its key metrics.
        data(router, "/api/v1/overview", overview::get);
        // Which changes are more than chance: departments by metrics; one metric with its limits.
        data(router, "/api/v1/signals", signals::grid);
        data(router, "/api/v1/control-charts", signals::charts);
        says(router, "/api/v1/phases", decisions::phase);
        // Departments in proportion to their size; minimum standards; the way from a complaint to a sanction.
        data(router, "/api/v1/funnel", funnel::get);
        named(router.post("/api/v1/targets"), "/api/v1/targets")
                .handler(withoutParameters(decisions::target))
                .failureHandler(Errors::answer);
        data(router, "/api/v1/targets", standards::get, "GET, HEAD, POST");
        data(router, "/api/v1/process", process::get);
        // What is worth a second look, and what somebody has answered.
        data(router, "/api/v1/questions", questions::get);
        says(router, "/api/v1/dismissals", decisions::dismissal);
        // What is not known: reports that did not come, numbers that contradict each other.
        data(router, "/api/v1/quality", quality::get);
        // One metric over time; departments side by side; departments by periods.
        data(router, "/api/v1/series", series::get);
        data(router, "/api/v1/comparison", comparison::get);
        data(router, "/api/v1/matrix", matrix::get);
        // Why one value changed.
        data(router, "/api/v1/changes", changes::get);
        // Figures with their reports, places and revisions.
        data(router, "/api/v1/figures", figures::list);
        data(router, "/api/v1/figures/:id", figures::get);
        data(router, "/api/v1/figures/:id/cells", neighbours::get);
        // Reports: the list, one as text, one as it came.
        data(router, "/api/v1/reports", reports::list);
        data(router, "/api/v1/reports/:id", reports::get);
        data(router, "/api/v1/reports/:id/content", reports::content);
        // The desk: what awaits a person; a text with what was read from it, and what people say of that.
        data(router, "/api/v1/review", desk::queue);
        data(router, "/api/v1/reports/:id/desk", desk::get);
        says(router, "/api/v1/reports/:id/attribution", desk::attribute);
        says(router, "/api/v1/reports/:id/verdicts", desk::judge);
        says(router, "/api/v1/reports/:id/proposals", desk::mark);
        says(router, "/api/v1/reports/:id/rereading", desk::reread);
        // The figures of a form that await a person.
        data(router, "/api/v1/reports/:id/unconfirmed", desk::unconfirmed);
        says(router, "/api/v1/reports/:id/confirmations", desk::confirm);
        // Forms to be filled in.
        data(router, "/api/v1/template", templates::get);
        // Files come in; how far they have come, asked or told; no further.
        named(router.post("/api/v1/imports"), "/api/v1/imports")
                .handler(imports::post)
                .failureHandler(Errors::answer);
        data(router, "/api/v1/imports", imports::list, "GET, HEAD, POST");
        named(router.delete("/api/v1/imports/:id"), "/api/v1/imports/:id")
                .handler(context -> imports.cancel(exchange(context)))
                .failureHandler(Errors::answer);
        data(router, "/api/v1/imports/:id", imports::get, "GET, HEAD, DELETE");
        named(router.get("/api/v1/imports/:id/events"), "/api/v1/imports/:id/events")
                .handler(imports::events)
                .failureHandler(Errors::answer);
        onlyFor(router, "/api/v1/imports/:id/events", "GET");
        // The sender's own file with its faults marked.
        data(router, "/api/v1/imports/:id/marked-copy", imports::markedCopy);
        // Administration: what there is, who said so, and changes of it.
        data(router, "/api/v1/administration/metrics", administration::metrics);
        data(router, "/api/v1/administration/departments", administration::departments);
        data(router, "/api/v1/administration/calendar", administration::calendar);
        data(router, "/api/v1/administration/log", administration::log);
        data(router, "/api/v1/administration/log.csv", administration::logCsv);
        named(router.post("/api/v1/administration/changes"), "/api/v1/administration/changes")
                .handler(administrationChanges::post)
                .failureHandler(Errors::answer);
        onlyFor(router, "/api/v1/administration/changes", "POST");
        // How many figures an extract would have, and the first of them; the moments of which there are extracts.
        data(router, "/extracts/count", extracts::count);
        data(router, "/extracts/preview", extracts::preview);
        data(router, "/extracts/vintages", extracts::vintages);
        // Extracts of the present, and of a moment for ever, in every format with all that describes and proves them.
        extract(router, "/extracts/:file", extracts::current);
        extract(router, "/extracts/v/:instant/:file", extracts::frozen);
        // The process answers; the ledger can be read; counters for Prometheus.
        data(router, "/health/live", health::live);
        data(router, "/health/ready", health::ready);
        data(router, "/metrics", health::metrics);

        // Addresses of the pages; web/main.js decides which page each of them is.
        page(router, "/");
        page(router, "/trends");
        page(router, "/compare");
        page(router, "/discipline");
        page(router, "/reports");
        page(router, "/reports/:id");
        page(router, "/review");
        page(router, "/quality");
        page(router, "/signals");
        page(router, "/extracts");
        page(router, "/admin");

        // What a program can ask, for people to read.
        reads(router, "/reference", "page", web::serveReference);

        // Everything else is a file of web/ or nothing.
        reads(router, "/*", "web", web::serve);
        router.route("/*").handler(this::nothingHere).failureHandler(Errors::answer);
        return router;
    }

    /// The handler may block: it runs on a worker thread.
    private void data(Router router, String path, Consumer<Exchange> handler) {
        data(router, path, handler, "GET, HEAD");
    }

    /// @param methods all that the path has
    private void data(Router router, String path, Consumer<Exchange> handler, String methods) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            named(router.route(method, path), path)
                    .handler(unchanged::handle)
                    .blockingHandler(context -> handler.accept(exchange(context)), false)
                    .failureHandler(Errors::answer);
        }
        onlyFor(router, path, methods);
    }

    /// As [#data], but on threads of its own: slow readers of extracts must not keep charts waiting.
    private void extract(Router router, String path, Consumer<Exchange> handler) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            named(router.route(method, path), path)
                    .handler(unchanged::handle)
                    .handler(context -> extractThreads
                            .executeBlocking(
                                    () -> {
                                        handler.accept(exchange(context));
                                        return true;
                                    },
                                    false)
                            .onFailure(context::fail))
                    .failureHandler(Errors::answer);
        }
        onlyFor(router, path, "GET, HEAD");
    }

    private Exchange exchange(RoutingContext context) {
        return new Exchange(context, version, unchanged);
    }

    /// The handler reads a small body and answers on the event loop.
    private void says(Router router, String path, Handler<RoutingContext> handler) {
        named(router.post(path), path).handler(withoutParameters(handler)).failureHandler(Errors::answer);
        onlyFor(router, path, "POST");
    }

    /// All is said in the body; a parameter of the address would be ignored.
    private static Handler<RoutingContext> withoutParameters(Handler<RoutingContext> handler) {
        return context -> {
            new Parameters(context.request().query()).check();
            handler.handle(context);
        };
    }

    private void page(Router router, String path) {
        reads(router, path, "page", web::servePage);
    }

    /// The handler runs on the event loop.
    private static void reads(Router router, String path, String name, Handler<RoutingContext> handler) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            named(router.route(method, path), name).handler(handler).failureHandler(Errors::answer);
        }
    }

    private static Route named(Route route, String name) {
        return route.handler(context -> {
            context.put(ROUTE, name);
            context.next();
        });
    }

    /// What is left for a path whose methods all stand above.
    private static void onlyFor(Router router, String path, String methods) {
        named(router.route(path), path)
                .handler(context -> {
                    String all = methods + ", OPTIONS";
                    context.response().putHeader("allow", all);
                    if (context.request().method().equals(HttpMethod.OPTIONS)) {
                        context.response().setStatusCode(204).end();
                        return;
                    }
                    throw new Refused(
                            405, "method", "method", context.request().method().name(), all);
                })
                .failureHandler(Errors::answer);
    }

    /// A browser is told by a page, which has the way to what there is; a program by a problem.
    private void nothingHere(RoutingContext context) {
        boolean readable = context.request().method().equals(HttpMethod.GET)
                || context.request().method().equals(HttpMethod.HEAD);
        if (!readable && !isOfPrograms(context.request().path())) {
            context.response().putHeader("allow", "GET, HEAD");
            throw new Refused(
                    405, "method", "method", context.request().method().name(), "GET, HEAD");
        }
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        if (readable
                && accepted != null
                && accepted.contains("text/html")
                && !isOfPrograms(context.request().path())) {
            context.response().setStatusCode(404);
            web.servePage(context);
            return;
        }
        throw new Refused(
                404,
                "not_found",
                "path",
                context.request().uri(),
                "the addresses of schema/openapi.yaml and the pages");
    }

    /// Whether an address is of the API or of the extracts, where all there is stands above.
    private static boolean isOfPrograms(@Nullable String path) {
        return path != null
                && (path.startsWith("/api/") || path.startsWith("/health/") || path.startsWith("/extracts/"))
                && !path.equals("/extracts/");
    }

    /// One address for one thing: a router would take `/extracts/figures.csv/` for the file, and links beside it would
    /// lead nowhere.
    private static void refuseSlash(RoutingContext context) {
        String path = context.request().path();
        if (isOfPrograms(path) && path != null && path.endsWith("/")) {
            throw new Refused(404, "not_found", "path", path, path.replaceFirst("/+$", ""));
        }
    }

    private void begin(RoutingContext context) {
        SecurityHeaders.put(context.response());
        long start = System.nanoTime();
        context.addEndHandler(_ -> metrics.request(
                KNOWN.contains(context.request().method())
                        ? context.request().method().name()
                        : "other",
                context.get(ROUTE, "none"),
                context.response().getStatusCode(),
                System.nanoTime() - start));
        refuseSlash(context);
        context.next();
    }

    /// Waits for the import under way.
    @Override
    public void close() {
        jobs.close();
    }
}
