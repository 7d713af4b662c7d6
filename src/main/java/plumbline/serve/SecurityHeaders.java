package plumbline.serve;

import io.vertx.core.http.HttpServerResponse;

/// The headers every answer has, errors and files included. Stateless.
final class SecurityHeaders {
    private static final CharSequence[] HEADERS = {
        // Nothing but our own files; charts need no inline styles (LIBRARIES: rich-text tooltips).
        "content-security-policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        // Bytes somebody uploaded are never taken for a page or a script.
        "x-content-type-options", "nosniff",
        // Addresses carry the question asked; they go nowhere.
        "referrer-policy", "no-referrer",
        // No other site may hold a handle on our window or read our files.
        "cross-origin-opener-policy", "same-origin",
        "cross-origin-resource-policy", "same-origin",
        "permissions-policy", "camera=(), geolocation=(), microphone=()",
    };

    private SecurityHeaders() {}

    static void put(HttpServerResponse response) {
        for (int i = 0; i < HEADERS.length; i += 2) {
            response.putHeader(HEADERS[i], HEADERS[i + 1]);
        }
    }
}
