package plumbline.extract;

import static plumbline.extract.Column.Type.CODE;
import static plumbline.extract.Column.Type.DAY;
import static plumbline.extract.Column.Type.NUMBER;
import static plumbline.extract.Column.Type.TEXT;
import static plumbline.extract.Column.Type.WHOLE;

import java.util.List;
import plumbline.Name;

/// What the charts show.
final class CellTable {
    static final Table CELLS = new Table(
            "cells",
            new Name("汇总数", "Cells"),
            List.of(
                    new Column("department_code", "部门代码", "Department code", CODE, "部门的代码", "Code of the department")
                            .always(),
                    new Column("metric_code", "指标代码", "Metric code", CODE, "指标的代码", "Code of the metric").always(),
                    FigureTables.CATEGORY,
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
                            .of("cells.basis")
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
                    new Column("unit", "计量单位", "Unit", TEXT, "计量单位", "Unit of count"),
                    new Column(
                                    "period_start",
                                    "起始日",
                                    "First day",
                                    DAY,
                                    "所说月份的第一天；累计的，为一月一日",
                                    "First day of the months it is of; of one to date, the first of January")
                            .always(),
                    new Column("period_end", "截止日", "Last day", DAY, "最后一天（含）", "Last day, inclusive").always(),
                    new Column(
                                    "period_code",
                                    "期间代码",
                                    "Period code",
                                    CODE,
                                    "期间，写法同figures.csv：2022、2022H1、2022Q1、2022M03",
                                    "The period as figures.csv writes it: 2022, 2022H1, 2022Q1, 2022M03")
                            .always()),
            List.of("department_code", "metric_code", "category_code", "period", "basis"));

    private CellTable() {}
}
