package plumbline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Nearest;
import plumbline.Place;
import plumbline.Severity;
import plumbline.ledger.HeaderMapping;
import plumbline.ledger.Ledger;
import plumbline.read.form.HeaderCell;
import plumbline.read.form.Mapping;
import plumbline.read.form.Question;

/// Answers what headers leave open: by what the order says, or by what somebody confirmed for an earlier file of the
/// same form. An earlier answer holds only where each department of the file has confirmed it, in the same column and
/// of the same unit; else it is offered, and the file waits.
final class HeaderAnswers {
    private final Ledger ledger;
    private final Catalog catalog;
    private final Map<String, String> given;
    private final Optional<Department> owner;
    private final Set<String> asked = new LinkedHashSet<>();

    /// An answer that a file was read by.
    ///
    /// @param earlier who gave it for an earlier file; absent for one of this order
    record Answer(HeaderCell cell, String meaning, Optional<HeaderMapping.Confirmed> earlier) {}

    /// @param given header text → meaning, as the order has it
    /// @param owner the department of rows that name none
    HeaderAnswers(Ledger ledger, Catalog catalog, Map<String, String> given, Optional<Department> owner) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.given = given;
        this.owner = owner;
    }

    /// The header texts of the order that no file has asked about.
    Set<String> unasked() {
        Set<String> rest = new LinkedHashSet<>(given.keySet());
        rest.removeAll(asked);
        return rest;
    }

    /// The header texts that files have asked about.
    Set<String> asked() {
        return asked;
    }

    /// The file as it reads with the answers to its questions.
    ///
    /// @param again opens it with a mapping
    Opened applied(Opened plain, Function<Mapping, Opened> again) {
        plain.questions().forEach(each -> asked.add(each.header()));
        List<HeaderMapping> remembered = ledger.headerMappings(plain.questions().stream()
                .map(each -> each.cell().form())
                .distinct()
                .toList());
        Map<String, Answer> chosen = new LinkedHashMap<>();
        for (Question each : plain.questions()) {
            Optional<Answer> said = Optional.ofNullable(given.get(each.header()))
                    .map(meaning -> new Answer(each.cell(), meaning, Optional.empty()));
            said.or(() -> newest(remembered, each.cell())
                            .map(old -> new Answer(each.cell(), old.meaning(), old.confirmed())))
                    .ifPresent(answer -> chosen.put(each.header(), answer));
        }
        if (chosen.isEmpty()) {
            return plain;
        }
        Opened tried = again.apply(mapping(chosen));
        Set<String> departments = departments(tried);
        List<Answer> doubtful = chosen.values().stream()
                .filter(each -> each.earlier().isPresent()
                        && confirmed(each, departments, remembered).isEmpty())
                .toList();
        doubtful.forEach(each -> chosen.remove(each.cell().header()));
        Opened opened = doubtful.isEmpty() ? tried : chosen.isEmpty() ? plain : again.apply(mapping(chosen));
        return offered(changed(opened, chosen, departments, remembered), doubtful);
    }

    private static Mapping mapping(Map<String, Answer> chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        chosen.forEach((header, answer) -> names.put(header, answer.meaning()));
        return new Mapping(names);
    }

    private static boolean isAbout(HeaderMapping mapping, HeaderCell cell) {
        return mapping.form().equals(cell.form()) && mapping.header().equals(cell.name());
    }

    private static Optional<HeaderMapping> newest(List<HeaderMapping> remembered, HeaderCell cell) {
        return remembered.stream().filter(each -> isAbout(each, cell)).findFirst();
    }

    /// The newest mapping, if all the departments have confirmed what it says.
    private static Optional<HeaderMapping> confirmed(
            Answer answer, Set<String> departments, List<HeaderMapping> remembered) {
        List<HeaderMapping> own = remembered.stream()
                .filter(each -> isAbout(each, answer.cell()) && departments.contains(each.department()))
                .toList();
        boolean all = !departments.isEmpty()
                && own.size() == departments.size()
                && own.stream().allMatch(each -> each.meaning().equals(answer.meaning()));
        return all ? own.stream().findFirst() : Optional.empty();
    }

    /// The departments whose figures the file has.
    private Set<String> departments(Opened file) {
        DepartmentTree tree = file.tree();
        Set<String> codes = new TreeSet<>();
        file.form()
                .ifPresent(form -> form.rows(
                        row -> {
                            String text = row.field(Field.DEPARTMENT);
                            (text.isEmpty() ? owner : tree.find(text)).ifPresent(each -> codes.add(each.code()));
                        },
                        _ -> {}));
        return codes;
    }

    /// Stops the file where a column that is read by an earlier answer is not the one that was confirmed.
    private Opened changed(
            Opened opened, Map<String, Answer> chosen, Set<String> departments, List<HeaderMapping> remembered) {
        List<Question> questions = new ArrayList<>(opened.questions());
        for (Answer each : chosen.values()) {
            boolean matters = each.earlier().isPresent() && !each.meaning().equals(Mapping.NOT_READ);
            Optional<HeaderMapping> old = matters ? confirmed(each, departments, remembered) : Optional.empty();
            Optional<Finding> finding =
                    old.flatMap(before -> difference(opened.file().name(), each.cell(), before));
            if (finding.isPresent()) {
                opened.findings().accept(finding.get());
                questions.add(new Question(each.cell(), List.of(choice(each.meaning()))));
            }
        }
        return opened.with(questions, List.copyOf(chosen.values()));
    }

    private static Optional<Finding> difference(String file, HeaderCell now, HeaderMapping before) {
        if (!before.unit().equals(now.unit())) {
            return Optional.of(Finding.at(
                    Severity.ERROR,
                    "unit_changed",
                    file,
                    now.place(),
                    now.unit().isEmpty() ? now.header() : now.unit(),
                    before.unit().isEmpty() ? "no unit, as confirmed" : before.unit(),
                    new Name(
                            "“%s”上次确认时单位为“%s”，这次为“%s”；请核对，再确认一次对应。"
                                    .formatted(now.header(), unit(before.unit(), "未注明"), unit(now.unit(), "未注明")),
                            "“%s” counted “%s” when it was confirmed, and “%s” now; check, and confirm the mapping again."
                                    .formatted(
                                            now.header(),
                                            unit(before.unit(), "not said"),
                                            unit(now.unit(), "not said")))));
        }
        if (before.column() != now.column()) {
            return Optional.of(Finding.at(
                    Severity.ERROR,
                    "column_moved",
                    file,
                    now.place(),
                    "column " + letters(now.column()),
                    "column " + letters(before.column()),
                    new Name(
                            "“%s”上次确认时在%s列，这次在%s列；请核对，再确认一次对应。"
                                    .formatted(now.header(), letters(before.column()), letters(now.column())),
                            "“%s” stood in column %s when it was confirmed, and in %s now; check, and confirm the mapping again."
                                    .formatted(now.header(), letters(before.column()), letters(now.column())))));
        }
        return Optional.empty();
    }

    private static String unit(String unit, String none) {
        return unit.isEmpty() ? none : unit;
    }

    private static String letters(int column) {
        return new Place.Cell("", 1, column).reference().replaceAll("\\d", "");
    }

    /// What another department has confirmed is the likeliest answer, and no more.
    private Opened offered(Opened opened, List<Answer> doubtful) {
        List<Question> questions = new ArrayList<>();
        for (Question each : opened.questions()) {
            Set<Nearest.Choice> candidates = new LinkedHashSet<>();
            doubtful.stream()
                    .filter(answer -> answer.cell().header().equals(each.header()))
                    .forEach(answer -> candidates.add(choice(answer.meaning())));
            each.candidates().stream()
                    .filter(one ->
                            candidates.stream().noneMatch(other -> other.code().equals(one.code())))
                    .forEach(candidates::add);
            questions.add(new Question(each.cell(), List.copyOf(candidates)));
        }
        return opened.with(questions, opened.answers());
    }

    private Nearest.Choice choice(String meaning) {
        String[] parts = meaning.split("\\|", 2);
        Name metric = catalog.metric(parts[0]).map(each -> each.name()).orElse(new Name(parts[0], parts[0]));
        if (parts.length == 1) {
            return Nearest.Choice.of(meaning, metric, List.of());
        }
        Name category = catalog.category(parts[1]).map(each -> each.name()).orElse(new Name(parts[1], parts[1]));
        return Nearest.Choice.of(
                meaning, new Name(metric.zh() + " · " + category.zh(), metric.en() + " · " + category.en()), List.of());
    }
}
