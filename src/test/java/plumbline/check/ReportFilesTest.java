package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Figure;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Value;
import plumbline.read.Numeral;
import plumbline.read.ReportText;
import plumbline.read.form.CsvForm;

/// Forms and what must come of them, as files in src/test/resources/reports. Adding a file adds a test:
/// `name.csv` is a form; `name.findings.txt` what is wrong with it (nothing, where there is no such file);
/// `name.figures.csv` or `name.rows.txt` what is accepted; every other `.txt` a report that passages may point into.
///
/// With `PLUMBLINE_ACCEPT=yes` in the environment the expected files are written instead of compared; look at the diff.
class ReportFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/reports");
    private static final boolean ACCEPT = "yes".equals(System.getenv("PLUMBLINE_ACCEPT"));

    @TestFactory
    Stream<DynamicTest> everyFormBringsItsFindingsAndFigures() throws IOException {
        List<Path> forms;
        try (Stream<Path> files = Files.list(FOLDER)) {
            forms = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.toString().endsWith(".figures.csv"))
                    .sorted()
                    .toList();
        }
        assertTrue(forms.size() > 10, "too few forms in " + FOLDER);
        return forms.stream().map(form -> dynamicTest(form.getFileName().toString(), () -> compare(form)));
    }

    private static void compare(Path form) throws IOException {
        String name = form.getFileName().toString();
        List<String> findings = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        boolean figures = read(name, Files.readAllBytes(form), finding -> findings.add(spoken(finding)), accepted);
        String stem = name.substring(0, name.length() - ".csv".length());
        expect(FOLDER.resolve(stem + ".findings.txt"), findings);
        expect(FOLDER.resolve(stem + (figures ? ".figures.csv" : ".rows.txt")), accepted);
    }

    /// Returns whether it is a figures form.
    private static boolean read(String name, byte[] bytes, Consumer<Finding> findings, List<String> accepted) {
        Optional<CsvForm> opened = CsvForm.open(name, bytes, Set.of(), findings);
        if (opened.isEmpty()) {
            return false;
        }
        CsvForm form = opened.get();
        switch (form.kind()) {
            case FIGURES -> {
                FigureCheck check = new FigureCheck(
                        Cast.CATALOG, Cast.TREE, ReportFilesTest::document, Numeral::readShare, Defaults.NONE);
                form.readings(
                        reading -> check.check(name, reading, findings)
                                .map(ReportFilesTest::spoken)
                                .ifPresent(accepted::add),
                        findings);
            }
            case DEPARTMENTS -> {
                DepartmentCheck check = new DepartmentCheck(Cast.TREE);
                form.rows(
                        row -> check.check(name, row, findings).ifPresent(each -> accepted.add(each.toString())),
                        findings);
            }
            case REORGANISATIONS -> {
                ReorganisationCheck check = new ReorganisationCheck(Cast.TREE, Mode.ADD);
                form.rows(
                        row -> check.check(name, row, findings)
                                .ifPresent(each -> accepted.add(each.step().toString())),
                        findings);
            }
            case CALENDAR -> {
                CalendarCheck check = new CalendarCheck(Cast.CATALOG, Cast.TREE, Mode.ADD);
                form.rows(
                        row -> check.check(name, row, findings)
                                .ifPresent(each -> accepted.add(each.line().toString())),
                        findings);
            }
            case METRICS -> {
                MetricCheck check = new MetricCheck(Cast.CATALOG, Cast.CATALOG);
                form.rows(
                        row -> check.check(name, row, findings)
                                .ifPresent(each -> accepted.add(each.version().toString())),
                        findings);
            }
            case TARGETS -> {
                TargetCheck check = new TargetCheck(Cast.CATALOG, Cast.TREE);
                form.rows(
                        row -> check.check(name, row, findings).ifPresent(each -> accepted.add(each.toString())),
                        findings);
            }
            case TEXT -> throw new AssertionError("a text is no form");
        }
        return form.kind() == plumbline.FormKind.FIGURES;
    }

    private static Optional<String> document(String name) {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return ReportText.open(name, Files.readAllBytes(file), _ -> {}).map(ReportText::text);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void expect(Path file, List<String> lines) throws IOException {
        if (ACCEPT) {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.write(file, lines);
            }
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertEquals(expected, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    private static String spoken(Finding finding) {
        return "%s %s %s found '%s'; accepted: %s%n    %s%n    %s"
                .formatted(
                        finding.where().substring(finding.file().length() + 1),
                        finding.severity().word(),
                        finding.rule(),
                        finding.found(),
                        finding.accepted(),
                        finding.message().zh(),
                        finding.message().en());
    }

    /// department,metric,category,period,basis,scope,range,state,stated,lower,upper,wording,review,note,place,form
    private static String spoken(Figure figure) {
        String value = switch (figure.value()) {
            case Value.Absent absent -> absent.state().word() + ",,,";
            case Value.Amount amount ->
                "%s,%s,%d,%s"
                        .formatted(
                                amount.state().word(),
                                amount.stated().isPresent() ? amount.stated().getAsLong() : "",
                                amount.interval().lower(),
                                amount.interval().upper().isPresent()
                                        ? amount.interval().upper().getAsLong()
                                        : "");
        };
        return String.join(
                ",",
                figure.key().department(),
                figure.key().metric(),
                figure.key().category().orElse(""),
                figure.key().period().toString(),
                figure.key().basis().word(),
                figure.key().scope().word(),
                figure.key().range().map(each -> each.from() + ".." + each.to()).orElse(""),
                value,
                figure.wording(),
                figure.review().word(),
                figure.note(),
                figure.place().toString(),
                figure.formPlace().map(Object::toString).orElse(""));
    }
}
