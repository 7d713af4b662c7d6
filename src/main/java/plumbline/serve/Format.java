package plumbline.serve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an extract is written as.
public enum Format {
    CSV("text/csv; charset=utf-8; header=present", true),
    /// A JSON object a line.
    JSON("application/x-ndjson", true),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    PARQUET("application/vnd.apache.parquet", false),
    /// Everything that belongs together.
    ZIP("application/zip", false);

    private final String contentType;
    private final boolean text;

    Format(String contentType, boolean text) {
        this.contentType = contentType;
        this.text = text;
    }

    String contentType() {
        return contentType;
    }

    /// Whether it is worth compressing on the way.
    boolean isText() {
        return text;
    }

    /// Of a file's name.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> ending(String ending) {
        return Arrays.stream(values())
                .filter(each -> each.ending().equals(ending))
                .findFirst();
    }
}
