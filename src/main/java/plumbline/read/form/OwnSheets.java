package plumbline.read.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Attempt;
import plumbline.read.sheet.SheetRow;

/// Sheets that we put into workbooks ourselves, for people to read: known by the text at their top left, whatever they
/// are called, and left alone.
public final class OwnSheets {
    public static final String INSTRUCTIONS_ZH = "填报说明（导入时不读本表）";
    public static final String INSTRUCTIONS_EN = "How to fill this in (this sheet is not imported)";
    public static final String FINDINGS_ZH = "核对结果（导入时不读本表）";
    public static final String FINDINGS_EN = "Findings (this sheet is not imported)";

    public static final String COLUMNS_ZH = "各列的含义（导入时不读本表）";
    public static final String COLUMNS_EN = "What the columns mean (this sheet is not imported)";
    public static final String QUERY_ZH = "查询与数据截至（导入时不读本表）";
    public static final String QUERY_EN = "The query and its moment (this sheet is not imported)";

    /// Rows of a sheet of findings, 1-based, that say which file was checked; their second column has the answer.
    public static final int FILE_ROW = 2;

    public static final int CHECKED_ROW = 3;
    public static final int DIGEST_ROW = 4;

    private static final Set<String> TO_READ =
            Set.of(INSTRUCTIONS_ZH, INSTRUCTIONS_EN, COLUMNS_ZH, COLUMNS_EN, QUERY_ZH, QUERY_EN);
    private static final Set<String> FINDINGS = Set.of(FINDINGS_ZH, FINDINGS_EN);
    private static final int LONGEST = 300;

    private OwnSheets() {}

    /// Whether a sheet that begins with this text tells of findings and has none of the sender's figures.
    public static boolean isFindings(String first) {
        return FINDINGS.contains(first.strip());
    }

    /// Whether the sheet is one of ours.
    static boolean isOwn(Outline outline) {
        String first = text(outline.head(), 1, 1);
        return TO_READ.contains(first) || isFindings(first);
    }

    /// The attempt that a sheet of findings is about; empty for any other sheet.
    static Optional<Attempt> attempt(Outline outline) {
        List<SheetRow> head = outline.head();
        return isFindings(text(head, 1, 1))
                ? Optional.of(
                        new Attempt(text(head, FILE_ROW, 2), text(head, DIGEST_ROW, 2), text(head, CHECKED_ROW, 2)))
                : Optional.empty();
    }

    private static String text(List<SheetRow> head, int row, int column) {
        String text = head.stream()
                .filter(each -> each.number() == row)
                .findFirst()
                .map(each -> each.text(column))
                .orElse("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
