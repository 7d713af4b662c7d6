package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Figure;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.intake.Neighbours;
import plumbline.ledger.Ledger;

/// The cell of a workbook that a figure was read from, with the cells around it. Thread-safe.
final class NeighboursHandler {
    private static final String ACCEPTED = "the id of a figure that was read from a workbook";

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;

    NeighboursHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        String id = exchange.pathPart("id");
        RecordedFigure figure = Ids.readFigure(id)
                .flatMap(number -> ledger.figures().one(number, view.vintage()))
                .orElseThrow(() -> Refusal.notFound("id", id, ACCEPTED));
        Place.Cell cell = cell(figure.figure()).orElseThrow(() -> Refusal.notFound("id", id, ACCEPTED));
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        Report report = new Provenance(ledger.reports(view.vintage())).form(figure);
        exchange.send(answer(cell, report, Neighbours.of(cell, report, ledger)));
    }

    private static Optional<Place.Cell> cell(Figure figure) {
        return Stream.concat(Stream.of(figure.place()), figure.formPlace().stream())
                .filter(Place.Cell.class::isInstance)
                .map(Place.Cell.class::cast)
                .findFirst();
    }

    private static JsonObject answer(Place.Cell cell, Report report, Optional<Neighbours> found) {
        JsonArray columns = new JsonArray();
        JsonArray rows = new JsonArray();
        found.ifPresent(around -> {
            for (int i = 0; i < around.heads().size(); i++) {
                columns.add(new JsonObject()
                        .put("name", column(cell.sheet(), around.firstColumn() + i))
                        .put("head", around.heads().get(i)));
            }
            around.rows()
                    .forEach(row -> rows.add(new JsonObject()
                            .put("number", row.number())
                            .put("label", row.label())
                            .put("cells", new JsonArray(List.copyOf(row.cells())))));
        });
        return new JsonObject()
                .put("report", Ids.report(report.id()))
                .put("sheet", cell.sheet())
                .put("row", cell.row())
                .put("column", column(cell.sheet(), cell.column()))
                .put("columns", columns)
                .put("rows", rows);
    }

    /// The letters of a column: 28 is AB.
    private static String column(String sheet, int column) {
        return new Place.Cell(sheet, 1, column).reference().replaceAll("\\d", "");
    }
}
