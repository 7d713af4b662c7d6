package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said in a body: all that is wrong with it is told at once, and nothing of it is stored.
class BodyFaultsTest extends SampleServer {

    private static HttpResponse<String> say(String path, String body) {
        return running.send(HttpRequest.newBuilder(running.at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> wrong(HttpResponse<String> answer) {
        return new JsonObject(answer.body())
                .getJsonArray("errors").stream()
                        .map(each -> ((JsonObject) each).getString("parameter"))
                        .sorted()
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/phases     | {}                                                    | actor,department,first,metric,reason
        /api/v1/phases     | {"metric":1,"department":null,"first":"2022-Q9","xyz":1,"stands":"no"} | actor,department,first,metric,reason,stands,xyz
        /api/v1/phases     | {"metric":"talks","category":"warning","department":"D1","first":"2022-Q1","actor":" ","reason":"b"} | actor,category
        /api/v1/targets    | {}                                                    | actor,department,metric,period,reason
        /api/v1/targets    | {"metric":"nope","department":"D9","period":"x","at_least":-1.5,"actor":[],"reason":7} | actor,at_least,department,metric,period,reason,source
        /api/v1/targets    | {"metric":"sanctions","department":"D1","period":"2022","at_least":3,"actor":"a","reason":"b"} | metric,source
        /api/v1/dismissals | {"stands":0}                                          | actor,question,reason,stands
        /api/v1/reports/R0002/verdicts | {"fields":[],"instead":"x","verdict":"maybe"} | actor,fields,instead,proposal,verdict
        /api/v1/reports/R0002/verdicts | {"fields":{"value":3,"xyz":""},"verdict":"confirm","proposal":"P000001","actor":"a"} | fields.value,fields.xyz
        /api/v1/reports/R0002/proposals | {"start":"1"}                            | actor,end,start
        /api/v1/reports/R0002/rereading | {"who":"a"}                              | actor,who
        /api/v1/reports/R0002/confirmations | {"figures":"F000001"}                | actor,figures
        /api/v1/reports/R0002/confirmations | {"figures":["F000001","x",1],"actor":"a"} | figures,figures
        /api/v1/reports/R0002/attribution | {"department":1,"period":2}            | department,period
        """)
    void everythingWrongWithABodyIsToldAtOnce(String path, String body, String wrong) {
        String before = running.ledger.newest().seal();
        HttpResponse<String> answer = say(path, body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(List.of(wrong.split(",", -1)), wrong(answer), answer.body());
        assertFalse(answer.body().contains("'null'"), answer.body());
        assertEquals(before, running.ledger.newest().seal());
    }

    @Test
    void aBodyThatIsNoneIsTold() {
        HttpResponse<String> none = running.send(
                HttpRequest.newBuilder(running.at("/api/v1/phases")).POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(415, none.statusCode());
        assertEquals(
                "nothing",
                new JsonObject(none.body())
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("found"));
        assertEquals(400, say("/api/v1/phases", "[1]").statusCode());
        assertEquals(400, say("/api/v1/phases", "{").statusCode());
    }
}
