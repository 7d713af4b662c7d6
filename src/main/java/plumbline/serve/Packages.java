package plumbline.serve;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Deadline;
import plumbline.Name;
import plumbline.Period;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.extract.DataPackage;
import plumbline.extract.DigestStream;
import plumbline.extract.Manifest;
import plumbline.extract.Rows;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.extract.Tally;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The data with the code lists and all that explains them. Figures of more rows than a spreadsheet holds come in a
/// file a year. Thread-safe.
///
/// @param mostRows of one file
/// @param yearsAtOnce whose files are written in one pass over the figures
record Packages(Ledger ledger, ExtractRows rows, long mostRows, int yearsAtOnce) {
    /// Each year under way costs a temporary file and a third of a megabyte.
    private static final int YEARS_AT_ONCE = 50;

    private static final List<Table> LISTS =
            List.of(Tables.METRICS, Tables.ORGS, Tables.PERIODS, Tables.CODES, Tables.REPORTS);

    Packages(Ledger ledger, ExtractRows rows, long mostRows) {
        this(ledger, rows, mostRows, YEARS_AT_ONCE);
    }

    /// An exception leaves it unfinished: nothing opens it then.
    Manifest write(Extract extract, Manifest.Asked asked, List<Name> cautions, DigestStream out) throws IOException {
        Tally whole = new Tally(extract.table(), Rows.nowhere());
        DataPackage files = new DataPackage(asked, extract.csv(), cautions, out);
        if (isSplit(extract)) {
            List<Integer> years = years(extract);
            for (int first = 0; first < years.size(); first += yearsAtOnce) {
                ofYears(extract, years.subList(first, Math.min(years.size(), first + yearsAtOnce)), files, whole);
            }
        } else {
            files.add(extract.table(), extract.table().name() + ".csv", to -> rows.write(extract, whole.through(to)));
        }
        for (Table list : LISTS) {
            Extract one = extract.of(list);
            files.add(list, list.name() + ".csv", to -> rows.write(one, to));
        }
        files.finish();
        return Manifest.of(asked, extract.table(), whole, out.size(), out.sha256Hex());
    }

    private boolean isSplit(Extract extract) {
        return extract.table().equals(Tables.FIGURES)
                && rows.count(extract.selection(), extract.view()).rows() > mostRows;
    }

    /// The figures of these years, a file each, read once.
    private void ofYears(Extract extract, List<Integer> years, DataPackage files, Tally whole) throws IOException {
        Extract part = ofYears(extract, years.getFirst(), years.getLast());
        Map<Integer, String> names = new HashMap<>();
        years.forEach(each -> names.put(each, extract.table().name() + "_" + each + ".csv"));
        List<String> inOrder = years.stream()
                .map(each -> Objects.requireNonNull(names.get(each)))
                .toList();
        files.add(
                extract.table(),
                inOrder,
                parts -> rows.figures(
                        part,
                        period -> whole.through(Objects.requireNonNull(parts.get(names.get(period.year())))),
                        () -> {
                            for (Rows each : parts.values()) {
                                each.flush();
                            }
                        }));
    }

    /// All years selected that a row may be of: what is stated, what is due, what texts are believed to state.
    private List<Integer> years(Extract extract) {
        Vintage vintage = extract.view().vintage();
        FigureSelection all = extract.selection();
        Stream<Period> stated = ledger.extent().periods(vintage).stream();
        Stream<Period> due = ledger.deadlines(vintage).stream().map(Deadline::period);
        Stream<Period> proposed = rows.proposed(all, extract.view()).stream()
                .map(each -> each.figure().key().period());
        return Stream.of(stated, due, proposed)
                .flatMap(each -> each)
                .map(Period::year)
                .filter(year -> all.from().map(Span::year).orElse(year) <= year
                        && all.to().map(Span::year).orElse(year) >= year)
                .distinct()
                .sorted()
                .toList();
    }

    private static Extract ofYears(Extract extract, int first, int last) {
        FigureSelection all = extract.selection();
        Optional<Span> from = all.from().filter(each -> each.year() >= first).or(() -> Optional.of(Span.ofYear(first)));
        Optional<Span> to = all.to().filter(each -> each.year() <= last).or(() -> Optional.of(Span.ofYear(last)));
        return extract.of(new FigureSelection(all.metrics(), all.departments(), from, to));
    }
}
