package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// schema/openapi.yaml, and what it says of an answer.
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OPERATION = Set.of(
            "operationId", "summary", "description", "tags", "parameters", "requestBody", "responses", "deprecated");
    private static final Set<String> PARAMETER =
            Set.of("$ref", "name", "in", "description", "required", "deprecated", "schema", "example", "examples");
    private static final Set<String> RESPONSE = Set.of("$ref", "description", "headers", "content", "links");
    private static final Contract WRITTEN = new Contract();

    private final JsonNode root;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// A path of the contract and the addresses that it stands for.
    private record Route(String template, Pattern addresses) {}

    Contract() {
        try {
            root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("schema/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.get("paths").fieldNames().forEachRemaining(path -> routes.add(new Route(path, addresses(path))));
        routes.sort(Comparator.comparing(route -> route.template().contains("{"))); // the plain ones first
    }

    private static Pattern addresses(String path) {
        return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
    }

    /// Holds an answer of a running server against the contract.
    ///
    /// @return what of the contract it was: `GET /api/v1/series 200`, an error that is not named `… default`;
    ///     empty for addresses that are not of the contract
    static Optional<String> hold(HttpResponse<String> answer) {
        return WRITTEN.held(answer);
    }

    private Optional<String> held(HttpResponse<String> answer) {
        String address = answer.uri().getRawPath();
        String method = answer.request().method();
        String type = answer.headers().firstValue("content-type").orElse("");
        Optional<Route> route = routes.stream()
                .filter(each -> each.addresses().matcher(address).matches())
                .findFirst();
        String asked = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        if (route.isEmpty() || !root.get("paths").get(route.get().template()).has(asked)) {
            if (address.startsWith("/api/") && answer.statusCode() >= 400) {
                assertEquals("application/problem+json", type, address);
                assertEquals(List.of(), faults("Problem", answer.body()), answer.body());
            }
            return Optional.empty();
        }
        String template = route.get().template();
        String what = method + " " + answer.uri() + " " + answer.statusCode();
        if (!method.equals("HEAD")) {
            assertEquals(List.of(), faults(template, asked, answer.statusCode(), type, answer.body()), what);
        }
        JsonNode responses = root.get("paths").get(template).get(asked).get("responses");
        if (responses.has("304") && (answer.statusCode() == 200 || answer.statusCode() == 304)) {
            assertTrue(answer.headers().firstValue("etag").orElse("").startsWith("\""), what + ": a strong tag");
            assertEquals("accept-encoding", answer.headers().firstValue("vary").orElse(""), what);
        }
        String status = String.valueOf(answer.statusCode());
        boolean names = answer.headers().allValues("link").stream().anyMatch(each -> each.contains("\"alternate\""));
        assertTrue(
                !names || template.startsWith("/extracts/v/") || isLinked(responses.path(status)),
                what + ": a link the contract does not tell of");
        return Optional.of(method + " " + template + " " + (responses.has(status) ? status : "default"));
    }

    /// What [#hold] can answer of the methods of the contract, HEAD aside.
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (String operation : operations()) {
            String[] parts = operation.split(" ", -1);
            root.get("paths")
                    .get(parts[1])
                    .get(parts[0].toLowerCase(Locale.ROOT))
                    .get("responses")
                    .fieldNames()
                    .forEachRemaining(status -> answers.add(operation + " " + status));
        }
        return answers;
    }

    /// `GET /api/v1/figures/{id}` for each operation.
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /// What stands where OpenAPI has no such word: a comma that was not quoted makes half a sentence a key.
    Set<String> unheardOf() {
        Set<String> unheard = new TreeSet<>();
        for (String operation : operations()) {
            String[] parts = operation.split(" ", -1);
            JsonNode described = root.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
            unheard.addAll(others(operation, described, OPERATION));
            described
                    .path("parameters")
                    .forEach(each -> unheard.addAll(others(operation + " parameter", each, PARAMETER)));
            described
                    .path("responses")
                    .forEach(each -> unheard.addAll(others(operation + " response", each, RESPONSE)));
        }
        root.at("/components/parameters").forEach(each -> unheard.addAll(others("parameter", each, PARAMETER)));
        root.at("/components/responses").forEach(each -> unheard.addAll(others("response", each, RESPONSE)));
        return unheard;
    }

    private static Set<String> others(String where, JsonNode node, Set<String> known) {
        Set<String> others = new TreeSet<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !name.startsWith("x-")) {
                others.add(where + ": " + name);
            }
        });
        return others;
    }

    /// Operations and parameters that the reference could not tell in both languages.
    Set<String> withoutWords() {
        Set<String> without = new TreeSet<>();
        for (String operation : operations()) {
            String[] parts = operation.split(" ", -1);
            JsonNode described = root.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
            if (!isToldIn(described, "summary")) {
                without.add(operation);
            }
            for (JsonNode each : described.path("parameters")) {
                JsonNode parameter = each.has("$ref") ? at(each.get("$ref").asText()) : each;
                if (!isToldIn(parameter, "description")) {
                    without.add(operation + " " + parameter.get("name").asText());
                }
            }
        }
        return without;
    }

    private static boolean isToldIn(JsonNode thing, String english) {
        return thing.path("x-zh").asText().matches(".*[\\u4e00-\\u9fff].*")
                && !thing.path(english).asText().isBlank();
    }

    /// Paths whose answer to GET names the same numbers as CSV.
    Set<String> linked() {
        Set<String> linked = new TreeSet<>();
        root.get("paths").properties().forEach(path -> {
            if (isLinked(path.getValue().path("get").path("responses").path("200"))) {
                linked.add(path.getKey());
            }
        });
        return linked;
    }

    private static boolean isLinked(JsonNode response) {
        return response.at("/headers/Link/$ref").asText().equals("#/components/headers/Link");
    }

    /// Names of the query parameters of an operation.
    Set<String> parameters(String path, String method) {
        Set<String> names = new TreeSet<>();
        JsonNode operation = root.get("paths").get(path).get(method.toLowerCase(Locale.ROOT));
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = each.has("$ref") ? at(each.get("$ref").asText()) : each;
            if (parameter.get("in").asText().equals("query")) {
                names.add(parameter.get("name").asText());
            }
        }
        return names;
    }

    /// What an answer has against the contract; empty if it keeps it.
    List<String> faults(String path, String method, int status, String contentType, String body) {
        JsonNode responses = root.get("paths").get(path).get(method).get("responses");
        JsonNode response = responses.has(String.valueOf(status))
                ? responses.get(String.valueOf(status))
                : responses.path("default");
        JsonNode described = response.has("$ref") ? at(response.get("$ref").asText()) : response;
        if (described.isMissingNode()) {
            return List.of("no response " + status);
        }
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("a body: " + body);
        }
        String type = contentType.replaceFirst(";.*", "");
        if (!content.has(type)) {
            return List.of("content type " + contentType);
        }
        if (type.equals("application/x-ndjson")) {
            JsonNode line = content.get(type).get("schema");
            return body.lines().flatMap(each -> faults(line, each).stream()).toList();
        }
        return type.endsWith("json") ? faults(content.get(type).get("schema"), body) : List.of();
    }

    /// The words a property of a schema may have, or its items: `own, consolidated`.
    String words(String schema, String property) {
        JsonNode described = root.at("/components/schemas/" + schema + "/properties/" + property);
        List<String> words = new ArrayList<>();
        (described.has("items") ? described.get("items") : described)
                .get("enum")
                .forEach(each -> words.add(each.asText()));
        return String.join(", ", words);
    }

    /// Holds a body against a named schema.
    List<String> faults(String schema, String body) {
        return faults(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), body);
    }

    private List<String> faults(JsonNode schema, String body) {
        try {
            return compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body)).stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            return List.of("no JSON: " + e.getMessage());
        }
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", root.get("components"));
        return registry.getSchema(whole);
    }

    private JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }
}
