package plumbline.extract;

import static plumbline.extract.Column.Type.CODE;
import static plumbline.extract.Column.Type.DAY;
import static plumbline.extract.Column.Type.INSTANT;
import static plumbline.extract.Column.Type.NUMBER;
import static plumbline.extract.Column.Type.TEXT;
import static plumbline.extract.Column.Type.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Metric;
import plumbline.Name;

/// Every table there is. The columns never change their order or their meaning; new ones are appended.
public final class Tables {
    private static final Column ORG_CODE =
            new Column("org_code", "部门代码", "Department code", CODE, "部门的代码", "Code of the department").always();
    private static final Column ORG_NAME = new Column(
            "org_name",
            "部门名称",
            "Department",
            TEXT,
            "部门的名称，语言由lang定",
            "Name of the department in the language asked for");
    private static final Column PERIOD = new Column(
                    "period",
                    "期间",
                    "Period",
                    CODE,
                    "期间：2022、2022H1、2022Q1、2022M03",
                    "Period: 2022, 2022H1, 2022Q1, 2022M03")
            .always();
    private static final Column SCOPE = new Column(
                    "scope",
                    "范围",
                    "Scope",
                    CODE,
                    "own 本级，consolidated 含下级",
                    "own, or consolidated with everything below")
            .of("scope");
    private static final Column BASIS = new Column(
                    "basis",
                    "口径",
                    "Basis",
                    CODE,
                    "disc 当期，ytd 累计，stock 时点",
                    "disc in the period, ytd since January, stock at its end")
            .of("basis");

