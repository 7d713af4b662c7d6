import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/// Holds Java files to the house format: `Format check|write <known> <path,path,…>`.
///
/// This formatter cannot yet read a bare `_` inside a record pattern; `var _` there says the same.
///
/// The file `known` keeps digests of texts already seen to be right, so that only changed files are looked at.
class Format {
    static final int COLUMNS = 120;

    static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        Path memory = Path.of(args[1]);
        var known = new TreeSet<>(Files.exists(memory) ? Files.readAllLines(memory) : List.of());
        var kept = new TreeSet<String>();
        var differing = new ArrayList<Path>();
        var broken = new ArrayList<String>();

        Formatter formatter = null;
        for (Path file : javaFiles(args[2])) {
            String text = Files.readString(file);
            String digest = digest(text);
            if (!known.contains(digest)) {
                if (formatter == null) {
                    formatter = formatter();
                }
                try {
                    String better = formatter.formatSourceAndFixImports(wrapped(text));
                    if (!better.equals(text)) {
                        differing.add(file);
                        if (!write) {
                            continue;
                        }
                        Files.writeString(file, better);
                        digest = digest(better);
                    }
                } catch (FormatterException unreadable) {
                    broken.add(file + ":" + unreadable.getMessage() + " (in a record pattern, write var _ for _)");
                    continue;
                }
            }
            kept.add(digest);
        }
        known.addAll(kept);
        Files.createDirectories(memory.getParent());
        Files.write(memory, known);

        broken.forEach(System.err::println);
        if (write) {
            differing.forEach(file -> System.out.println("formatted " + file));
        } else if (!differing.isEmpty()) {
            differing.forEach(file -> System.err.println("not in the house format: " + file));
            System.err.println("To mend: mvn -q -Pformat");
        }
        if (!broken.isEmpty() || (!write && !differing.isEmpty())) {
            System.exit(1);
        }
    }

    /// Breaks `///` lines that are too long; what is left over goes before the words of the next line of the paragraph.
    /// The formatter would break them too, but leaves the `///` off the rest.
    static String wrapped(String text) {
        var lines = new ArrayList<String>();
        String over = "";
        for (String line : text.split("\n", -1)) {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            if (!over.isEmpty()) {
                if (isProse(line.strip())) {
                    line = indent + "/// " + over + " " + line.strip().substring(4);
                } else {
                    String before = lines.getLast();
                    lines.add(before.substring(0, before.indexOf("///")) + "/// " + over);
                }
                over = "";
            }
            if (line.length() > COLUMNS && line.startsWith("/// ", indent.length())) {
                int space = line.lastIndexOf(' ', COLUMNS);
                if (space > indent.length() + 4) {
                    over = line.substring(space + 1);
                    line = line.substring(0, space);
                }
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    /// Whether a line goes on a paragraph: no list, table, tag, heading or fence begins there.
    static boolean isProse(String line) {
        return line.startsWith("/// ") && line.length() > 4 && " -*@|#`0123456789".indexOf(line.charAt(4)) < 0;
    }

    static Formatter formatter() {
        return Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
    }

    static List<Path> javaFiles(String paths) throws IOException {
        var found = new ArrayList<Path>();
        for (String path : paths.split(",")) {
            if (Files.exists(Path.of(path))) {
                try (var files = Files.walk(Path.of(path))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    static String digest(String text) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
