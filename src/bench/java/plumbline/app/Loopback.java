package plumbline.app;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A client that costs next to nothing, so that a benchmark measures the server: one connection, one request after the
/// other, bodies counted and thrown away. Used by one thread.
final class Loopback implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final byte[] piece = new byte[PIECE];
    private String tag = "";

    Loopback(URI server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), PIECE);
    }

    /// What came back.
    ///
    /// @param firstByte seconds until the head was there
    record Answer(int status, long bytes, double firstByte, double seconds) {}

    /// The request as it goes over the wire.
    ///
    /// @param headers each ended with CRLF
    static byte[] request(String address, String headers) {
        return ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer get(String address, String headers) throws IOException {
        return get(request(address, headers));
    }

    Answer get(byte[] request) throws IOException {
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        String line = line();
        double first = Bench.seconds(start);
        int status = Integer.parseInt(line.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (line = line(); !line.isEmpty(); line = line()) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(name.length() + 1).strip();
            switch (name) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = true;
                case "etag" -> tag = value;
                default -> {}
            }
        }
        long bytes = chunked ? chunks() : skip(status == 304 ? 0 : length);
        return new Answer(status, bytes, first, Bench.seconds(start));
    }

    /// The entity tag of the last answer that had one.
    String tag() {
        return tag;
    }

    /// Sends a request whose answer is read by [#some].
    void ask(String address) throws IOException {
        socket.getOutputStream().write(request(address, "Connection: close\r\n"));
    }

    /// Reads at most so many bytes of what comes; answers how many, -1 at the end.
    int some(int most) throws IOException {
        return in.read(piece, 0, Math.min(most, PIECE));
    }

    private long chunks() throws IOException {
        long bytes = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            bytes += skip(size);
            if (size == 0) {
                while (!line().isEmpty()) {
                    // trailers
                }
                return bytes;
            }
            line();
        }
    }

    private long skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(left, PIECE));
            if (read < 0) {
                throw new EOFException("the answer was cut short");
            }
            left -= read;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the answer was cut short");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
