package plumbline.serve;

import io.vertx.core.json.JsonObject;
import plumbline.Attempt;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Receipt;

/// Writes Receipt and Finding. Stateless.
final class ReceiptJson {
    private ReceiptJson() {}

    static JsonObject receipt(Receipt receipt) {
        return new JsonObject()
                .put("file", receipt.file())
                .put("outcome", receipt.outcome().word())
                .put("kind", receipt.kind().map(FormKind::word).orElse(null))
                .put("encoding", receipt.encoding().orElse(null))
                .put("earlier", receipt.earlier().map(ReceiptJson::attempt).orElse(null))
                .put("report", receipt.report().map(Ids::report).orElse(null))
                .put(
                        "counts",
                        new JsonObject()
                                .put("new", receipt.counts().fresh())
                                .put("changed", receipt.counts().changed())
                                .put("same", receipt.counts().same())
                                .put("refused", receipt.counts().refused()))
                .put("proposed", receipt.proposed())
                .put("findings", CatalogJson.array(receipt.findings(), ReceiptJson::finding))
                .put("questions", CatalogJson.array(receipt.questions(), ReceiptJson::question))
                .put("answers", CatalogJson.array(receipt.answers(), ReceiptJson::answer))
                .put("preview", receipt.preview().map(PreviewJson::preview).orElse(null));
    }

    private static JsonObject question(Receipt.Question question) {
        return new JsonObject()
                .put("header", question.header())
                .put("place", question.place().toString())
                .put(
                        "candidates",
                        CatalogJson.array(
                                question.candidates(),
                                each -> new JsonObject()
                                        .put("meaning", each.code())
                                        .put("name", CatalogJson.name(each.shown()))));
    }

    private static JsonObject answer(Receipt.Answer answer) {
        return new JsonObject()
                .put("header", answer.header())
                .put("meaning", answer.meaning())
                .put(
                        "confirmed_by",
                        answer.earlier().map(Receipt.Confirmed::actor).orElse(null))
                .put(
                        "confirmed_at",
                        answer.earlier().map(each -> each.at().toString()).orElse(null));
    }

    private static JsonObject attempt(Attempt earlier) {
        return new JsonObject()
                .put("file", earlier.file())
                .put("sha256", earlier.sha256())
                .put("checked_at", earlier.checkedAt());
    }

    private static JsonObject finding(Finding finding) {
        return new JsonObject()
                .put("severity", finding.severity().word())
                .put("rule", finding.rule())
                .put("place", finding.where())
                .put("found", finding.found())
                .put("accepted", finding.accepted())
                .put("message", CatalogJson.name(finding.message()));
    }
}