    /// What the reports state, and a row with its state for what they should have stated: a department, a due period
    /// and a metric each.
    public static final Table FIGURES = new Table(
            "figures",
            new Name("数据", "Figures"),
            List.of(
                    ORG_CODE,
                    ORG_NAME,
                    new Column(
                                    "metric_code",
                                    "指标代码",
                                    "Metric code",
                                    CODE,
                                    "指标的代码，见metrics.csv",
                                    "Code of the metric, see metrics.csv")
                            .always(),
                    new Column(
                            "metric_name",
                            "指标名称",
                            "Metric",
                            TEXT,
                            "指标的名称，语言由lang定",
                            "Name of the metric in the language asked for"),
                    PERIOD,
                    new Column(
                                    "period_start",
                                    "起始日",
                                    "First day",
                                    DAY,
                                    "期间第一天；自由起止的，为其第一天",
                                    "First day of the period, or of the free range")
                            .always(),
                    new Column("period_end", "截止日", "Last day", DAY, "期间最后一天（含）", "Last day, inclusive").always(),
                    new Column(
                                    "period_type",
                                    "期间类型",
                                    "Kind of period",
                                    CODE,
                                    "Q 季、H 半年、A 年、M 月、YTD 累计",
                                    "Q quarter, H half-year, A year, M month, YTD year to date")
                            .of("period_type"),
                    BASIS,
                    new Column("unit", "计量单位", "Unit", TEXT, "计量单位", "Unit of count"),
                    new Column(
                            "value",
                            "数值",
                            "Value",
                            NUMBER,
                            "确切的数，否则为空；空不是零",
                            "The number if it is exact, else empty; empty is not zero"),
                    new Column("value_low", "下界", "Lower bound", NUMBER, "下界（含）", "Lower bound, inclusive"),
                    new Column(
                            "value_high",
                            "上界",
                            "Upper bound",
                            NUMBER,
                            "上界（含），空为没有上界",
                            "Upper bound, inclusive; empty where there is none"),
                    new Column(
                                    "qualifier",
                                    "限定",
                                    "Qualifier",
                                    CODE,
                                    "eq 等于、ge 至少、le 至多、ap 约、rg 区间",
                                    "eq exactly, ge at least, le at most, ap about, rg range")
                            .of("qualifier"),
                    new Column("state", "状态", "State", CODE, "状态：为什么有这个数，或为什么没有", "Why there is this number, or none")
                            .of("state")
                            .always(),
                    new Column(
                                    "obs_status",
                                    "观测状态",
                                    "Observation status",
                                    CODE,
                                    "SDMX观测状态：A 正常、Q 未公开或屏蔽、L 未报送、O 未提及或未到期、M 不适用、V 待核",
                                    "SDMX: A normal, Q withheld or suppressed, L not reported, O not mentioned or not"
                                            + " due, M not applicable, V unconfirmed")
                            .of("obs_status"),
                    new Column(
                                    "review_state",
                                    "核对状态",
                                    "Review",
                                    CODE,
                                    "confirmed 已确认、revised 已修订、unconfirmed 待核",
                                    "confirmed, revised or unconfirmed")
                            .of("review_state"),
                    new Column(
                            "coverage_n",
                            "有数部分",
                            "Parts with a number",
                            WHOLE,
                            "有数字的部分数",
                            "How many of the expected parts carry a number"),
                    new Column("coverage_of", "应有部分", "Parts expected", WHOLE, "应有的部分数", "How many parts are expected"),
                    new Column(
                            "denominator", "分母", "Denominator", NUMBER, "分母，若有", "The denominator where there is one"),
                    new Column(
                            "value_text",
                            "原文数",
                            "Number as worded",
                            TEXT,
                            "原文所写的数：60余、约35、*",
                            "The number as the report words it"),
                    new Column("sentence", "原文", "Sentence", TEXT, "原文句子", "The sentence it stands in"),
                    new Column(
                            "report_id",
                            "报告编号",
                            "Report id",
                            CODE,
                            "报告编号，见reports.csv",
                            "Id of the report, see reports.csv"),
                    new Column("report_title", "报告名称", "Report", TEXT, "报告的文件名", "File name of the report"),
                    new Column("location", "位置", "Place", TEXT, "在报告中的位置", "Place in the report"),
                    new Column(
                            "figure_id",
                            "数字编号",
                            "Figure id",
                            CODE,
                            "数字编号；空为没有报过这个数",
                            "Id of the figure; empty where nothing was stated"),
                    new Column(
                            "revision",
                            "修订次数",
                            "Revision",
                            WHOLE,
                            "第几次修订，1为首次",
                            "1 for the first statement, counting up"),
                    new Column("revised_at", "修订时间", "Revised at", INSTANT, "最近一次修订的时间", "When it was last revised"),
                    new Column("confirmed_at", "确认时间", "Confirmed at", INSTANT, "确认的时间", "When it was confirmed"),
                    new Column("derived", "推算", "Derived", CODE, "1 为推算，0 为所报", "1 if worked out, 0 if stated"),
                    new Column(
                            "note",
                            "附注",
                            "Note",
                            TEXT,
                            "附注；escaped 表示本行有文字加了撇号",
                            "Note; escaped says that a text of the row got an apostrophe"),
                    new Column("as_of", "数据截至", "Data as of", INSTANT, "数据截至的时刻", "The moment the data stand for"),
                    new Column(
                            "category_code",
                            "分类代码",
                            "Category code",
                            CODE,
                            "分类代码，空为不分类",
                            "Code of the category; empty for the metric as a whole"),
                    new Column(
                            "category_name",
                            "分类名称",
                            "Category",
                            TEXT,
                            "分类的名称，语言由lang定",
                            "Name of the category in the language asked for"),
                    SCOPE),
            List.of(
                    "org_code",
                    "metric_code",
                    "category_code",
                    "period",
                    "period_start",
                    "period_end",
                    "basis",
                    "scope"));

