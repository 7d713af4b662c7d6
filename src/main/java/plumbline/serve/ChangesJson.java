package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Vintage;
import plumbline.analyse.Change;
import plumbline.analyse.Change.Contribution;
import plumbline.analyse.Effect;
import plumbline.analyse.Share;
import plumbline.ledger.Arrival;
import plumbline.ledger.Import;

/// Writes ChangesAnswer.
///
/// @param point with the figures that worded any of the values
record ChangesJson(Changes.Question question, Changes.Told told, PointJson point) {
    /// As many figures and reports are listed of one contribution; how many more there are is said.
    private static final int MOST = 50;

    /// A figure of an import, and the revision it replaced.
    private record Revised(Optional<RecordedFigure> before, RecordedFigure after) {}

    JsonObject answer(Optional<View> since, View until) {
        Change change = told.change();
        Map<Long, List<Revised>> revised = revised();
        JsonArray contributions = new JsonArray();
        change.contributions().forEach(each -> contributions.add(contribution(each, revised)));
        return new JsonObject()
                .put("metric", question.metric().code())
                .put("unit", question.metric().unit())
                .put("department", question.department().code())
                .put("category", question.category().orElse(null))
                .put("period", question.period().toString())
                .put("basis", question.basis().word())
                .put("since", since.flatMap(view -> sealed(view.vintage())).orElse(null))
                .put("as_of", sealed(until.vintage()).orElse(null))
                .put("from", value(change.from()))
                .put("to", value(change.to()))
                .put("difference", share(change.difference()))
                .put("contributions", contributions);
    }

    private static Optional<String> sealed(Vintage vintage) {
        return vintage.sealedAt().map(Instant::toString);
    }

    /// Import → what it said of the subject.
    private Map<Long, List<Revised>> revised() {
        Map<Long, List<Revised>> revised = new HashMap<>();
        Optional<RecordedFigure> last = Optional.empty();
        for (RecordedFigure each : told.history()) {
            FigureKey key = each.figure().key();
            Optional<RecordedFigure> before =
                    last.filter(other -> other.figure().key().equals(key));
            revised.computeIfAbsent(each.importNumber(), _ -> new ArrayList<>()).add(new Revised(before, each));
            last = Optional.of(each);
        }
        return revised;
    }

    private JsonObject contribution(Contribution contribution, Map<Long, List<Revised>> revised) {
        Change.Step step = contribution.step();
        List<Arrival> arrivals = step.imports().stream()
                .flatMap(number -> Optional.ofNullable(told.arrivals().get(number)).stream())
                .toList();
        Optional<Import> by =
                arrivals.size() == 1 ? Optional.of(arrivals.getFirst().by()) : Optional.empty();
        List<Revised> figures = step.imports().stream()
                .flatMap(number -> revised.getOrDefault(number, List.of()).stream())
                .filter(each -> matters(each, contribution))
                .toList();
        JsonArray effects = new JsonArray();
        contribution.effects().stream().map(Effect::word).forEach(effects::add);
        return new JsonObject()
                .put("kind", step.kind().word())
                .put("at", step.at().toString())
                .put("imports", arrivals.size())
                .put("reports", CatalogJson.array(arrivals.stream().limit(MOST).toList(), ChangesJson::report))
                .put("actor", by.map(Import::actor).orElse(null))
                .put("reason", by.flatMap(Import::reason).orElse(null))
                .put("before", value(contribution.before()))
                .put("after", value(step.after()))
                .put("share", share(contribution.share()))
                .put("effects", effects)
                .put("figures", CatalogJson.array(figures.stream().limit(MOST).toList(), ChangesJson::figure))
                .put("more_figures", Math.max(0, figures.size() - MOST));
    }

    /// Whether the value rests on the figure or rested on the one it replaced, or the figure speaks of the same months.
    private boolean matters(Revised each, Contribution contribution) {
        Set<Long> behind = new HashSet<>();
        contribution.before().ifPresent(cell -> behind.addAll(cell.figures()));
        contribution.step().after().ifPresent(cell -> behind.addAll(cell.figures()));
        FigureKey key = each.after().figure().key();
        return behind.contains(each.after().id())
                || each.before()
                        .map(RecordedFigure::id)
                        .filter(behind::contains)
                        .isPresent()
                || (key.range().isEmpty() && key.period().span(key.basis()).equals(question.span()));
    }

    private static JsonObject report(Arrival arrival) {
        return new JsonObject().put("id", Ids.report(arrival.report())).put("name", arrival.name());
    }

    private static JsonObject figure(Revised each) {
        FigureKey key = each.after().figure().key();
        return new JsonObject()
                .put("metric", key.metric())
                .put("department", key.department())
                .put("period", key.period().toString())
                .put("basis", key.basis().word())
                .put("scope", key.scope().word())
                .put("before", each.before().map(ChangesJson::revision).orElse(null))
                .put("after", revision(each.after()));
    }

    private static JsonObject revision(RecordedFigure recorded) {
        JsonObject json = new JsonObject()
                .put("id", Ids.figure(recorded.id()))
                .put("revision", recorded.revision())
                .put("value_text", recorded.figure().wording());
        FigureJson.putValue(json, recorded.figure().value());
        return json;
    }

    private static JsonObject share(Share share) {
        return new JsonObject()
                .put("lower", PointJson.number(share.lower()))
                .put("upper", PointJson.number(share.upper()));
    }

    private @Nullable JsonObject value(Optional<Cell> cell) {
        return cell.map(each -> point.write(each, question.period())).orElse(null);
    }
}
