package plumbline.serve;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each page will ask for, told together with it (`Link`, RFC 8288): a browser then fetches the modules at once,
/// and not one import behind the other. Read from the files themselves: `routes.js` says which module and which style
/// sheets an address has, and a module which others it imports. Immutable.
final class Preloads {
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import\\s|export\\s[^;'=]*from\\s)[^;'(]*'(\\.{1,2}/[^']+)'", Pattern.MULTILINE);
    private static final Pattern TEXTS = Pattern.compile("^await withTexts\\('(\\w+)'\\)", Pattern.MULTILINE);
    private static final Pattern ROUTE =
            Pattern.compile("path: /(.+?)/, read: \\(\\) => import\\('\\./([^']+)'\\)(?:, styles: \\[([^\\]]*)])?");
    private static final Pattern STYLE = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final String ENGLISH = "lang=en";

    /// What the page at an address needs, without and with English texts.
    private record Page(Pattern address, String chinese, String english) {}

    private final List<Page> pages;

    private Preloads(List<Page> pages) {
        this.pages = List.copyOf(pages);
    }

    /// @param files text of a file by its path, e.g. `/main.js`; empty for one that is not there
    static Preloads of(Function<String, String> files) {
        String frame = files.apply("/index.html");
        List<Page> pages = new ArrayList<>();
        Matcher routes = ROUTE.matcher(files.apply("/routes.js"));
        while (routes.find()) {
            Set<String> modules = closure(List.of("/early.js", "/main.js", "/" + routes.group(2)), files);
            List<String> styles = new ArrayList<>(
                    STYLE.matcher(frame).results().map(each -> each.group(1)).toList());
            if (routes.group(3) != null) {
                QUOTED.matcher(routes.group(3))
                        .results()
                        .forEach(each -> styles.add("/styles/" + each.group(1) + ".css"));
            }
            pages.add(new Page(
                    Pattern.compile(routes.group(1)),
                    header(modules, styles, "zh", files),
                    header(modules, styles, "en", files)));
        }
        return new Preloads(pages);
    }

    /// The value of the header `Link` for a page; empty for an address that is none.
    String at(String path, String query) {
        return pages.stream()
                .filter(each -> each.address().matcher(path).find())
                .findFirst()
                .map(each -> List.of(query.split("&")).contains(ENGLISH) ? each.english() : each.chinese())
                .orElse("");
    }

    private static String header(
            Set<String> modules, List<String> styles, String language, Function<String, String> files) {
        Set<String> scripts = new LinkedHashSet<>(modules);
        scripts.add("/i18n/" + language + ".js");
        modules.forEach(module -> TEXTS.matcher(files.apply(module))
                .results()
                .forEach(part -> scripts.add("/i18n/" + language + "/" + part.group(1) + ".js")));
        return Stream.concat(
                        // Nothing is painted without the styles: they come first.
                        styles.stream().map(each -> "<" + each + ">; rel=preload; as=style"),
                        scripts.stream().map(each -> "<" + each + ">; rel=modulepreload"))
                .collect(Collectors.joining(", "));
    }

    /// The modules and all that they import, each behind what names it first.
    private static Set<String> closure(List<String> modules, Function<String, String> files) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(modules);
        while (!open.isEmpty()) {
            String module = open.remove();
            if (all.add(module)) {
                String folder = module.substring(0, module.lastIndexOf('/') + 1);
                IMPORT.matcher(files.apply(module))
                        .results()
                        .forEach(found -> open.add(resolved(folder, found.group(1))));
            }
        }
        return all;
    }

    private static String resolved(String folder, String name) {
        return URI.create(folder).resolve(name).getPath();
    }
}
