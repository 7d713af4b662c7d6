package plumbline.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.FormKind;
import plumbline.read.ReportText;
import plumbline.read.form.CsvForm;
import plumbline.read.form.Form;
import plumbline.read.form.Forms;
import plumbline.read.form.Known;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.Workbooks;
import plumbline.read.text.DocumentText;

/// A file that has been recognised as a form or a text; or neither, and then the findings say why.
///
/// @param tree the departments its header was understood by
record Opened(
        Delivery file,
        Optional<? extends Form> form,
        Optional<ReportText> text,
        Findings findings,
        DepartmentTree tree) {

    /// Recognises the file by its content: documents (DOCX, DOC, PDF, HTML) are texts, workbooks and other files are
    /// forms; `.txt` and `.md` are texts unless they start with a form's header (Excel saves tables as `.txt`).
    ///
    /// @param given fields every row gets from elsewhere
    /// @param known what headers may speak of
    /// @param limits what a workbook may cost
    static Opened open(Delivery file, Set<Field> given, Known known, Limits limits) {
        String name = file.name().toLowerCase(Locale.ROOT);
        Findings findings = new Findings(file.name());
        if (DocumentText.isDocument(file.bytes())) {
            return text(file, findings, known);
        }
        boolean text = (name.endsWith(".txt") || name.endsWith(".md")) && !Workbooks.isBinary(file.bytes());
        if (text) {
            Findings asForm = new Findings(file.name());
            Optional<CsvForm> form = CsvForm.open(file.name(), file.bytes(), given, asForm);
            if (form.isPresent() || looksLikeAForm(file)) {
                return new Opened(file, form, Optional.empty(), asForm, known.tree());
            }
            return text(file, findings, known);
        }
        return new Opened(
                file,
                Forms.open(file.name(), file.bytes(), given, known, limits, findings),
                Optional.empty(),
                findings,
                known.tree());
    }

    /// A file that nobody wants to be read any more.
    static Opened unread(Delivery file, DepartmentTree tree) {
        return new Opened(file, Optional.empty(), Optional.empty(), new Findings(file.name()), tree);
    }

    private static Opened text(Delivery file, Findings findings, Known known) {
        return new Opened(
                file,
                Optional.empty(),
                DocumentText.open(file.name(), file.bytes(), findings).map(Narratives::keepable),
                findings,
                known.tree());
    }

    /// The same file, opened again where other departments make a difference to its header.
    Opened with(Set<Field> given, Known known, Limits limits) {
        boolean byHeader =
                text.isEmpty() && !form.map(CsvForm.class::isInstance).orElse(false);
        boolean figures = kind().map(FormKind.FIGURES::equals).orElse(true);
        return byHeader && figures && known.tree() != tree ? open(file, given, known, limits) : this;
    }

    /// Whether the first line names two columns at least: then it is a form, if perhaps a faulty one, and taking it for
    /// a text would lose its figures without a word.
    private static boolean looksLikeAForm(Delivery file) {
        return ReportText.open(file.name(), file.bytes(), _ -> {})
                .flatMap(text -> text.text().lines().findFirst())
                .map(line -> line.split("[,;\t]", -1))
                .filter(cells -> Arrays.stream(cells)
                                .filter(cell -> Field.named(cell).isPresent())
                                .count()
                        >= 2)
                .isPresent();
    }

    boolean isReadable() {
        return form.isPresent() || text.isPresent();
    }

    Optional<FormKind> kind() {
        return form.<FormKind>map(Form::kind).or(() -> text.map(_ -> FormKind.TEXT));
    }

    Optional<String> encoding() {
        return form.<String>map(Form::encoding).or(() -> text.map(ReportText::encoding));
    }

    /// Whether its figures point into texts.
    boolean hasDocuments() {
        return form.map(each -> each.has(Field.DOCUMENT)).orElse(false);
    }
}
