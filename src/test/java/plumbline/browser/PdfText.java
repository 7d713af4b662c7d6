package plumbline.browser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads the words of a PDF as Chromium writes it: a font's resource is named after its object, and every font says
/// which characters its glyphs stand for.
final class PdfText {
    private static final Pattern OBJECT = Pattern.compile("(?s)(\\d+) 0 obj\n(.*?)endobj");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
    private static final Pattern TO_UNICODE = Pattern.compile("/ToUnicode (\\d+) 0 R");
    private static final Pattern PAIR = Pattern.compile("(?m)^<([0-9A-F]+)> <([0-9A-F]{4,})>$");
    private static final Pattern RANGE = Pattern.compile("(?m)^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$");
    private static final Pattern SHOWN = Pattern.compile("/F(\\d+) [\\d.]+ Tf|<([0-9A-F]+)> Tj");

    private final Map<String, String> streams = new HashMap<>();
    private final Map<String, String> maps = new HashMap<>();

    private PdfText(byte[] pdf) {
        Matcher object = OBJECT.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (object.find()) {
            String body = object.group(2);
            int start = body.indexOf("stream\n");
            if (start >= 0) {
                streams.put(object.group(1), inflate(body.substring(start + 7)));
            }
            Matcher map = TO_UNICODE.matcher(body);
            if (map.find()) {
                maps.put(object.group(1), map.group(1));
            }
        }
    }

    /// How many pages the document has.
    static int pages(byte[] pdf) {
        return (int) PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    static String of(byte[] pdf) {
        PdfText text = new PdfText(pdf);
        StringBuilder words = new StringBuilder();
        text.streams.values().stream().filter(each -> each.contains(" Tf")).forEach(each -> text.read(each, words));
        return Normalizer.normalize(words, Normalizer.Form.NFKC);
    }

    private void read(String content, StringBuilder words) {
        Map<String, String> glyphs = Map.of();
        Matcher shown = SHOWN.matcher(content);
        while (shown.find()) {
            if (shown.group(1) != null) {
                glyphs = glyphs(streams.getOrDefault(maps.getOrDefault(shown.group(1), ""), ""));
                continue;
            }
            int width = glyphs.keySet().stream()
                    .mapToInt(String::length)
                    .findFirst()
                    .orElse(4);
            for (int i = 0; i + width <= shown.group(2).length(); i += width) {
                words.append(glyphs.getOrDefault(shown.group(2).substring(i, i + width), ""));
            }
        }
    }

    private static Map<String, String> glyphs(String map) {
        Map<String, String> glyphs = new HashMap<>();
        Matcher pair = PAIR.matcher(map);
        while (pair.find()) {
            glyphs.put(
                    pair.group(1),
                    Character.toString(Integer.parseInt(pair.group(2).substring(0, 4), 16)));
        }
        Matcher range = RANGE.matcher(map);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1), 16);
            for (int code = first; code <= Integer.parseInt(range.group(2), 16); code++) {
                String key = String.format("%0" + range.group(1).length() + "X", code);
                glyphs.put(key, Character.toString(Integer.parseInt(range.group(3), 16) + code - first));
            }
        }
        return glyphs;
    }

    private static String inflate(String stream) {
        Inflater inflater = new Inflater();
        inflater.setInput(stream.getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (DataFormatException notDeflated) {
            return "";
        } finally {
            inflater.end();
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
