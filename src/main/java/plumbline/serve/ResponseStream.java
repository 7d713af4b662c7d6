package plumbline.serve;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A response as a blocking stream: a writer waits while its reader is slow, so that what is under way stays small.
///
/// Used by one worker thread. Closing it does not end the response; only who knows that all went well may do that.
final class ResponseStream extends OutputStream {
    private static final int PIECE = 1 << 16;
    private static final long STALL_SECONDS = 60;

    /// So much may wait to be sent; with less, writing stops for each piece.
    private static final int QUEUE = 1 << 18;

    private final HttpServerResponse response;
    private final byte[] pending = new byte[PIECE];
    private int size;
    private boolean begun;

    ResponseStream(HttpServerResponse response) {
        this.response = response;
        response.setWriteQueueMaxSize(QUEUE);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, PIECE - size);
            System.arraycopy(bytes, from, pending, size, part);
            size += part;
            from += part;
            left -= part;
            if (size == PIECE) {
                send();
            }
        }
        if (!begun) {
            flush(); // the header goes out at once; the rows may take a moment to be found
        }
    }

    @Override
    public void flush() throws IOException {
        if (size > 0) {
            send();
        }
    }

    private void send() throws IOException {
        if (response.closed()) {
            throw new IOException("the reader has left");
        }
        Buffer piece = Buffer.buffer(size).appendBytes(pending, 0, size);
        size = 0;
        begun = true;
        Future<Void> written = response.write(piece);
        if (response.writeQueueFull()) {
            await(written);
        }
    }

    private static void await(Future<Void> written) throws IOException {
        try {
            written.toCompletionStage().toCompletableFuture().get(STALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the reader has left", e);
        } catch (TimeoutException e) {
            throw new IOException("the reader took nothing for " + STALL_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
