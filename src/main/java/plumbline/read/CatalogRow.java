package plumbline.read;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Name;
import plumbline.Worded;

/// One line of a catalogue file; what cannot be read becomes a fault and some stand-in. Stateless but for its faults.
public record CatalogRow(String file, NamedCsvRecord cells, CatalogFaults faults) {
    public String text(String column) {
        return cells.findField(column).orElse("").strip();
    }

    public Name name(String column) {
        String zh = text(column + "_zh");
        expect(!zh.isEmpty(), column + "_zh", "a name");
        return new Name(zh, text(column + "_en"));
    }

    /// Entries between `|`.
    public List<String> list(String column) {
        return Arrays.stream(text(column).split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// A code that stands once in the file.
    public String once(String column, Set<String> seen) {
        String code = text(column);
        expect(!code.isEmpty() && seen.add(code), column, "a code of its own");
        return code;
    }

    public String known(String column, Set<String> codes) {
        expect(codes.contains(text(column)), column, "a " + column + " that exists");
        return text(column);
    }

    public Optional<String> reference(String column, Set<String> codes) {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(known(column, codes));
    }

    /// A reference written without the scheme both belong to.
    Optional<String> sibling(String column, String scheme, Set<String> codes) {
        if (text(column).isEmpty()) {
            return Optional.empty();
        }
        String code = scheme + "." + text(column);
        expect(codes.contains(code), column, "a code of the scheme " + scheme);
        return Optional.of(code);
    }

    public <E extends Enum<E> & Worded> E worded(String column, Class<E> type, E standIn) {
        Optional<E> read = Worded.read(type, text(column));
        expect(read.isPresent(), column, Worded.all(type));
        return read.orElse(standIn);
    }

    public boolean yes(String column) {
        expect(text(column).equals("yes") || text(column).equals("no"), column, "yes or no");
        return text(column).equals("yes");
    }

    int number(String column) {
        boolean digits = text(column).matches("[0-9]{1,6}");
        expect(digits, column, "a whole number");
        return digits ? Integer.parseInt(text(column)) : 0;
    }

    Optional<LocalDate> date(String column) {
        try {
            return text(column).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(column)));
        } catch (DateTimeParseException _) {
            expect(false, column, "a date such as 2019-12-01");
            return Optional.empty();
        }
    }

    public void expect(boolean holds, String column, String accepted) {
        if (!holds) {
            faults.add(file, cells.getStartingLineNumber(), column + " '" + text(column) + "'", accepted);
        }
    }
}
