package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The HTTP contract itself (OpenAPI), as it was written and as JSON. Thread-safe.
final class ContractHandler {
    private static final String FILE = "/schema/openapi.yaml";

    private final byte[] yaml;
    /// Made when it is first asked for, so that a start does not wait for it.
    private final AtomicReference<byte @Nullable []> json = new AtomicReference<>();

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
        byte[] made = json.get();
        if (made == null) {
            made = json(yaml);
            json.set(made);
        }
        answer(exchange, "application/json", made);
    }

    private static void answer(Exchange exchange, String type, byte[] content) {
        exchange.parameters().check();
        if (!exchange.isKnown(ETags.of(content))) {
            exchange.send(type, content);
        }
    }
}
