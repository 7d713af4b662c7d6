package plumbline.read.form;

import java.util.Set;
import plumbline.read.sheet.SheetRow;

/// Sheets that we put into workbooks ourselves, for people to read: known by the text at their top left, whatever they
/// are called, and left alone.
public final class OwnSheets {
    public static final String INSTRUCTIONS_ZH = "填报说明（导入时不读本表）";
    public static final String INSTRUCTIONS_EN = "How to fill this in (this sheet is not imported)";

    private static final Set<String> INSTRUCTIONS = Set.of(INSTRUCTIONS_ZH, INSTRUCTIONS_EN);

    private OwnSheets() {}

    /// Whether the sheet holds no figures but tells how to fill in others.
    static boolean isInstructions(Outline outline) {
        return INSTRUCTIONS.contains(first(outline));
    }

    private static String first(Outline outline) {
        SheetRow first = outline.head().getFirst();
        return first.number() == 1 ? first.text(1) : "";
    }
}
