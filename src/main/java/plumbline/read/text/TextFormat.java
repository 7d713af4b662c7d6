package plumbline.read.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How a document is written, told by its first bytes and not by its name.
public enum TextFormat {
    PLAIN("TXT"),
    HTML("HTML"),
    /// Office Open XML text, or another zip archive.
    DOCX("DOCX"),
    /// The older binary format of Word and WPS, or another file in the same container.
    DOC("DOC"),
    PDF("PDF");

    private static final int LOOKED_AT = 1024;

    private final String label;

    TextFormat(String label) {
        this.label = label;
    }

    /// As people call it: `DOCX`.
    public String label() {
        return label;
    }

    /// The format that the bytes begin with.
    public static TextFormat of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            return DOCX;
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return DOC;
        }
        if (head.contains("%PDF-")) {
            return PDF;
        }
        return isHtml(head) ? HTML : PLAIN;
    }

    /// The format that a [plumbline.read.ReportText#encoding] tells.
    static TextFormat recorded(String encoding) {
        String word = encoding.split(",", 2)[0];
        for (TextFormat each : values()) {
            if (each.label.equals(word)) {
                return each;
            }
        }
        return PLAIN; // whose encoding is that of its characters
    }

    private static boolean isHtml(String head) {
        String start =
                head.replace("\u00ef\u00bb\u00bf", "").replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || (start.startsWith("<?xml") && start.contains("<html"))
                || (start.startsWith("<")
                        && (start.contains("<body") || start.contains("<p>") || start.contains("<meta")));
    }
}