    /// What the charts show.
    public static final Table CELLS = new Table(
            "cells",
            new Name("汇总数", "Cells"),
            List.of(
                    new Column("department_code", "部门代码", "Department code", CODE, "部门的代码", "Code of the department")
                            .always(),
                    new Column("metric_code", "指标代码", "Metric code", CODE, "指标的代码", "Code of the metric").always(),
                    new Column(
                            "category_code",
                            "分类代码",
                            "Category code",
                            CODE,
                            "分类代码，空为不分类",
                            "Code of the category; empty for the metric as a whole"),
                    new Column(
                                    "period",
                                    "期间",
                                    "Period",
                                    CODE,
                                    "期间：2022、2022-H1、2022-Q1、2022-03",
                                    "Period: 2022, 2022-H1, 2022-Q1, 2022-03")
                            .always(),
                    new Column(
                                    "basis",
                                    "口径",
                                    "Basis",
                                    CODE,
                                    "in_period 当期，to_date 累计，at_end 期末",
                                    "in_period, to_date or at_end")
                            .always(),
                    new Column(
                                    "method",
                                    "得来",
                                    "Method",
                                    CODE,
                                    "stated 所报、summed 相加、derived 相减、partial 部分、missing 缺",
                                    "stated, summed, derived, partial or missing")
                            .of("method")
                            .always(),
                    new Column(
                            "value",
                            "数值",
                            "Value",
                            NUMBER,
                            "所报或相加的数，没有则为空",
                            "The number as worded or summed, if there is one"),
                    new Column("lower", "下界", "Lower bound", NUMBER, "下界（含）", "Lower bound, inclusive"),
                    new Column(
                            "upper",
                            "上界",
                            "Upper bound",
                            NUMBER,
                            "上界（含），空为没有上界",
                            "Upper bound, inclusive; empty where there is none"),
                    new Column("state", "状态", "State", CODE, "状态", "State")
                            .of("state")
                            .always(),
                    new Column(
                                    "conflict",
                                    "矛盾",
                                    "Conflict",
                                    CODE,
                                    "yes 为与其他所报矛盾",
                                    "yes where it cannot be true together with others")
                            .always(),
                    new Column(
                                    "coverage_n",
                                    "有数部分",
                                    "Parts with a number",
                                    WHOLE,
                                    "有数字的部分数",
                                    "How many of the expected parts carry a number")
                            .always(),
                    new Column("coverage_of", "应有部分", "Parts expected", WHOLE, "应有的部分数", "How many parts are expected")
                            .always(),
                    new Column(
                                    "contested",
                                    "待裁定",
                                    "Contested",
                                    CODE,
                                    "yes 为由相互矛盾的数得来",
                                    "yes where it rests on numbers that contradict each other")
                            .always(),
                    new Column(
                            "department_name",
                            "部门名称",
                            "Department",
                            TEXT,
                            "部门的名称，语言由lang定",
                            "Name of the department in the language asked for"),
                    new Column(
                            "metric_name",
                            "指标名称",
                            "Metric",
                            TEXT,
                            "指标的名称，语言由lang定",
                            "Name of the metric in the language asked for"),
                    new Column(
                            "category_name",
                            "分类名称",
                            "Category",
                            TEXT,
                            "分类的名称，语言由lang定",
                            "Name of the category in the language asked for"),
                    new Column("unit", "计量单位", "Unit", TEXT, "计量单位", "Unit of count")),
            List.of("department_code", "metric_code", "category_code", "period", "basis"));

