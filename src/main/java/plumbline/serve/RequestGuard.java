package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.serve.Errors.Refused;

/// Turns away requests that are no honest question of one of our pages or programs, before anything else looks at
/// them. Immutable; shared by all event loops.
///
/// What the decoder can already see is refused there ([StrictDecoder], and Netty's own checks).
final class RequestGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Set<String> names;
    private final boolean anyName;

    /// Bound to a loopback address, the server is meant for this machine alone: it answers to the loopback names
    /// and the ones configured, or else a page of any site could point its own name at 127.0.0.1 and read the
    /// ledger (DNS rebinding). Bound to another address it answers to any name, unless names are configured.
    RequestGuard(ServerSettings settings) {
        names = new HashSet<>(LOOPBACK);
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        anyName = settings.names().isEmpty() && !isLoopback(settings.host());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /// Why the request is not answered; empty if it is.
    Optional<Problem> refusal(HttpServerRequest request) {
        return fault(request).map(Refused::problem);
    }

    private Optional<Refused> fault(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1) {
            return malformed("Host", hosts.size() + " Host headers", "exactly one");
        }
        String host = hosts.getFirst();
        if (!anyName && !names.contains(nameOf(host))) {
            return Optional.of(new Refused(
                    421, "misdirected", "Host", host, "a name this server is configured for, or localhost"));
        }
        if (!request.uri().startsWith("/")) {
            return malformed("request target", request.uri(), "a path that starts with /");
        }
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            return malformed("Transfer-Encoding", coding, "chunked");
        }
        if (SAFE.contains(request.method())) {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return coding != null || (length != null && !length.equals("0"))
                    ? malformed("body", "a " + request.method() + " request with a body", "none")
                    : Optional.empty();
        }
        return isOurs(request, host)
                ? Optional.empty()
                : Optional.of(new Refused(
                        403, "foreign_origin", "Origin", origin(request), "a request of this server's own pages"));
    }

    /// A page of another site can make a browser send a POST, but cannot choose these headers. Programs send
    /// neither.
    private static boolean isOurs(HttpServerRequest request, String host) {
        String site = request.getHeader("sec-fetch-site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private static String origin(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? "Sec-Fetch-Site: " + request.getHeader("sec-fetch-site") : origin;
    }

    /// The host without its port.
    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<Refused> malformed(String parameter, String found, String accepted) {
        return Optional.of(new Refused(400, "malformed", parameter, found, accepted));
    }
}
