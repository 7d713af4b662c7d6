package plumbline.read.text;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// The text of an Office Open XML document (ECMA-376 part 1, §17): its body, then its footnotes and endnotes.
final class DocxText {
    private static final String RELATIONS = "_rels/.rels";
    private static final String BODY = "word/document.xml";

    private DocxText() {}

    /// @throws UnreadableDocument if it is damaged, no text document, or holds no text
    static String of(byte[] bytes, Limits.Budget budget) {
        ZipParts parts = new ZipParts(
                bytes, name -> name.equals(RELATIONS) || (name.startsWith("word/") && name.endsWith(".xml")), budget);
        String body = parts.part(RELATIONS).flatMap(DocxText::main).orElse(BODY);
        byte[] main = parts.part(body)
                .orElseThrow(() -> UnreadableDocument.damaged(TextFormat.DOCX, "an archive without " + BODY));
        Paragraphs text = new Paragraphs(budget);
        String folder = body.substring(0, body.lastIndexOf('/') + 1);
        read(main, text, budget);
        parts.part(folder + "footnotes.xml").ifPresent(notes -> read(notes, text, budget));
        parts.part(folder + "endnotes.xml").ifPresent(notes -> read(notes, text, budget));
        String whole = text.toString();
        if (whole.isBlank()) {
            throw UnreadableDocument.withoutText(TextFormat.DOCX, "no words");
        }
        return whole;
    }

    private static void read(byte[] part, Paragraphs text, Limits.Budget budget) {
        try {
            new WordXml(text, budget).read(part);
        } catch (XMLStreamException broken) {
            throw UnreadableDocument.damaged(TextFormat.DOCX, brief(broken));
        }
    }

    /// The part that the archive names as its main document; writers other than Word give it other names.
    private static Optional<String> main(byte[] relations) {
        try {
            return Xml.attribute(relations, "Relationship", "Type", "/officeDocument", "Target")
                    .map(target -> target.startsWith("/") ? target.substring(1) : target);
        } catch (XMLStreamException broken) {
            throw UnreadableDocument.damaged(TextFormat.DOCX, brief(broken));
        }
    }

    private static String brief(XMLStreamException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("XML");
    }
}
