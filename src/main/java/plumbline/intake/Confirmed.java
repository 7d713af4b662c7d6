package plumbline.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.Reading;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Row;
import plumbline.Severity;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.Wording;
import plumbline.check.Defaults;
import plumbline.check.FigureCheck;
import plumbline.check.Proposed;
import plumbline.ledger.Ledger;
import plumbline.read.NumberWords;
import plumbline.read.Numeral;

/// Makes the figure that a person confirms, and checks it as strictly as a row of a form.
final class Confirmed {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Proposals proposals;

    Confirmed(Catalog catalog, Ledger ledger, Proposals proposals) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /// @throws Refusal with everything that is wrong or missing
    Figure figure(Report text, RecordedProposal proposal, Judgement said, Vintage vintage) {
        Attribution stated = proposals.stated(text, vintage);
        if (stated.department().isEmpty() || stated.period().isEmpty()) {
            throw Refusal.invalid(
                    stated.department().isEmpty() ? "department" : "period",
                    "nothing",
                    "whose report it is and for which period, said before anything is confirmed");
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.putAll(asRead(proposal, stated));
        fields.putAll(said.fields());
        Place.Passage passage = proposal.proposal().passage();
        List<Finding> faults = new ArrayList<>();
        FigureCheck check = new FigureCheck(
                catalog,
                ledger.departments(vintage),
                _ -> StoredText.of(text, ledger),
                Numeral::readShare,
                new Defaults(Optional.empty(), Optional.empty()));
        Optional<Figure> figure = check.check(
                text.name(),
                new Reading(row(fields, passage), wording(proposal, said, fields), Optional.of(passage)),
                each -> {
                    if (each.severity() == Severity.ERROR) {
                        faults.add(each);
                    }
                });
        return figure.map(each -> new Figure(
                        each.key(),
                        each.value(),
                        each.wording(),
                        each.review(),
                        each.note(),
                        each.place(),
                        Optional.empty()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        faults.stream()
                                .map(each -> new Refusal.Fault(
                                        field(each),
                                        each.found(),
                                        each.message().zh()))
                                .toList()));
    }

    /// Fields as the last person left them, else as the reader believes.
    private Map<Field, String> asRead(RecordedProposal recorded, Attribution stated) {
        Optional<Figure> before = recorded.last().flatMap(Verdict::figure);
        Map<Field, String> fields = new LinkedHashMap<>();
        Optional<FigureKey> key = before.map(Figure::key).or(() -> Proposed.key(recorded.proposal(), stated, catalog));
        fields.put(Field.DEPARTMENT, stated.department().orElse(""));
        recorded.proposal().metric().ifPresent(each -> fields.put(Field.METRIC, each));
        recorded.proposal().category().ifPresent(each -> fields.put(Field.CATEGORY, each));
        Proposed.time(recorded.proposal(), stated.period()).ifPresent(time -> {
            fields.put(Field.PERIOD, time.period().toString());
            fields.put(Field.BASIS, time.basis().word());
        });
        key.ifPresent(each -> {
            fields.put(Field.DEPARTMENT, each.department());
            fields.put(Field.METRIC, each.metric());
            fields.put(Field.CATEGORY, each.category().orElse(""));
            fields.put(Field.PERIOD, each.period().toString());
            fields.put(Field.BASIS, each.basis().word());
            fields.put(Field.SCOPE, each.scope().word());
        });
        return fields;
    }

    /// The number the person wrote, else the one that stood before, else the one the reader saw.
    private static Wording wording(RecordedProposal recorded, Judgement said, Map<Field, String> fields) {
        String written = said.fields().getOrDefault(Field.VALUE, "").strip();
        Proposal read = recorded.proposal();
        if (!written.isEmpty()) {
            return Numeral.read(written);
        }
        Optional<Figure> before = recorded.last().flatMap(Verdict::figure);
        if (before.isPresent()) {
            return new Wording(before.get().wording(), Optional.of(before.get().value()), "", "");
        }
        String words = NumberWords.in(read.passage().quote(), read.value(), read.unit());
        // A unit that the person has put up with by leaving the metric as it is was measured by the reader.
        String unit = said.fields().containsKey(Field.METRIC) && fields.containsKey(Field.UNIT)
                ? fields.getOrDefault(Field.UNIT, "")
                : "";
        return new Wording(words, Optional.of(read.value()), unit, "");
    }

    private static Row row(Map<Field, String> fields, Place.Passage passage) {
        List<Field> order = List.copyOf(fields.keySet());
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (int i = 0; i < order.size(); i++) {
            columns.put(order.get(i), i);
        }
        return new Row(1, columns, order.stream().map(fields::get).toList(), _ -> passage);
    }

    /// The parameter a finding is about, by the rule's name: `unknown_metric`, `bad_period`.
    private static String field(Finding finding) {
        return java.util.Arrays.stream(Field.values())
                .map(Field::word)
                .filter(word -> finding.rule().endsWith("_" + word))
                .findFirst()
                .orElse("value");
    }
}
