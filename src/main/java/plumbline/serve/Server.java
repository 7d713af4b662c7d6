package plumbline.serve;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import plumbline.Catalog;
import plumbline.intake.Intake;
import plumbline.ledger.Ledger;

/// A running HTTP server. Thread-safe.
public final class Server implements AutoCloseable {
    private static final int LINE_LIMIT = 8 << 10;
    private static final int HEAD_LIMIT = 16 << 10;
    private static final int START_SECONDS = 30;

    private final Vertx vertx;
    private final Routes routes;
    private final URI address;

    private Server(Vertx vertx, Routes routes, URI address) {
        this.vertx = vertx;
        this.routes = routes;
        this.address = address;
    }

    /// Starts and waits until requests are accepted.
    ///
    /// @throws IllegalStateException if the address cannot be bound
    public static Server start(
            ServerSettings settings, Catalog catalog, Ledger ledger, Intake intake, InstantSource clock) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                // Nothing is ever served from or unpacked to a folder.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Routes routes = new Routes(vertx, settings, catalog, ledger, intake, clock);
        AtomicInteger port = new AtomicInteger();
        DeploymentOptions everyCore =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        try {
            await(vertx.deployVerticle(() -> new Listener(settings, routes, port), everyCore));
            String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
            return new Server(vertx, routes, URI.create("http://" + host + ":" + port.get() + "/"));
        } catch (IllegalStateException e) {
            routes.close();
            await(vertx.close());
            throw e;
        }
    }

    /// Where it answers, with the port it really has: `http://127.0.0.1:8080/`.
    public URI address() {
        return address;
    }

    /// Stops: no new requests, running ones are broken off, the import under way is finished first.
    @Override
    public void close() {
        routes.close();
        await(vertx.close());
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("the server did not start or stop: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// One event loop's share of the server; all of them listen on the same port.
    private static final class Listener extends VerticleBase {
        private final ServerSettings settings;
        private final Routes routes;
        private final AtomicInteger port;
        private final RequestGuard guard;
        /// Connections over which something was refused. What else they bring may be the second half of an attack.
        private final Set<HttpConnection> refused = new HashSet<>();
        private @Nullable Router router;

        Listener(ServerSettings settings, Routes routes, AtomicInteger port) {
            this.settings = settings;
            this.routes = routes;
            this.port = port;
            this.guard = new RequestGuard(settings);
        }

        @Override
        public Future<?> start() {
            router = routes.router(vertx);
            HttpServerOptions options = new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setIdleTimeout((int) settings.idle().toMillis())
                    .setMaxInitialLineLength(LINE_LIMIT)
                    .setMaxHeaderSize(HEAD_LIMIT);
            Http1ServerConfig limits = new Http1ServerConfig()
                    .setMaxInitialLineLength(LINE_LIMIT)
                    .setMaxHeaderSize(HEAD_LIMIT)
                    .setMaxChunkSize(options.getMaxChunkSize());
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(connection -> StrictDecoder.guard(connection, limits))
                    .invalidRequestHandler(request ->
                            refuse(request, unreadable(request.decoderResult().cause())))
                    .requestHandler(this::accept);
            SocketAddress address = settings.port() == 0
                    ? SocketAddress.sharedRandomPort(1, settings.host()) // any, but the same one for all of us
                    : SocketAddress.inetSocketAddress(settings.port(), settings.host());
            return server.listen(address).onSuccess(started -> port.set(started.actualPort()));
        }

        private void accept(HttpServerRequest request) {
            Optional<Problem> refusal = guard.refusal(request);
            if (refusal.isPresent()) {
                refuse(request, refusal.get());
            } else if (router != null && !refused.contains(request.connection())) {
                router.handle(request);
            }
        }

        private void refuse(HttpServerRequest request, Problem problem) {
            HttpConnection connection = request.connection();
            if (refused.add(connection)) {
                connection.closeHandler(_ -> refused.remove(connection));
                SecurityHeaders.put(request.response());
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                Errors.write(request, problem);
            }
        }

        private static Problem unreadable(@Nullable Throwable cause) {
            return switch (cause) {
                case io.netty.handler.codec.http.TooLongHttpLineException _ ->
                    new Problem(414, "too_large", "The address is longer than " + LINE_LIMIT + " bytes.", List.of());
                case io.netty.handler.codec.http.TooLongHttpHeaderException _ ->
                    new Problem(431, "too_large", "The headers are larger than " + HEAD_LIMIT + " bytes.", List.of());
                case null, default -> new Problem(400, "malformed", "This is not an HTTP/1.1 request.", List.of());
            };
        }
    }
}
