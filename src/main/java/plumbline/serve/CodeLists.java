package plumbline.serve;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Department;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Report;
import plumbline.Scope;
import plumbline.extract.Rows;
import plumbline.ledger.Ledger;

/// What the codes in extracts mean: metrics, departments, periods, reports, and the words of states and the like.
record CodeLists(Catalog catalog, Ledger ledger, Extract extract) {
    private static final String[][] WORDS = {
        {"state", "exact", "确切", "Exact"},
        {"state", "zero", "明确为零", "Stated zero"},
        {"state", "at_least", "至少", "At least"},
        {"state", "at_most", "至多", "At most"},
        {"state", "about", "约", "About"},
        {"state", "range", "区间", "Range"},
        {"state", "withheld", "未公开（原文“*”）", "Withheld in the source (*)"},
        {"state", "suppressed", "本系统屏蔽", "Suppressed here"},
        {"state", "not_mentioned", "未提及", "Not mentioned"},
        {"state", "not_reported", "未报送", "Not reported"},
        {"state", "not_applicable", "不适用", "Not applicable"},
        {"state", "not_due", "未到期", "Not due"},
        {"state", "unconfirmed", "待核", "Unconfirmed"},
        {"state", "conflict", "待裁定", "Conflict"},
        {"qualifier", "eq", "等于", "exactly"},
        {"qualifier", "ge", "至少", "at least"},
        {"qualifier", "le", "至多", "at most"},
        {"qualifier", "ap", "约", "about"},
        {"qualifier", "rg", "区间", "range"},
        {"basis", "disc", "当期", "in the period"},
        {"basis", "ytd", "累计", "since January"},
        {"basis", "stock", "时点", "at the period's end"},
        {"period_type", "M", "月", "month"},
        {"period_type", "Q", "季", "quarter"},
        {"period_type", "H", "半年", "half-year"},
        {"period_type", "A", "年", "year"},
        {"period_type", "YTD", "年初至今", "year to date"},
        {"obs_status", "A", "正常", "normal"},
        {"obs_status", "L", "未报送", "not reported"},
        {"obs_status", "M", "不适用", "not applicable"},
        {"obs_status", "O", "未提及或未到期", "not mentioned or not due"},
        {"obs_status", "Q", "未公开或屏蔽", "withheld or suppressed"},
        {"obs_status", "V", "待核", "unconfirmed"},
        {"review_state", "confirmed", "已确认", "Confirmed"},
        {"review_state", "revised", "已修订", "Revised"},
        {"review_state", "unconfirmed", "待核", "Unconfirmed"},
        {"change", "new", "新报", "New"},
        {"change", "changed", "已更正", "Changed"},
        {"change", "withdrawn", "已撤回", "Withdrawn"},
    };

    void write(Rows to) throws IOException {
        switch (extract.table().name()) {
            case "metrics" -> catalog.metrics().stream().filter(this::isAsked).forEach(each -> metric(each, to));
            case "orgs" -> {
                for (Department each : ExtractRows.departments(
                        extract.selection(), ledger.departments(extract.view().vintage()))) {
                    department(each, to);
                }
            }
            case "periods" ->
                ledger.extent().periods(extract.view().vintage()).stream()
                        .filter(each -> extract.selection().includes(each.span()))
                        .forEach(each -> period(each, to));
            case "codes" -> codes(to);
            case "reports" ->
                ledger.reports(extract.view().vintage()).reversed().forEach(each -> report(each, to));
            default -> throw new IllegalArgumentException(extract.table().name());
        }
        to.flush();
    }

    private boolean isAsked(Metric metric) {
        Set<String> asked = extract.selection().metrics();
        return asked.isEmpty() || asked.contains(metric.code());
    }

    private static void metric(Metric metric, Rows to) {
        to.code(metric.code())
                .text(metric.name().zh())
                .text(metric.name().en())
                .code(metric.family())
                .text(metric.unit())
                .number(metric.decimals())
                .code(metric.kind().word())
                .code(metric.direction().word())
                .code(String.join("|", metric.schemes()))
                .code(metric.numerator().orElse(""))
                .code(metric.denominator().orElse(""))
                .text(metric.caution().zh())
                .text(metric.caution().en())
                .endRow();
    }

    private static void department(Department department, Rows to) {
        to.code(department.code())
                .text(department.name().zh())
                .text(department.name().en())
                .code(department.parent().orElse(""))
                .day(department.opened())
                .day(department.closed())
                .code(department.additive() ? "yes" : "no")
                .endRow();
    }

    private static void period(Period period, Rows to) {
        to.code(FigureRow.compact(period))
                .day(period.start())
                .day(period.end())
                .code(FigureRow.letter(period))
                .endRow();
    }

    private static Name name(Method method) {
        return switch (method) {
            case STATED -> new Name("所报", "Stated");
            case SUMMED -> new Name("相加", "Sum of its parts");
            case DERIVED -> new Name("相减", "Worked out by subtraction");
            case PARTIAL -> new Name("只有部分，为下限", "Some parts only: a lower bound");
            case MISSING -> new Name("缺", "No figure");
        };
    }

    private static Name name(Scope scope) {
        return new Name(
                scope.zh(),
                switch (scope) {
                    case OWN -> "the department alone";
                    case CONSOLIDATED -> "with everything below it";
                });
    }

    private static Name name(Basis basis) {
        return new Name(
                basis.zh(),
                switch (basis) {
                    case IN_PERIOD -> "in the period";
                    case TO_DATE -> "since January";
                    case AT_END -> "at the period's end";
                });
    }

    private void codes(Rows to) {
        for (String[] each : WORDS) {
            code(each[0], each[1], new Name(each[2], each[3]), "", to);
        }
        for (Scope each : Scope.values()) {
            code("scope", each.word(), name(each), "", to);
        }
        for (Method each : Method.values()) {
            code("method", each.word(), name(each), "", to);
        }
        for (Basis each : Basis.values()) {
            code("cells.basis", each.word(), name(each), "", to);
        }
        Set<String> schemes = catalog.metrics().stream()
                .filter(this::isAsked)
                .flatMap(each -> each.schemes().stream())
                .collect(Collectors.toSet());
        for (Classification scheme : catalog.classifications()) {
            if (schemes.contains(scheme.scheme())) {
                scheme.categories()
                        .forEach(each -> code(
                                "category_code",
                                each.code(),
                                each.name(),
                                each.parent().orElse(""),
                                to));
            }
        }
    }

    private static void code(String list, String code, Name name, String parent, Rows to) {
        to.code(list).code(code).text(name.zh()).text(name.en()).code(parent).endRow();
    }

    private static void report(Report report, Rows to) {
        to.code(Ids.report(report.id()))
                .text(report.name())
                .code(report.kind().word())
                .code(report.department().orElse(""))
                .code(report.period().map(FigureRow::compact).orElse(""))
                .instant(report.receivedAt())
                .text(report.actor())
                .number(report.size())
                .code(report.sha256())
                .number(report.figures())
                .endRow();
    }
}
