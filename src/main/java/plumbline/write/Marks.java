package plumbline.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import plumbline.Finding;
import plumbline.Place;
import plumbline.Severity;

/// Colours the cells that findings are about and writes the findings into their comments. One use.
final class Marks {
    /// Begins what we add to a comment, so that it can be taken out again and the sender's own words stay.
    static final String SIGN = "—— 准绳 Plumbline ——";

    private static final int ERROR = 0xFFC7CE;
    private static final int WARNING = 0xFFEB9C;
    private static final int MOST_COMMENTS = 2_000;
    private static final int LONGEST = 1_500;
    private static final int MOST_STYLES = 2_000;
    private static final int WIDTH = 4;
    private static final Pattern ENGLISH = Pattern.compile("[a-z]+ [a-z]+");

    private final Workbook workbook;
    private final Language language;
    private final Map<List<Integer>, CellStyle> styles = new HashMap<>();
    private final Map<Cell, CellStyle> before = new LinkedHashMap<>();
    private int comments;

    /// A cell that is spoken of, 0-based.
    private record At(Sheet sheet, int row, int column) {}

    Marks(Workbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
    }

    void add(Book book, List<Finding> findings) {
        Map<At, List<Finding>> byCell = new LinkedHashMap<>();
        for (Finding each : findings) {
            at(book, each.place())
                    .ifPresent(at ->
                            byCell.computeIfAbsent(at, _ -> new ArrayList<>()).add(each));
        }
        byCell.forEach((at, about) -> mark(cell(at), about));
    }

    private static Optional<At> at(Book book, Place place) {
        return book.sheet(place).map(sheet -> switch (place) {
            case Place.Cell cell -> new At(sheet, cell.row() - 1, cell.column() - 1);
            case Place.Line line -> new At(sheet, line.line() - 1, line.column() - 1);
            case Place.Passage _ -> throw new IllegalStateException("a passage is on no sheet");
        });
    }

    /// The cell of a finding where the workbook has one; its address can be linked to.
    static Optional<String> address(Book book, Place place) {
        return at(book, place)
                .map(at -> "'%s'!%s"
                        .formatted(
                                at.sheet().getSheetName().replace("'", "''"),
                                new Place.Cell("", at.row() + 1, at.column() + 1).reference()));
    }

    /// What the first finding's cell of this address looked like.
    Optional<CellStyle> before(Book book, Place place) {
        return at(book, place)
                .flatMap(at -> Optional.ofNullable(at.sheet().getRow(at.row())).map(row -> row.getCell(at.column())))
                .map(before::get);
    }

    private static Cell cell(At at) {
        Row row = Optional.ofNullable(at.sheet().getRow(at.row()))
                .orElseGet(() -> at.sheet().createRow(at.row()));
        return Optional.ofNullable(row.getCell(at.column())).orElseGet(() -> {
            Cell cell = row.createCell(at.column());
            CellStyle ofRow = row.isFormatted() ? row.getRowStyle() : at.sheet().getColumnStyle(at.column());
            if (ofRow != null) {
                cell.setCellStyle(ofRow);
            }
            return cell;
        });
    }

    private void mark(Cell cell, List<Finding> about) {
        boolean error = about.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        CellStyle old = cell.getCellStyle();
        int colour = error ? ERROR : WARNING;
        if (styles.size() < MOST_STYLES || styles.containsKey(List.of((int) old.getIndex(), colour))) {
            before.put(cell, old);
            cell.setCellStyle(
                    styles.computeIfAbsent(List.of((int) old.getIndex(), colour), _ -> coloured(old, colour)));
        }
        if (comments++ < MOST_COMMENTS) {
            comment(cell, about);
        }
    }

    private CellStyle coloured(CellStyle old, int colour) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(old);
        fill(workbook, style, colour);
        return style;
    }

    /// A plain colour, which no theme changes; in an old workbook the nearest of its palette.
    static void fill(Workbook workbook, CellStyle style, int colour) {
        if (style instanceof XSSFCellStyle xlsx) {
            xlsx.setFillForegroundColor(Look.rgb(colour));
        } else if (workbook instanceof HSSFWorkbook xls) {
            HSSFPalette palette = xls.getCustomPalette();
            style.setFillForegroundColor(palette.findSimilarColor(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF)
                    .getIndex());
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    static int colour(Severity severity) {
        return severity == Severity.ERROR ? ERROR : WARNING;
    }

    private void comment(Cell cell, List<Finding> about) {
        StringBuilder text = new StringBuilder(SIGN);
        about.forEach(each -> text.append('\n').append(words(each)));
        String ours = text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
        Comment own = cell.getCellComment();
        if (own != null) {
            own.setString(workbook.getCreationHelper()
                    .createRichTextString(own.getString().getString() + "\n" + ours));
            return;
        }
        Drawing<?> drawing = cell.getSheet().createDrawingPatriarch();
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + WIDTH);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3 + 4 * Math.min(about.size(), 4));
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(ours));
        comment.setAuthor("Plumbline");
        cell.setCellComment(comment);
    }

    private String words(Finding finding) {
        String found = finding.found().isEmpty() ? language.of("空", "nothing") : finding.found();
        // The Chinese sentence says what English words say behind it.
        boolean said =
                language == Language.ZH && ENGLISH.matcher(finding.accepted()).find();
        return language.of("【%s】%s\n发现：%s", "[%s] %s\nfound: %s")
                        .formatted(severity(finding, language), sentence(finding), found)
                + (said ? "" : language.of("\n可接受：", "\naccepted: ") + finding.accepted());
    }

    /// The sentence without the place, where it stands.
    private String sentence(Finding finding) {
        String all = language.of(finding.message());
        String place = language.of(Finding.spoken(finding.place()));
        int head = place.length() + (language == Language.ZH ? 1 : 2);
        return all.length() > head && all.regionMatches(true, 0, place, 0, place.length()) ? all.substring(head) : all;
    }

    static String severity(Finding finding, Language language) {
        return finding.severity() == Severity.ERROR ? language.of("错误", "error") : language.of("提醒", "warning");
    }
}
