package plumbline.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.Period;
import plumbline.Report;
import plumbline.ledger.Ledger;
import plumbline.read.ReportText;

/// The texts that forms point into, by file name: those handed in together with the form, else the newest of that name
/// in the ledger. Also remembers under which number a text was recorded and whose report it is.
final class Documents {
    private final Ledger ledger;
    private final Map<String, ReportText> together = new HashMap<>();
    private final Map<String, Optional<ReportText>> earlier = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();

    /// The one department and period all figures of a text are about.
    record Owner(Optional<String> department, Optional<Period> period) {
        static final Owner UNKNOWN = new Owner(Optional.empty(), Optional.empty());
    }

    Documents(Ledger ledger) {
        this.ledger = ledger;
    }

    void add(ReportText text) {
        together.put(text.name(), text);
    }

    boolean isTogether(String name) {
        return together.containsKey(name);
    }

    /// The decoded text.
    Optional<String> text(String name) {
        ReportText text = together.get(name);
        return (text != null ? Optional.of(text) : earlier.computeIfAbsent(name, this::fromLedger))
                .map(ReportText::text);
    }

    private Optional<ReportText> fromLedger(String name) {
        Optional<Report> report = ledger.text(name);
        report.ifPresent(found -> numbers.put(name, found.id()));
        return report.flatMap(
                found -> StoredText.of(found, ledger).map(text -> new ReportText(name, found.encoding(), text)));
    }

    void recorded(String name, long report) {
        numbers.put(name, report);
    }

    /// Report numbers by file name.
    Map<String, Long> numbers() {
        return Map.copyOf(numbers);
    }

    /// A figure of this department and period points into the text.
    void owned(String name, String department, Period period) {
        Owner owner = new Owner(Optional.of(department), Optional.of(period));
        owners.merge(
                name,
                owner,
                (one, other) -> new Owner(
                        one.department().filter(each -> each.equals(department)),
                        one.period().filter(each -> each.equals(period))));
    }

    Owner owner(String name) {
        return owners.getOrDefault(name, Owner.UNKNOWN);
    }
}
