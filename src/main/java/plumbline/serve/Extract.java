package plumbline.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import plumbline.extract.CsvRows;
import plumbline.extract.Manifest;
import plumbline.extract.Table;
import plumbline.ledger.FigureSelection;

/// What an extract is of: rows of a table, selected, as of a moment, in the words asked for.
///
/// @param asIs whether cells are those of today's organisation in all periods; otherwise of the one of each period
/// @param query what was asked, in the words and the order of the address, without what says how it is wrapped
record Extract(Table table, FigureSelection selection, View view, boolean asIs, Extracts.Style style, String query) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    /// The moment the data stand for; empty for an empty ledger.
    String asOf() {
        return view.vintage().sealedAt().map(Instant::toString).orElse("");
    }

    /// The same in today's organisation.
    Extract seenAsIs() {
        String words = query.isEmpty() ? "view=as_is" : query + "&view=as_is";
        return new Extract(table, selection, view, true, style, words);
    }

    /// Another table of the same question.
    Extract of(Table other) {
        return new Extract(other, selection, view, asIs, style, query);
    }

    /// A part of it.
    Extract of(FigureSelection part) {
        return new Extract(table, part, view, asIs, style, query);
    }

    Manifest.Asked asked(String file, String catalog) {
        return new Manifest.Asked(
                file, query, asOf(), view.vintage().seal(), view.today().toString(), catalog);
    }

    CsvRows.Style csv() {
        return new CsvRows.Style(style.mark(), style.safe(), style.chineseHeader());
    }

    /// The name a download gets: `plumbline_figures_filtered_20261120-0900.csv`.
    String fileName(Optional<Format> format) {
        boolean full = selection.equals(FigureSelection.ALL);
        String stamp = view.vintage().sealedAt().map(STAMP::format).orElse("empty");
        return "plumbline_" + table.name() + "_" + (full ? "full" : "filtered") + "_" + stamp
                + format.map(each -> "." + each.ending()).orElse("");
    }
}
