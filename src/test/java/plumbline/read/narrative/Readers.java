package plumbline.read.narrative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import plumbline.read.CatalogReader;
import plumbline.read.ReportText;

/// The reader with the lexicon the program is built with, made once.
final class Readers {
    static final Lexicon LEXICON = lexicon();
    static final NarrativeReader READER = new NarrativeReader(LEXICON);

    private Readers() {}

    private static Lexicon lexicon() {
        try {
            return LexiconReader.read(CatalogReader.read());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<NarrativeReading> all(String name, String text) {
        return READER.read(new ReportText(name, "UTF-8", text), NarrativeReader.Given.NOTHING);
    }

    static List<NarrativeReading> achieved(String name, String text) {
        return all(name, text).stream()
                .filter(each -> each.decision().isAchieved())
                .toList();
    }
}
