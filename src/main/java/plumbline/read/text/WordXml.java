package plumbline.read.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks one part of a Word document. Tracked changes count as accepted: inserted words stay, deleted and moved-away
/// ones go, a deleted paragraph mark joins two paragraphs. Hidden words go. Not thread-safe.
final class WordXml {
    /// Elements whose words are no words of the document: deletions, the fallback picture of a text box, phonetic
    /// guides, drawings' own text, settings of a paragraph.
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "delInstrText", "fldData", "docPartPr");

    private final Paragraphs text;
    private final Limits.Budget budget;
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<Integer> cells = new ArrayDeque<>();
    private final Deque<Box> boxes = new ArrayDeque<>();
    private boolean hidden;
    private boolean joined;

    /// A text box under way, and what waits for the end of the paragraph it hangs on.
    private record Box(int mark, boolean joined) {}

    private final Deque<StringBuilder> waiting = new ArrayDeque<>();

    WordXml(Paragraphs text, Limits.Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    void read(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = Xml.reader(part);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        switch (name) {
            case "pPr" -> joined = hasDeletedMark(xml);
            case "rPr" -> hidden = isHidden(xml);
            case "r" -> hidden = false;
            case "p" -> {
                budget.time();
                waiting.push(new StringBuilder());
            }
            case "t" -> add(xml.getElementText());
            case "tab", "ptab" -> add("\t");
            case "br", "cr" -> add("\n");
            case "noBreakHyphen" -> add("-");
            case "tr" -> rows.push(new ArrayList<>());
            case "tc" -> cells.push(text.mark());
            case "txbxContent" -> boxes.push(new Box(text.mark(), joined));
            default -> {
                if (SKIPPED.contains(name)) {
                    skip(xml);
                }
            }
        }
    }

    private void add(String words) {
        if (!hidden) {
            text.add(words);
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> rows.element().add(text.cut(cells.pop()));
            case "tr" -> {
                text.add(Paragraphs.row(rows.pop()));
                text.end();
            }
            case "txbxContent" -> {
                Box box = boxes.pop();
                String content = text.cut(box.mark());
                joined = box.joined();
                if (!waiting.isEmpty()) {
                    waiting.element().append(content);
                }
            }
            default -> {}
        }
    }

    private void endParagraph() {
        if (!joined) {
            text.end();
        }
        joined = false;
        text.add(waiting.pop());
    }

    /// Whether the properties of a paragraph say that its mark was deleted; reads them to their end.
    private static boolean hasDeletedMark(XMLStreamReader xml) throws XMLStreamException {
        boolean deleted = false;
        int inRun = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rPr")) {
                    inRun = depth;
                }
                deleted = deleted || (inRun > 0 && xml.getLocalName().equals("del"));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == inRun) {
                    inRun = 0;
                }
                depth--;
            }
        }
        return deleted;
    }

    /// Whether the properties of a run hide it; reads them to their end.
    private static boolean isHidden(XMLStreamReader xml) throws XMLStreamException {
        boolean found = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("vanish")) {
                    found = !Set.of("0", "false", "off").contains(Xml.text(xml, "val"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return found;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
