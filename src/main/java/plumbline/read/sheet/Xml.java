package plumbline.read.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import plumbline.read.StrictXml;

/// One part of a workbook as a stream of elements, by local name ([StrictXml]).
final class Xml implements AutoCloseable {
    private final InputStream in;
    private final XMLStreamReader reader;

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    /// @throws NoWorkbook if the part does not begin as XML
    static Xml open(InputStream in) {
        try {
            return new Xml(in, StrictXml.open(in));
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private static NoWorkbook broken(XMLStreamException broken) {
        String line = String.valueOf(broken.getMessage())
                .lines()
                .reduce((_, last) -> last)
                .orElse("XML");
        return NoWorkbook.broken("XML: " + line);
    }

    /// Moves on to the next start or end of an element or piece of text; false at the end of the document.
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw NoWorkbook.because(
                                "xml_entities",
                                "a document type with entities",
                                "a workbook as spreadsheet programs write it",
                                "文件里有XML实体定义，正常的表格没有；不予读取。",
                                "the file defines XML entities, which no spreadsheet program does; it is not read.");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    boolean isStart(String name) {
        return isStart() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return isEnd() && reader.getLocalName().equals(name);
    }

    /// Local name of the element that starts or ends here.
    String name() {
        return reader.getLocalName();
    }

    void appendTo(StringBuilder text) {
        if (!isStart() && !isEnd()) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /// The attribute by local name, whatever its namespace; empty where it is absent.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// As [#attribute], of the namespace whose address ends so.
    String attribute(String namespaceEnd, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace =
                    Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
            if (reader.getAttributeLocalName(i).equals(name) && namespace.endsWith(namespaceEnd)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /// The attribute as a whole number; `otherwise` where it is absent or none.
    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value.isEmpty() ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException ignored) {
            // the bytes are in memory; nothing can be lost by closing
        }
    }
}
