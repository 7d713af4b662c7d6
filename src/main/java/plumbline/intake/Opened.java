package plumbline.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.read.Charsets;
import plumbline.read.Decoded;
import plumbline.read.Encoding;
import plumbline.read.ReportText;
import plumbline.read.form.CsvForm;
import plumbline.read.form.Form;
import plumbline.read.form.Forms;
import plumbline.read.form.Known;
import plumbline.read.form.Question;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.Workbooks;
import plumbline.read.text.DocumentText;

/// A file that has been recognised as a form or a text; or neither, and then the findings say why.
///
/// @param asked how the order says it is to be decoded
/// @param tree the departments its header was understood by
/// @param questions what its header leaves open
/// @param answers what its header was understood by besides the catalogue
record Opened(
        Delivery file,
        Encoding asked,
        Optional<? extends Form> form,
        Optional<ReportText> text,
        Findings findings,
        DepartmentTree tree,
        List<Question> questions,
        List<HeaderAnswers.Answer> answers) {

    private static final int LINES = 6;
    private static final int HEAD = 4_096;

    private Opened(
            Delivery file,
            Encoding asked,
            Optional<? extends Form> form,
            Optional<ReportText> text,
            Findings findings,
            DepartmentTree tree) {
        this(file, asked, form, text, findings, tree, List.of(), List.of());
    }

    /// How files are to be read.
    ///
    /// @param encoding of files of text
    /// @param given fields every row gets from elsewhere
    /// @param limits what a workbook may cost
    record Reading(Encoding encoding, Set<Field> given, Limits limits) {
        /// The same, for files of which nobody has said how they are written.
        Reading detected() {
            return new Reading(Encoding.DETECTED, given, limits);
        }
    }

    /// Recognises the file, with the answers to what its header leaves open.
    ///
    /// @param known what headers may speak of
    static Opened open(Delivery file, Reading reading, Known known, HeaderAnswers answers) {
        Opened plain = open(file, reading, known);
        return plain.questions.isEmpty()
                ? plain
                : answers.applied(plain, mapping -> open(file, reading, known.with(mapping)));
    }

    /// A file that nobody wants to be read any more.
    static Opened unread(Delivery file, DepartmentTree tree) {
        Findings none = new Findings(file.name());
        return new Opened(file, Encoding.DETECTED, Optional.empty(), Optional.empty(), none, tree);
    }

    /// Recognises the file by its content: documents (DOCX, DOC, PDF, HTML) are texts, workbooks and other files are
    /// forms; `.txt` and `.md` are texts unless they start with a form's header (Excel saves tables as `.txt`).
    private static Opened open(Delivery file, Reading reading, Known known) {
        Encoding encoding = reading.encoding();
        Set<Field> given = reading.given();
        String name = file.name().toLowerCase(Locale.ROOT);
        Findings findings = new Findings(file.name());
        if (DocumentText.isDocument(file.bytes())) {
            return text(file, encoding, findings, known);
        }
        boolean text = (name.endsWith(".txt") || name.endsWith(".md")) && !Workbooks.isBinary(file.bytes());
        if (text) {
            Findings asForm = new Findings(file.name());
            Optional<CsvForm> form = CsvForm.open(file.name(), file.bytes(), encoding, given, asForm);
            if (form.isPresent() || looksLikeAForm(file, encoding)) {
                return new Opened(file, encoding, form, Optional.empty(), asForm, known.tree());
            }
            return text(file, encoding, findings, known);
        }
        List<Question> questions = new ArrayList<>();
        Optional<? extends Form> form = Forms.open(
                file.name(), file.bytes(), encoding, given, known, reading.limits(), findings, questions::add);
        return new Opened(file, encoding, form, Optional.empty(), findings, known.tree(), questions, List.of());
    }

    private static Opened text(Delivery file, Encoding encoding, Findings findings, Known known) {
        return new Opened(
                file,
                encoding,
                Optional.empty(),
                DocumentText.open(file.name(), file.bytes(), encoding, findings).map(Narratives::keepable),
                findings,
                known.tree());
    }

    /// The same file, opened again where other departments make a difference to its header.
    Opened with(Reading reading, Known known, HeaderAnswers answers) {
        boolean byHeader =
                text.isEmpty() && !form.map(CsvForm.class::isInstance).orElse(false);
        boolean figures = kind().map(FormKind.FIGURES::equals).orElse(true);
        return byHeader && figures && known.tree() != tree ? open(file, reading, known, answers) : this;
    }

    Opened with(List<Question> open, List<HeaderAnswers.Answer> given) {
        return new Opened(file, asked, form, text, findings, tree, open, given);
    }

    /// Whether the first line names two columns at least: then it is a form, if perhaps a faulty one, and taking it for
    /// a text would lose its figures without a word.
    private static boolean looksLikeAForm(Delivery file, Encoding encoding) {
        return ReportText.open(file.name(), file.bytes(), encoding, _ -> {})
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

    /// The first lines of a file of text, as they are decoded.
    List<String> beginning() {
        if (Workbooks.isBinary(file.bytes())) {
            return List.of();
        }
        return text.map(ReportText::text)
                .or(() -> Charsets.ladder(file.bytes(), asked).map(Opened::head))
                .map(all -> all.lines().limit(LINES).map(Finding::brief).toList())
                .orElse(List.of());
    }

    private static String head(Decoded decoded) {
        char[] head = new char[HEAD];
        try (Reader in = decoded.reader()) {
            int length = in.read(head);
            return new String(head, 0, Math.max(0, length));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }
}
