package plumbline.extract;

import static plumbline.extract.Column.Type.CODE;
import static plumbline.extract.Column.Type.DAY;
import static plumbline.extract.Column.Type.INSTANT;
import static plumbline.extract.Column.Type.NUMBER;
import static plumbline.extract.Column.Type.TEXT;
import static plumbline.extract.Column.Type.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plumbline.Metric;
import plumbline.Name;

/// What is stated, one row or one pair of columns a figure, and how it changed.
final class FigureTables {
    static final Column ORG_CODE =
            new Column("org_code", "部门代码", "Department code", CODE, "部门的代码", "Code of the department").always();
    static final Column ORG_NAME = new Column(
            "org_name",
            "部门名称",
            "Department",
            TEXT,
            "部门的名称，语言由lang定",
            "Name of the department in the language asked for");
    static final Column PERIOD = new Column(
                    "period",
                    "期间",
                    "Period",
                    CODE,
                    "期间：2022、2022H1、2022Q1、2022M03",
                    "Period: 2022, 2022H1, 2022Q1, 2022M03")
            .always();
    static final Column SCOPE = new Column(
                    "scope",
                    "范围",
                    "Scope",
                    CODE,
                    "own 本级，consolidated 含下级",
                    "own, or consolidated with everything below")
            .of("scope");
    static final Column CATEGORY = new Column(
                    "category_code",
                    "分类代码",
                    "Category code",
                    CODE,
                    "分类代码，空为不分类",
                    "Code of the category; empty for the metric as a whole")
            .of("category_code");

    static final Column BASIS = new Column(
                    "basis",
                    "口径",
                    "Basis",
                    CODE,
                    "disc 当期，ytd 累计，stock 时点",
                    "disc in the period, ytd since January, stock at its end")
            .of("basis");

    /// What the reports state, and a row with its state for what they should have stated: a department, a due period
    /// and a metric each.
    static final Table FIGURES = new Table(
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
                    new Column(
                            "location",
                            "位置",
                            "Place",
                            TEXT,
                            "在报告中的位置：form:行:列，text:起-止（字符），工作表!格",
                            "Place in the report: form:LINE:COLUMN, text:FROM-TO in characters, or SHEET!CELL"),
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
                    CATEGORY,
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

    /// What differs between two moments.
    static final Table CHANGES = new Table(
            "changes",
            new Name("变化", "Changes"),
            List.of(
                    ORG_CODE,
                    ORG_NAME,
                    new Column("metric_code", "指标代码", "Metric code", CODE, "指标的代码", "Code of the metric").always(),
                    new Column("metric_name", "指标名称", "Metric", TEXT, "指标的名称", "Name of the metric"),
                    new Column("category_code", "分类代码", "Category code", CODE, "分类代码", "Code of the category")
                            .of("category_code"),
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

    private FigureTables() {}

    /// The figures with a row per department and period and two columns per metric: its number, and its state.
    static Table wide(List<Metric> metrics) {
        List<Column> columns = new ArrayList<>(List.of(
                ORG_CODE,
                ORG_NAME,
                PERIOD,
                new Column("period_start", "起始日", "First day", DAY, "期间第一天", "First day of the period").always(),
                new Column("period_end", "截止日", "Last day", DAY, "期间最后一天（含）", "Last day, inclusive").always(),
                BASIS,
                SCOPE));
        metrics.stream().flatMap(FigureTables::pair).forEach(columns::add);
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
}
