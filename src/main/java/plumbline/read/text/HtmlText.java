package plumbline.read.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The text of a page of HTML as a browser lays it out: blocks are paragraphs, a table row is a line. Not thread-safe.
final class HtmlText implements NodeFilter {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "noscript", "template", "rt", "rp", "svg", "object", "select", "button");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final Paragraphs text;
    private final Limits.Budget budget;
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<Integer> cells = new ArrayDeque<>();
    private boolean blank = true;

    private HtmlText(Limits.Budget budget) {
        this.text = new Paragraphs(budget);
        this.budget = budget;
    }

    /// @throws UnreadableDocument if it holds no text
    static String of(String page, Limits.Budget budget) {
        HtmlText html = new HtmlText(budget);
        Jsoup.parse(page).body().filter(html);
        String whole = html.text.toString();
        if (whole.isBlank()) {
            throw UnreadableDocument.withoutText(TextFormat.HTML, "no words");
        }
        return whole;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        budget.time();
        if (node instanceof TextNode words) {
            add(words.getWholeText());
        } else if (node instanceof Element element) {
            if (isUnseen(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("br")) {
                text.add("\n");
                blank = true;
            } else if (element.normalName().equals("tr")) {
                rows.push(new ArrayList<>());
            } else if (CELLS.contains(element.normalName())) {
                cells.push(text.mark());
                blank = true;
            } else if (element.isBlock()) {
                endBlock();
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (CELLS.contains(element.normalName()) && !rows.isEmpty()) {
                rows.element().add(text.cut(cells.pop()));
            } else if (element.normalName().equals("tr")) {
                text.add(Paragraphs.row(rows.pop()));
                text.end();
                blank = true;
            } else if (element.isBlock()) {
                endBlock();
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isUnseen(Element element) {
        String style = element.attr("style").replace(" ", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    private void endBlock() {
        if (!blank) {
            text.end();
            blank = true;
        }
    }

    /// White space is one blank between words, and nothing at a block's edge or between Chinese characters, where it
    /// only comes from the lines of the source.
    private void add(String words) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                gap = true;
            } else {
                boolean seamless = Seams.isWide(c) && endsWide(out);
                if (gap && !blank && !seamless) {
                    out.append(' ');
                }
                out.append(c);
                gap = false;
                blank = false;
            }
        }
        if (gap && !blank && !out.isEmpty() && !endsWide(out)) {
            out.append(' ');
        }
        text.add(out);
    }

    private static boolean endsWide(StringBuilder out) {
        return !out.isEmpty() && Seams.isWide(out.charAt(out.length() - 1));
    }
}
