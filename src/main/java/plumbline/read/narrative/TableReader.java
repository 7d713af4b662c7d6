package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Value;
import plumbline.Wording;
import plumbline.read.Numeral;

/// Reads tables of a text: lines of cells between bars or tabs, the first of them the header.
///
/// The measure word stands behind the number, in a column of its own, or in the header; the metric in the row's label
/// or in the header, and the time may be the row's label.
final class TableReader {
    private final Source source;
    private final String text;
    private final Lexicon lexicon;
    private final Timeline timeline;
    private final Memory memory;
    private final Meaning meaning;
    private final Clauses clauses;

    TableReader(Source source, Lexicon lexicon, Timeline timeline, Memory memory) {
        this.source = source;
        this.text = source.text();
        this.lexicon = lexicon;
        this.timeline = timeline;
        this.memory = memory;
        this.meaning = new Meaning(lexicon.catalog(), memory);
        this.clauses = new Clauses(source, lexicon);
    }

    /// How many paragraphs from here on are rows of one table.
    int rowsFrom(List<Paragraph> paragraphs, int from) {
        int rows = 0;
        while (from + rows < paragraphs.size()
                && isRow(paragraphs.get(from + rows).span())) {
            rows++;
        }
        return rows;
    }

    private boolean isRow(Segment span) {
        int marks = 0;
        for (int i = span.start(); i < span.end() && marks < 2; i++) {
            marks += text.charAt(i) == '\t' ? 2 : text.charAt(i) == '|' ? 1 : 0;
        }
        source.steps().add(1);
        return marks >= 2;
    }

    List<Draft> read(List<Paragraph> rows) {
        memory.newSentence();
        List<Draft> drafts = new ArrayList<>();
        List<Segment> header = cells(rows.getFirst().span());
        for (Paragraph row : rows.subList(1, rows.size())) {
            drafts.addAll(row(header, cells(row.span()), row));
        }
        return drafts;
    }

    private List<Segment> cells(Segment line) {
        List<Segment> cells = new ArrayList<>();
        boolean bars = text.charAt(line.start()) == '|';
        int start = bars ? line.start() + 1 : line.start();
        for (int i = start; i <= line.end(); i++) {
            if (i == line.end() || text.charAt(i) == '|' || text.charAt(i) == '\t') {
                if (i < line.end() || !bars) {
                    cells.add(stripped(start, i));
                }
                start = i + 1;
            }
        }
        source.steps().add(line.length());
        return cells;
    }

    private Segment stripped(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return new Segment(from, to);
    }

    private List<Draft> row(List<Segment> header, List<Segment> cells, Paragraph row) {
        List<Draft> drafts = new ArrayList<>();
        if (cells.isEmpty() || cells.getFirst().length() == 0 || header.size() > 64) {
            return drafts;
        }
        String unit = "";
        for (int i = 1; i < Math.min(cells.size(), header.size()); i++) {
            String head = header.get(i).of(text);
            String cell = cells.get(i).of(text);
            if (lexicon.is(Cue.UNIT_COLUMN, head)) {
                unit = cell;
            } else if (!cell.isEmpty() && cell.length() <= 24) {
                cell(header.get(i), cells.getFirst(), cells.get(i), unit, row).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<Draft> cell(Segment head, Segment label, Segment cell, String unitCell, Paragraph row) {
        String given = unitCell.isEmpty() ? unitOf(head, label) : unitCell;
        Wording bare = Numeral.read(cell.of(text));
        Wording own = bare.unit().isEmpty() && !given.isEmpty() ? Numeral.read(cell.of(text) + given) : bare;
        boolean absent =
                own.value().orElse(null) instanceof Value.Absent hidden && hidden.state() != plumbline.State.WITHHELD;
        if (own.value().isEmpty() || absent) {
            return Optional.empty();
        }
        String unit = own.unit().replace("(", "").replace(")", "");
        return Optional.of(draft(head, label, cell, unit, own.value().get(), row));
    }

    private Draft draft(Segment head, Segment label, Segment cell, String unit, Value value, Paragraph row) {
        boolean plainHead = lexicon.is(Cue.VALUE_COLUMN, head.of(text));
        Optional<Scope> scope = scopeOf(label).or(() -> scopeOf(head));
        Segment noun = plainHead || clauses.terms(head, head).isEmpty() ? label : head;
        List<Words.Hit<List<Term>>> terms = clauses.terms(noun, noun);
        Meaning.Settled settled =
                meaning.of(terms.isEmpty() ? List.of() : terms.getLast().meaning(), unit);
        String family = settled.family().isEmpty() ? fallback(row) : settled.family();
        List<String> flags = new ArrayList<>(List.of("table"));
        if (settled.metric().isEmpty()) {
            flags.add("uncatalogued");
        }
        if (value.state() == plumbline.State.ABOUT && !cell.of(text).contains("约")) {
            flags.add("rounded");
        }
        boolean subset = label.of(text).startsWith("其中");
        if (subset) {
            flags.add("subset");
        }
        Segment quote = noun.equals(label) ? new Segment(label.start(), cell.end()) : cell;
        Attached attached = new Attached(
                settled.metric(),
                settled.category(),
                family,
                terms.isEmpty() ? List.of() : terms.getLast().meaning(),
                quote,
                flags,
                true);
        memory.remember(attached, subset);
        Covered covered = scope.map(timeline::covered).orElseGet(timeline::own);
        Judge.Verdict verdict = verdict(head, label, row, unit, scope.isPresent());
        return new Draft(quote, attached, value, unit, covered, flags, verdict.decision(), verdict.reason());
    }

    private Optional<Scope> scopeOf(Segment cell) {
        return timeline.lastIn(cell.start(), cell.end()).filter(each -> each.start() == cell.start());
    }

    private Judge.Verdict verdict(Segment head, Segment label, Paragraph row, String unit, boolean dated) {
        if (row.role() == Paragraph.Role.PLANS) {
            return new Judge.Verdict(Decision.PLANNED, "plan_section");
        }
        if (lexicon.contains(Cue.OTHER_COLUMN, head.of(text))) {
            return new Judge.Verdict(Decision.COMPARATIVE, "other_column");
        }
        Measure kind = lexicon.measure(unit).orElse(Measure.COUNT);
        boolean share = kind == Measure.SHARE || kind == Measure.TIME || kind == Measure.SIZE;
        if (share || label.of(text).contains("率") || head.of(text).contains("率")) {
            return new Judge.Verdict(Decision.REJECT, "share");
        }
        return new Judge.Verdict(Decision.ACCEPT, dated ? "table_by_time" : "table");
    }

    /// The measure word in brackets of the header or label, or the one their 人数, 起数 ends in.
    private String unitOf(Segment head, Segment label) {
        for (Segment words : List.of(head, label)) {
            String said = words.of(text);
            int open = said.lastIndexOf('(');
            if (open >= 0 && said.endsWith(")")) {
                return said.substring(open + 1, said.length() - 1);
            }
        }
        for (Segment words : List.of(head, label)) {
            String said = words.of(text);
            int end = said.length() - 1;
            if (end > 0
                    && said.charAt(end) == '数'
                    && lexicon.measure(said.substring(end - 1, end)).isPresent()) {
                boolean times =
                        end > 1 && lexicon.measure(said.substring(end - 2, end)).isPresent();
                return said.substring(times ? end - 2 : end - 1, end);
            }
        }
        return "";
    }

    private String fallback(Paragraph row) {
        String family = memory.family().isEmpty() ? clauses.familyOf(row.heading(), false) : memory.family();
        return family.isEmpty() ? "other" : family;
    }
}
