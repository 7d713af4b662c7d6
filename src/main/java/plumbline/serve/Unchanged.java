package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.ledger.Ledger;

/// Tells whoever asks again that nothing has changed, without asking the ledger's tables: what was answered under an
/// address stands until something is committed or another day begins.
///
/// Thread-safe.
final class Unchanged {
    private static final String MOMENT = "moment";
    /// An answer may be kept, and must be asked about each time.
    static final String ASK_AGAIN = "private, no-cache";

    static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final int MOST = 4_096;
    private static final int LONGEST = 1_024;

    private final Ledger ledger;
    private final View.Views views;
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();

    /// What an answer is true of.
    private record Moment(long commits, LocalDate day) {}

    private record Answered(Moment moment, String tag, String cache) {}

    Unchanged(Ledger ledger, View.Views views) {
        this.ledger = ledger;
        this.views = views;
    }

    /// Answers 304 if that is true, or else hands the question on. Runs on the event loop.
    void handle(RoutingContext context) {
        Optional<Moment> now = now();
        now.ifPresent(moment -> context.put(MOMENT, moment));
        Answered last = answered.get(context.request().uri());
        Optional<String> match = last != null && now.equals(Optional.of(last.moment()))
                ? ETags.match(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), last.tag())
                : Optional.empty();
        if (last != null && match.isPresent()) {
            answer(context.response(), match.get(), last.cache());
        } else {
            context.next();
        }
    }

    private Optional<Moment> now() {
        OptionalLong commits = ledger.commits();
        return commits.isEmpty() ? Optional.empty() : Optional.of(new Moment(commits.getAsLong(), views.today()));
    }

    /// Remembers the tag of an answer that is true of the moment its question came in.
    void remember(RoutingContext context, String tag, String cache) {
        @Nullable Moment moment = context.get(MOMENT);
        String address = context.request().uri();
        if (moment != null && address.length() <= LONGEST) {
            if (answered.size() >= MOST) {
                answered.clear();
            }
            answered.put(address, new Answered(moment, tag, cache));
        }
    }

    /// Answers 304 with the tag that the asker has.
    static void answer(HttpServerResponse response, String tag, String cache) {
        putCacheHeaders(response, tag, cache);
        response.setStatusCode(304).end();
    }

    static void putCacheHeaders(HttpServerResponse response, String tag, String cache) {
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, cache)
                .putHeader(HttpHeaders.VARY, "accept-encoding");
    }
}
