package plumbline.write;

import plumbline.Period;
import plumbline.read.form.LastValue;

/// The columns of a template, in their order; the reader knows each by its name.
enum Header {
    METRIC("指标", "metric", 42),
    CATEGORY("分类", "category", 20),
    UNIT("计量单位", "unit", 10),
    BASIS("口径", "basis", 10),
    SCOPE("范围", "scope", 10),
    VALUE("数值", "value", 14),
    LAST(LastValue.ZH, LastValue.EN, 18),
    NOTE("备注", "note", 32);

    private final String zh;
    private final String en;
    /// In characters.
    final int width;

    Header(String zh, String en, int width) {
        this.zh = zh;
        this.en = en;
        this.width = width;
    }

    String text(Language language, Period period) {
        String name = language.of(zh, en);
        return this == LAST ? language.of("%s\n（%s）", "%s\n(%s)").formatted(name, period.previous()) : name;
    }
}
