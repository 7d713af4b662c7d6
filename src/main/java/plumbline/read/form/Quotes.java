package plumbline.read.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import plumbline.Place;

/// Finds the quotation mark that broke a CSV file, after the parser has given up on it.
final class Quotes {
    /// A mark that never closes, or text behind one that has closed.
    record Fault(Place.Line place, boolean unclosed) {}

    private enum Inside {
        NOTHING,
        BARE,
        QUOTED,
        CLOSED
    }

    private final char separator;
    private Inside inside = Inside.NOTHING;
    private int line = 1;
    private int column = 1;
    private Place.Line opened = new Place.Line(1, 1);
    private char previous;

    private Quotes(char separator) {
        this.separator = separator;
    }

    /// The first fault of the text; empty if its quotation marks are in order.
    static Optional<Fault> firstFault(Reader text, char separator) throws IOException {
        Quotes quotes = new Quotes(separator);
        try (Reader in = new BufferedReader(text)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (!quotes.accept((char) c)) {
                    return Optional.of(new Fault(quotes.opened, false));
                }
            }
        }
        return quotes.inside == Inside.QUOTED ? Optional.of(new Fault(quotes.opened, true)) : Optional.empty();
    }

    private boolean accept(char c) {
        boolean fits = inside != Inside.CLOSED || c == '"' || c == separator || c == '\n' || c == '\r';
        boolean newLine = c == '\r' || (c == '\n' && previous != '\r');
        if (c == '"') {
            quote();
        } else if (inside != Inside.QUOTED && c == separator) {
            inside = Inside.NOTHING;
            column++;
        } else if (inside != Inside.QUOTED && (c == '\n' || c == '\r')) {
            inside = Inside.NOTHING;
            column = 1;
        } else if (inside == Inside.NOTHING) {
            inside = Inside.BARE;
        }
        line += newLine ? 1 : 0;
        previous = c;
        return fits;
    }

    private void quote() {
        switch (inside) {
            case NOTHING -> {
                inside = Inside.QUOTED;
                opened = new Place.Line(line, column);
            }
            case QUOTED -> inside = Inside.CLOSED;
            case CLOSED -> inside = Inside.QUOTED;
            case BARE -> {}
        }
    }
}
