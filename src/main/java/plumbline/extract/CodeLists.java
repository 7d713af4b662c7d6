package plumbline.extract;

import static plumbline.extract.Column.Type.CODE;
import static plumbline.extract.Column.Type.DAY;
import static plumbline.extract.Column.Type.INSTANT;
import static plumbline.extract.Column.Type.TEXT;
import static plumbline.extract.Column.Type.WHOLE;

import java.util.List;
import plumbline.Name;

/// What the codes in the other tables stand for, and what their columns mean.
final class CodeLists {
    static final Table METRICS = new Table(
            "metrics",
            new Name("指标", "Metrics"),
            List.of(
                    new Column("code", "代码", "Code", CODE, "指标代码", "Code of the metric").always(),
                    new Column("name_zh", "中文名称", "Chinese name", TEXT, "中文名称", "Name in Chinese"),
                    new Column("name_en", "英文名称", "English name", TEXT, "英文名称", "Name in English"),
                    new Column("family", "类别", "Family", CODE, "所属类别", "What it belongs to"),
                    new Column("unit", "计量单位", "Unit", TEXT, "计量单位", "Unit of count"),
                    new Column("decimals", "小数位", "Decimals", WHOLE, "小数位数", "Digits behind the point"),
                    new Column(
                            "kind",
                            "性质",
                            "Kind",
                            CODE,
                            "flow 发生数、persons 人数、stock 时点数、percap 人均、ratio 比率",
                            "flow, persons, stock, percap or ratio"),
                    new Column(
                            "direction",
                            "方向",
                            "Direction",
                            CODE,
                            "more 越多越好，neutral 无好坏",
                            "more is better, or neutral"),
                    new Column(
                            "schemes",
                            "分类方法",
                            "Schemes",
                            CODE,
                            "可用的分类，以|分隔",
                            "Schemes of its categories, separated by |"),
                    new Column("numerator", "分子", "Numerator", CODE, "比率的分子", "Of a ratio the metric above the line"),
                    new Column(
                            "denominator", "分母", "Denominator", CODE, "比率的分母", "Of a ratio the metric below the line"),
                    new Column(
                            "caution_zh",
                            "中文提醒",
                            "Caution in Chinese",
                            TEXT,
                            "不能由它得出什么",
                            "What a reader must not conclude, in Chinese"),
                    new Column("caution_en", "英文提醒", "Caution in English", TEXT, "同上，英文", "The same in English")),
            List.of("code"));

    static final Table ORGS = new Table(
            "orgs",
            new Name("部门", "Departments"),
            List.of(
                    new Column("code", "代码", "Code", CODE, "部门代码", "Code of the department").always(),
                    new Column("name_zh", "中文名称", "Chinese name", TEXT, "中文名称", "Name in Chinese"),
                    new Column("name_en", "英文名称", "English name", TEXT, "英文名称", "Name in English"),
                    new Column(
                            "parent",
                            "上级",
                            "Parent",
                            CODE,
                            "最初的上级部门",
                            "The department above it when it was first placed"),
                    new Column("opened", "成立", "Opened", DAY, "成立日，空为一直存在", "First day; empty = always"),
                    new Column("closed", "撤销", "Closed", DAY, "不再存在的第一天", "First day it no longer existed"),
                    new Column(
                            "additive",
                            "可加总",
                            "Additive",
                            CODE,
                            "yes 为下级之和即本部门",
                            "yes where its children add up to it")),
            List.of("code"));

    static final Table PERIODS = new Table(
            "periods",
            new Name("期间", "Periods"),
            List.of(
                    FigureTables.PERIOD,
                    new Column("start", "起始日", "First day", DAY, "第一天", "First day").always(),
                    new Column("end", "截止日", "Last day", DAY, "最后一天（含）", "Last day, inclusive").always(),
                    new Column(
                                    "type",
                                    "期间类型",
                                    "Kind of period",
                                    CODE,
                                    "A 年、H 半年、Q 季、M 月",
                                    "A year, H half-year, Q quarter, M month")
                            .of("period_type")
                            .always()),
            List.of("period"));

    static final Table CODES = new Table(
            "codes",
            new Name("代码", "Codes"),
            List.of(
                    new Column("list", "代码表", "List", CODE, "哪一列用它", "The column that uses it").always(),
                    new Column("code", "代码", "Code", CODE, "代码", "The code").always(),
                    new Column("name_zh", "中文名称", "Chinese name", TEXT, "中文名称", "Name in Chinese"),
                    new Column("name_en", "英文名称", "English name", TEXT, "英文名称", "Name in English"),
                    new Column("parent", "上级", "Part of", CODE, "其中项的上级", "The category it is a part of")),
            List.of("list", "code"));

    static final Table REPORTS = new Table(
            "reports",
            new Name("报告", "Reports"),
            List.of(
                    new Column("report_id", "报告编号", "Report id", CODE, "报告编号", "Id of the report").always(),
                    new Column("title", "名称", "Name", TEXT, "文件名", "File name"),
                    new Column(
                            "kind",
                            "种类",
                            "Kind",
                            CODE,
                            "figures、departments、reorganisations、calendar、text",
                            "figures, departments, reorganisations, calendar or text"),
                    new Column(
                            "org_code",
                            "部门代码",
                            "Department code",
                            CODE,
                            "只说一个部门的，其代码",
                            "Where it speaks of one department only"),
                    new Column("period", "期间", "Period", CODE, "只说一个期间的，其期间", "Where it speaks of one period only"),
                    new Column("received_at", "收到时间", "Received at", INSTANT, "收到的时间", "When it was received"),
                    new Column("actor", "经手人", "Actor", TEXT, "谁交来的", "Who handed it in"),
                    new Column("size", "字节数", "Bytes", WHOLE, "字节数", "Size in bytes"),
                    new Column("sha256", "SHA-256", "SHA-256", CODE, "原件的校验值", "Digest of the file as received"),
                    new Column("figures", "数字数", "Figures", WHOLE, "出自它的数字数", "How many figures rest on it")),
            List.of("report_id"));

    /// The columns of a table as a table.
    static final Table DICTIONARY = new Table(
            "dictionary",
            new Name("各列的含义", "Columns"),
            List.of(
                    new Column("table", "表", "Table", CODE, "哪张表", "Which table").always(),
                    new Column("position", "第几列", "Position", WHOLE, "第几列", "Which column, from 1").always(),
                    new Column("name", "列名", "Name", CODE, "列名", "Name in the header").always(),
                    new Column("title_zh", "中文列名", "Chinese title", TEXT, "中文列名", "Title in Chinese"),
                    new Column("title_en", "英文列名", "English title", TEXT, "英文列名", "Title in English"),
                    new Column("type", "类型", "Type", CODE, "类型", "Type of value"),
                    new Column("required", "必有", "Required", CODE, "yes 为每行都有", "yes where every row has it"),
                    new Column("codes", "代码表", "Code list", CODE, "codes.csv中的代码表", "List in codes.csv"),
                    new Column("meaning_zh", "含义", "Meaning in Chinese", TEXT, "含义", "Meaning in Chinese"),
                    new Column("meaning_en", "英文含义", "Meaning in English", TEXT, "英文含义", "Meaning in English")),
            List.of("table", "name"));

    private CodeLists() {}
}
