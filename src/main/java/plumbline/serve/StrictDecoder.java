package plumbline.serve;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/// Vert.x's own request decoder without two of its liberties, both of them ways to smuggle a second request past a
/// proxy that reads the first one differently. Seen on a raw socket with Vert.x 5.1.6:
///
/// - `Content-Xength: 5` was taken for Content-Length, because known header names are recognised by some of their
///   letters only (CVE-2026-102479);
/// - a header line that begins with a blank was joined to the line above (obs-fold).
///
/// One per connection, used on its event loop only.
final class StrictDecoder extends VertxHttpRequestDecoder {
    private static final byte SPACE = ' ';
    private static final byte TAB = '\t';
    private static final byte LINE_FEED = '\n';

    private boolean inHead = true;
    /// Whether the decoder has taken lines of the present head out of the buffer already.
    private boolean midHead;
    private boolean refused;

    private StrictDecoder(Http1ServerConfig limits) {
        super(limits);
    }

    /// Puts a strict decoder in the place of the connection's own, before it has read anything.
    static void guard(HttpConnection connection, Http1ServerConfig limits) {
        ((ConnectionBase) connection)
                .channel()
                .pipeline()
                .replace(VertxHttpRequestDecoder.class, "strictDecoder", new StrictDecoder(limits));
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        return new AsciiString(line, start, length, true);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int start = inHead && !midHead ? firstLine(in) : in.readerIndex();
        if (inHead && hasFoldedLine(in, start)) {
            refused = true;
            in.skipBytes(in.readableBytes());
            HttpMessage message = createInvalidMessage();
            message.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("folded header line")));
            out.add(message);
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        int before = out.size();
        super.decode(context, in, out);
        midHead = inHead && (midHead || in.readerIndex() > start);
        for (Object part : out.subList(before, out.size())) {
            if (part instanceof HttpMessage) {
                inHead = false;
                midHead = false;
            }
            if (part instanceof LastHttpContent) {
                inHead = true;
            }
        }
    }

    /// Where the request line begins: empty lines before it are skipped, as the decoder does.
    private static int firstLine(ByteBuf in) {
        int index = in.readerIndex();
        while (index < in.writerIndex() && in.getByte(index) >= 0 && in.getByte(index) <= SPACE) {
            index++;
        }
        return index;
    }

    /// Whether a line of the head begins with a blank. The decoder takes whole lines out of the buffer, so
    /// `start` is always the start of a line.
    private static boolean hasFoldedLine(ByteBuf in, int start) {
        boolean lineStart = true;
        boolean lineEmpty = true;
        for (int i = start; i < in.writerIndex(); i++) {
            byte each = in.getByte(i);
            if (lineStart && (each == SPACE || each == TAB)) {
                return true;
            }
            lineStart = each == LINE_FEED;
            if (lineStart && lineEmpty) {
                return false; // the body begins here
            }
            lineEmpty = lineStart || (lineEmpty && each == '\r');
        }
        return false;
    }
}
