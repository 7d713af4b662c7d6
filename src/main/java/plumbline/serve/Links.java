package plumbline.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Addresses with their query, and the header that names them (RFC 8288). Stateless.
final class Links {
    private Links() {}

    /// A path of this server with its query; parameters without a value are left out.
    static String address(String path, Map<String, String> query) {
        String pairs = query.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? path : path + "?" + pairs;
    }

    /// Commas and colons stay readable; both may stand in a query.
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }

    static String header(String relation, String address, String type) {
        return "<" + address + ">; rel=\"" + relation + "\"; type=\"" + type + "\"";
    }
}
