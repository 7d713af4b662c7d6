package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The HTTP contract itself (OpenAPI), as it was written and as JSON. Immutable.
final class ContractHandler {
    private static final String FILE = "/schema/openapi.yaml";

    private final byte[] yaml;
    private final byte[] json;

    /// @throws IllegalStateException if the program was packed without it
    ContractHandler() {
        try (InputStream file = ContractHandler.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program was packed without " + FILE);
            }
            yaml = file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
        json = json(yaml);
    }

    private static byte[] json(byte[] yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, StandardCharsets.UTF_8));
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalStateException(FILE + " is no contract");
        }
        JsonObject contract = new JsonObject();
        map.forEach((key, value) -> contract.put(String.valueOf(key), value));
        return contract.toBuffer().getBytes();
    }

    void yaml(Exchange exchange) {
        answer(exchange, "application/yaml", yaml);
    }

    void json(Exchange exchange) {
        answer(exchange, "application/json", json);
    }

    private static void answer(Exchange exchange, String type, byte[] content) {
        exchange.parameters().check();
        if (!exchange.isKnown(ETags.of(content))) {
            exchange.send(type, content);
        }
    }
}
