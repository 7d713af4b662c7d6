package plumbline.read.text;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import plumbline.read.StrictXml;

/// The parts of a document of Word as streams of elements, by local name ([StrictXml]).
final class Xml {
    private Xml() {}

    static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
        return StrictXml.open(new ByteArrayInputStream(bytes));
    }

    /// The attribute `wanted` of the first element of this name whose attribute `key` ends so.
    static Optional<String> attribute(byte[] bytes, String element, String key, String end, String wanted)
            throws XMLStreamException {
        XMLStreamReader xml = reader(bytes);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)
                    && text(xml, key).endsWith(end)) {
                return Optional.of(text(xml, wanted));
            }
        }
        return Optional.empty();
    }

    /// The attribute of this local name in any namespace; empty where there is none.
    static String text(XMLStreamReader xml, String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
