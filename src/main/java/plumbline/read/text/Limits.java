package plumbline.read.text;

import java.time.Duration;
import plumbline.Name;

/// What one document may cost.
///
/// @param inflated most bytes that its compressed parts may unpack to
/// @param characters most characters (UTF-16) its text may have
/// @param pages most pages of a PDF
/// @param time longest time to read it
record Limits(long inflated, int characters, int pages, Duration time) {
    /// A report of a department has some dozen pages; a yearbook still fits.
    static final Limits USUAL = new Limits(256L << 20, 8_000_000, 3_000, Duration.ofSeconds(30));

    /// Starts counting.
    Budget start() {
        return new Budget(this, System.nanoTime());
    }

    /// What is left of the limits while one document is read. Not thread-safe.
    static final class Budget {
        private final Limits limits;
        private final long started;
        private long inflated;

        private Budget(Limits limits, long started) {
            this.limits = limits;
            this.started = started;
        }

        Limits limits() {
            return limits;
        }

        /// @throws UnreadableDocument if more was unpacked than the limits allow
        void inflate(long bytes) {
            inflated += bytes;
            if (inflated > limits.inflated()) {
                throw new UnreadableDocument(
                        "unpacks_too_large",
                        "more than %d MB unpacked".formatted(limits.inflated() >> 20),
                        "a document that unpacks to at most %d MB".formatted(limits.inflated() >> 20),
                        new Name(
                                "文件解压后超过%d MB，可能不是正常的文档。".formatted(limits.inflated() >> 20),
                                "the file unpacks to more than %d MB; this is hardly a report."
                                        .formatted(limits.inflated() >> 20)));
            }
            time();
        }

        /// @throws UnreadableDocument if the text is longer than the limits allow
        void write(int characters) {
            if (characters > limits.characters()) {
                throw new UnreadableDocument(
                        "text_too_long",
                        "more than %d characters".formatted(limits.characters()),
                        "a text of at most %d characters".formatted(limits.characters()),
                        new Name(
                                "文字超过%d字，请拆分后再报。".formatted(limits.characters()),
                                "the text has more than %d characters; split it.".formatted(limits.characters())));
            }
        }

        /// @throws UnreadableDocument if the time is over
        void time() {
            if (System.nanoTime() - started > limits.time().toNanos()) {
                throw new UnreadableDocument(
                        "takes_too_long",
                        "not read after %d s".formatted(limits.time().toSeconds()),
                        "a document that can be read within %d s"
                                .formatted(limits.time().toSeconds()),
                        new Name(
                                "%d秒内读不完这个文件；请另存为TXT或DOCX再报。"
                                        .formatted(limits.time().toSeconds()),
                                "the file could not be read within %d s; save it as TXT or DOCX."
                                        .formatted(limits.time().toSeconds())));
            }
        }
    }
}
