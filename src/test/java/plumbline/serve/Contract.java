package plumbline.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// schema/openapi.yaml, and what it says of an answer.
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Contract() {
        try {
            root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("schema/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `GET /api/v1/figures/{id}` for each operation.
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /// Names of the query parameters of a GET.
    Set<String> parameters(String path) {
        Set<String> names = new TreeSet<>();
        for (JsonNode each : root.get("paths").get(path).get("get").path("parameters")) {
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
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", root.get("components"));
        try {
            return registry.getSchema(whole).validate(JSON.readTree(body)).stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            return List.of("no JSON: " + e.getMessage());
        }
    }

    private JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }
}
