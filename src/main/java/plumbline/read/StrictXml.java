package plumbline.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML that strangers wrote, forwards only: knows no document types and no entities, looks nothing up elsewhere
/// (XXE, entity bombs), and says nothing to anybody but the caller.
public final class StrictXml {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 100;
    private static final int LOOKED_AT = 256;
    private static final Pattern ENCODING =
            Pattern.compile("\\A<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private StrictXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        factory.setXMLReporter((_, _, _, _) -> {}); // what is wrong is thrown as well
        return factory;
    }

    /// Opens a document in the encoding that its first bytes tell.
    ///
    /// @throws XMLStreamException if it does not begin as XML
    public static XMLStreamReader open(InputStream bytes) throws XMLStreamException {
        // Given bytes, the parser would print on stderr which of them it cannot decode.
        try {
            BufferedInputStream in = new BufferedInputStream(bytes, 1 << 13);
            InputStreamReader characters = new InputStreamReader(
                    in,
                    charset(in)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            synchronized (FACTORY) {
                return FACTORY.createXMLStreamReader(characters);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new XMLStreamException("unreadable: " + unreadable.getMessage(), unreadable);
        }
    }

    /// The encoding; a byte order mark is passed over.
    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] head = in.readNBytes(LOOKED_AT);
        in.reset();
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ef\u00bb\u00bf")) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            in.skipNBytes(2);
            return start.charAt(0) == '\u00ff' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (start.startsWith("<\0") || start.startsWith("\0<")) {
            return start.charAt(0) == '<' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        Matcher declared = ENCODING.matcher(start);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }
}
