package plumbline.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import plumbline.read.form.OwnSheets;

/// Takes the marks of an earlier copy out of a workbook that comes back, so that only those of now are in it. The list
/// of findings keeps in a hidden column what each cell looked like; a marked cell that has moved since loses its colour
/// only.
final class EarlierMarks {
    private final Workbook workbook;
    private final Map<String, CellStyle> before = new HashMap<>();
    private final Map<Short, CellStyle> uncoloured = new HashMap<>();

    private EarlierMarks(Workbook workbook) {
        this.workbook = workbook;
    }

    static void remove(Workbook workbook) {
        new EarlierMarks(workbook).remove();
    }

    private void remove() {
        boolean any = false;
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            Sheet sheet = workbook.getSheetAt(i);
            if (OwnSheets.isFindings(text(sheet, 0, 0))) {
                any = true;
                for (int row = FindingsSheet.FIRST; row <= sheet.getLastRowNum(); row++) {
                    remember(sheet, row);
                }
                workbook.removeSheetAt(i);
            }
        }
        for (int i = 0; any && i < workbook.getNumberOfSheets(); i++) {
            unmark(workbook.getSheetAt(i));
        }
    }

    private void remember(Sheet findings, int row) {
        Optional.ofNullable(findings.getRow(row))
                .map(at -> at.getCell(FindingsSheet.BEFORE))
                .ifPresent(cell -> before.put(
                        text(findings, row, FindingsSheet.SHEET) + "!" + text(findings, row, FindingsSheet.CELL),
                        cell.getCellStyle()));
    }

    private void unmark(Sheet sheet) {
        List<CellAddress> ours = new ArrayList<>();
        sheet.getCellComments().forEach((at, comment) -> {
            if (comment.getString().getString().contains(Marks.SIGN)) {
                ours.add(at);
            }
        });
        for (CellAddress at : ours) {
            Row row = sheet.getRow(at.getRow());
            Cell cell = row == null ? null : row.getCell(at.getColumn());
            if (cell != null) {
                uncomment(cell);
                CellStyle own = before.get(sheet.getSheetName() + "!" + at.formatAsString());
                cell.setCellStyle(own == null ? uncoloured(cell.getCellStyle()) : own);
            }
        }
    }

    private CellStyle uncoloured(CellStyle marked) {
        return uncoloured.computeIfAbsent(marked.getIndex(), _ -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(marked);
            style.setFillPattern(FillPatternType.NO_FILL);
            return style;
        });
    }

    private void uncomment(Cell cell) {
        Comment comment = cell.getCellComment();
        String text = comment.getString().getString();
        String theirs = text.substring(0, text.indexOf(Marks.SIGN)).strip();
        if (theirs.isEmpty()) {
            cell.removeCellComment();
        } else {
            comment.setString(workbook.getCreationHelper().createRichTextString(theirs));
        }
    }

    private static String text(Sheet sheet, int row, int column) {
        Row at = sheet.getRow(row);
        Cell cell = at == null ? null : at.getCell(column);
        return cell != null && cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue().strip()
                : "";
    }
}
