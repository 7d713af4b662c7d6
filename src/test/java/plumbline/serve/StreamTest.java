package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers that are under way when something happens.
class StreamTest {
    private static final int PIECES = 1000;
    private static final int PIECE = 1 << 16;

    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch gaveUp = new CountDownLatch(1);
    private Vertx vertx;
    private int port;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.get("/long")
                .blockingHandler(
                        context -> {
                            context.response().setChunked(true);
                            ResponseStream out = new ResponseStream(context.response());
                            try {
                                for (int i = 0; i < PIECES; i++) {
                                    out.write(new byte[PIECE]);
                                    written.addAndGet(PIECE);
                                }
                                out.flush();
                            } catch (java.io.IOException e) {
                                gaveUp.countDown();
                                throw new UncheckedIOException(e);
                            }
                            context.response().end();
                        },
                        false)
                .failureHandler(Errors::answer);
        router.get("/broken")
                .blockingHandler(
                        context -> {
                            context.response().setChunked(true).write("half of it");
                            throw new IllegalStateException("the rest cannot be read");
                        },
                        false)
                .failureHandler(Errors::answer);
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Socket ask(String path) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setReceiveBufferSize(PIECE);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void aSlowReaderHoldsTheWriterBackAndGetsEverything() throws Exception {
        try (Socket socket = ask("/long")) {
            Thread.sleep(1000);
            assertTrue(written.get() < 20L << 20, "written ahead: " + written.get());
            long bytes = 0;
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[PIECE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
            assertTrue(bytes > (long) PIECES * PIECE, "read: " + bytes);
        }
    }

    @Test
    void aReaderWhoLeavesStopsTheWriter() throws Exception {
        try (Socket socket = ask("/long")) {
            assertTrue(socket.getInputStream().read() >= 0);
        }
        assertTrue(gaveUp.await(10, TimeUnit.SECONDS));
    }

    @Test
    void anErrorInMidStreamBreaksTheTransfer() throws Exception {
        try (Socket socket = ask("/broken")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains("half of it"), answer);
            assertFalse(answer.endsWith("0\r\n\r\n"), "a proper end: " + answer);
            assertEquals(1, answer.split("HTTP/1.1", -1).length - 1);
        }
    }
}