    public static final Table METRICS = new Table(
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

    public static final Table ORGS = new Table(
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

    public static final Table PERIODS = new Table(
            "periods",
            new Name("期间", "Periods"),
            List.of(
                    PERIOD,
                    new Column("start", "起始日", "First day", DAY, "第一天", "First day").always(),
                    new Column("end", "截止日", "Last day", DAY, "最后一天（含）", "Last day, inclusive").always(),
                    new Column(
                                    "type",
                                    "期间类型",
                                    "Kind of period",
                                    CODE,
                                    "A 年、H 半年、Q 季、M 月",
                                    "A year, H half-year, Q quarter, M month")
                            .always()),
            List.of("period"));

    public static final Table CODES = new Table(
            "codes",
            new Name("代码", "Codes"),
            List.of(
                    new Column("list", "代码表", "List", CODE, "哪一列用它", "The column that uses it").always(),
                    new Column("code", "代码", "Code", CODE, "代码", "The code").always(),
                    new Column("name_zh", "中文名称", "Chinese name", TEXT, "中文名称", "Name in Chinese"),
                    new Column("name_en", "英文名称", "English name", TEXT, "英文名称", "Name in English"),
                    new Column("parent", "上级", "Part of", CODE, "其中项的上级", "The category it is a part of")),
            List.of("list", "code"));

    public static final Table REPORTS = new Table(
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

    /// What differs between two moments.
    public static final Table CHANGES = new Table(
            "changes",
            new Name("变化", "Changes"),
            List.of(
                    ORG_CODE,
                    ORG_NAME,
                    new Column("metric_code", "指标代码", "Metric code", CODE, "指标的代码", "Code of the metric").always(),
                    new Column("metric_name", "指标名称", "Metric", TEXT, "指标的名称", "Name of the metric"),
                    new Column("category_code", "分类代码", "Category code", CODE, "分类代码", "Code of the category"),
                    PERIOD,
                    BASIS,
                    SCOPE,
                    new Column(
                                    "change",
                                    "变化",
                                    "Change",
                                    CODE,
                                    "new 新报、changed 已更正、withdrawn 已撤回",
                                    "new, changed or withdrawn")
                            .of("change")
                            .always(),
                    new Column("before_text", "原来", "Before", TEXT, "原来所报的数", "The number as worded before"),
                    new Column("before_state", "原状态", "State before", CODE, "原来的状态", "State before").of("state"),
                    new Column("after_text", "现在", "After", TEXT, "现在所报的数", "The number as worded now"),
                    new Column("after_state", "现状态", "State after", CODE, "现在的状态", "State now").of("state"),
                    new Column("changed_at", "变化时间", "Changed at", INSTANT, "变化的时间", "When it changed"),
                    new Column("report_id", "报告编号", "Report id", CODE, "带来变化的报告", "The report that changed it"),
                    new Column("report_title", "报告名称", "Report", TEXT, "其文件名", "Its file name"),
                    new Column("figure_id", "数字编号", "Figure id", CODE, "现在的数字编号", "Id of the figure now")),
            List.of("org_code", "metric_code", "category_code", "period", "basis", "scope", "figure_id"));

    /// What has a file of its own.
    public static final List<Table> LISTED = List.of(FIGURES, CELLS, METRICS, ORGS, PERIODS, CODES, REPORTS);

    private Tables() {}

    /// The figures with a row per department and period and two columns per metric: its number, and its state.
    public static Table wide(List<Metric> metrics) {
        List<Column> columns = new ArrayList<>(List.of(
                ORG_CODE,
                ORG_NAME,
                PERIOD,
                new Column("period_start", "起始日", "First day", DAY, "期间第一天", "First day of the period").always(),
                new Column("period_end", "截止日", "Last day", DAY, "期间最后一天（含）", "Last day, inclusive").always(),
                BASIS,
                SCOPE));
        metrics.stream().flatMap(Tables::pair).forEach(columns::add);
        return new Table(
                "figures_wide",
                new Name("宽表", "Figures, wide"),
                columns,
                List.of("org_code", "period", "period_start", "period_end", "basis", "scope"));
    }

    private static Stream<Column> pair(Metric metric) {
        Name name = metric.name();
        return Stream.of(
                new Column(
                        metric.code(),
                        name.zh(),
                        name.en(),
                        NUMBER,
                        "确切的数，单位" + metric.unit(),
                        "The number if it is exact, in " + metric.unit()),
                new Column(
                        metric.code() + "_q",
                        name.zh() + "·状态",
                        name.en() + ", state",
                        CODE,
                        "状态，空为没有这一行",
                        "State; empty where there is no such figure"));
    }

    /// The table whose file has this name without its ending; empty for none and for the wide one.
    public static Optional<Table> named(String name) {
        return LISTED.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Writes the dictionary of tables.
    static void describe(List<Table> tables, Rows rows) {
        for (Table table : tables) {
            int position = 1;
            for (Column each : table.columns()) {
                rows.code(table.name())
                        .number(position++)
                        .code(each.name())
                        .text(each.title().zh())
                        .text(each.title().en())
                        .code(each.type().csvw)
                        .code(each.required() ? "yes" : "no")
                        .code(each.codes())
                        .text(each.meaning().zh())
                        .text(each.meaning().en())
                        .endRow();
            }
        }
    }
}
