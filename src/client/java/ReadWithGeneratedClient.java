import client.DefaultApi;
import client.http.ApiClient;
import client.http.ApiException;
import client.model.Catalog;
import client.model.Figure;
import client.model.FiguresAnswer;
import client.model.Metric;
import client.model.Point;
import client.model.SeriesAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks a running server what an analyst asks, through a client generated from the contract alone: what there is, a
/// series, figures page by page, one of them with its source, and something wrong. Exit 1 where an answer is not what
/// the contract says.
public final class ReadWithGeneratedClient {
    private static final int PAGES = 3;
    private static final int LIMIT = 100;

    private final DefaultApi api;

    private ReadWithGeneratedClient(String server) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.replaceFirst("/$", ""));
        api = new DefaultApi(client);
    }

    public static void main(String[] args) throws ApiException {
        ReadWithGeneratedClient reader = new ReadWithGeneratedClient(args[0]);
        Catalog catalog = reader.api.getCatalog(null);
        System.out.println(catalog.getDepartments().size() + " departments, " + catalog.getMetrics().size()
                + " metrics, data as of " + catalog.getAsOf());
        reader.series(catalog);
        reader.figures();
        reader.wrong();
    }

    private void series(Catalog catalog) throws ApiException {
        Metric metric = catalog.getMetrics().stream()
                .filter(each -> !each.getDepartments().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ledger holds no figures"));
        String department = metric.getDepartments().get(0);
        SeriesAnswer answer =
                api.getSeries(metric.getCode(), department, "2022-Q1..2023-Q4", null, null, null, null, null);
        List<Point> points = answer.getSeries().get(0).getPoints();
        check(points.size() == 8, "eight quarters are eight points, not " + points.size());
        for (Point point : points) {
            System.out.println(metric.getCode() + " " + department + " " + point.getPeriod() + ": " + point.getState()
                    + " " + (point.getValue() == null ? "" : point.getValue()));
        }
    }

    private void figures() throws ApiException {
        Set<String> seen = new HashSet<>();
        String cursor = null;
        for (int page = 0; page < PAGES && (page == 0 || cursor != null); page++) {
            FiguresAnswer answer = api.listFigures(null, null, null, null, null, LIMIT, cursor, null);
            for (Figure each : answer.getFigures()) {
                check(seen.add(each.getId()), each.getId() + " came twice");
            }
            cursor = answer.getNext();
        }
        String id = seen.iterator().next();
        Figure figure = api.getFigure(id, null);
        System.out.println(seen.size() + " figures on " + PAGES + " pages; " + id + " is from "
                + figure.getReport().getName() + " as \"" + figure.getValueText() + "\"");
    }

    private void wrong() throws ApiException {
        try {
            api.getSeries("no_such_metric", "nobody", "2022-Q5", null, null, null, null, null);
        } catch (ApiException refused) {
            String body = refused.getResponseBody();
            check(refused.getCode() == 400, "400, not " + refused.getCode());
            check(
                    List.of("metric", "department", "period").stream()
                            .allMatch(each -> body.contains("\"parameter\":\"" + each + "\"")),
                    "all three faults at once: " + body);
            System.out.println("what is wrong is told at once: " + body);
            return;
        }
        throw new IllegalStateException("a question that makes no sense was answered");
    }

    private static void check(boolean isSo, String sentence) {
        if (!isSo) {
            throw new IllegalStateException(sentence);
        }
    }
}
