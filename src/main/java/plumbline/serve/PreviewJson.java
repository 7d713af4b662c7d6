package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.FigureKey;
import plumbline.Period;
import plumbline.Preview;

/// Writes Preview. Stateless.
final class PreviewJson {
    private PreviewJson() {}

    static JsonObject preview(Preview preview) {
        JsonObject counts = new JsonObject();
        for (Preview.Effect each : Preview.Effect.values()) {
            counts.put(each.word(), preview.counts().getOrDefault(each, 0));
        }
        return new JsonObject()
                .put("sha256", preview.sha256())
                .put("beginning", new JsonArray(preview.beginning()))
                .put("counts", counts)
                .put("rows", CatalogJson.array(preview.rows(), PreviewJson::row))
                .put("cell_count", preview.cellCount())
                .put("cells", CatalogJson.array(preview.cells(), PreviewJson::change));
    }

    private static JsonObject row(Preview.Row row) {
        Optional<FigureKey> key = row.key();
        return new JsonObject()
                .put("effect", row.effect().word())
                .put("place", row.place().toString())
                .put("department", key.map(FigureKey::department).orElse(null))
                .put("metric", key.map(FigureKey::metric).orElse(null))
                .put("category", key.flatMap(FigureKey::category).orElse(null))
                .put("period", key.map(each -> each.period().toString()).orElse(null))
                .put("basis", key.map(each -> each.basis().word()).orElse(null))
                .put("text", row.text())
                .put("held", row.held().map(PreviewJson::held).orElse(null));
    }

    private static JsonObject held(Preview.Held held) {
        boolean here = held.name().isEmpty();
        return new JsonObject()
                .put("figure", here ? null : Ids.figure(held.figure()))
                .put("report", here ? null : Ids.report(held.report()))
                .put("name", held.name())
                .put("place", held.place().toString())
                .put("wording", held.wording());
    }

    private static JsonObject change(Preview.Change change) {
        Cell either = change.either();
        Period period = Period.ofSpan(either.span()).orElseThrow();
        return new JsonObject()
                .put("department", either.key().department())
                .put("metric", either.key().metric())
                .put("category", either.key().category().orElse(null))
                .put("scope", either.key().scope().word())
                .put("period", period.toString())
                .put("before", point(change.before(), period))
                .put("after", point(change.after(), period));
    }

    private static @Nullable JsonObject point(Optional<Cell> cell, Period period) {
        return cell.map(each -> PointJson.WORDLESS.write(each, period)).orElse(null);
    }
}
