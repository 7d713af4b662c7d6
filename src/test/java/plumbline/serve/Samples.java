package plumbline.serve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Aggregation;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Direction;
import plumbline.Family;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Unit;

/// The shared cast: a bureau with three offices, talks (a flow) and sanctions (by category), 2022 to 2023.
final class Samples {
    static final Catalog CATALOG = new Catalog(
            "test",
            List.of(new Family("talks", new Name("谈话", "Talks")), new Family("sanctions", new Name("处分", "Sanctions"))),
            List.of(
                    metric("talks", "廉政谈话", "Integrity talks", "talks", "人次", Kind.FLOW, List.of()),
                    metric("sanctions", "党纪处分", "Party sanctions", "sanctions", "人", Kind.FLOW, List.of("party")),
                    metric("risks", "廉政风险点", "Risk points", "talks", "个", Kind.STOCK, List.of())),
            List.of(new Classification(
                    "party",
                    new Name("党纪处分种类", "Party sanctions"),
                    true,
                    true,
                    List.of(
                            category("party.warning", "警告", "Warning"),
                            category("party.expulsion", "开除党籍", "Expulsion")))),
            List.of(
                    new Unit("人次", "person-times", "person-times", Set.of("人次")),
                    new Unit("人", "persons", "persons", Set.of("人", "名")),
                    new Unit("个", "items", "items", Set.of("个", "处"))));

    private Samples() {}

    private static Classification.Category category(String code, String zh, String en) {
        return new Classification.Category(
                code, new Name(zh, en), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Metric metric(
            String code, String zh, String en, String family, String unit, Kind kind, List<String> schemes) {
        return new Metric(
                code,
                new Name(zh, en),
                family,
                unit,
                0,
                kind,
                Direction.NEUTRAL,
                false,
                kind == Kind.STOCK ? Aggregation.LAST : Aggregation.SUM,
                Aggregation.SUM,
                schemes,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    static final String DEPARTMENTS = """
        code,name_zh,name_en,parent
        B,某局,Bureau,
        D1,办公室,Office,B
        D2,财务处,Finance,B
        D3,人事处,Personnel,B
        """;

    /// Every state a form can state: exact, zero, at least, about, at most, range, withheld, not applicable.
    static final String FIGURES = """
        department,period,metric,category,value,unit,scope,note
        D1,2022-Q1,talks,,18,人次,,
        D2,2022-Q1,talks,,60余,人次,,
        D3,2022-Q1,talks,,*,人次,,原文未公开
        D1,2022-Q2,talks,,0,人次,,
        D2,2022-Q2,talks,,约35,人次,,=1+1
        D3,2022-Q2,talks,,近90,人次,,
        D1,2022-Q3,talks,,3—5,人次,,
        D1,2023-Q1,talks,,24,人次,,
        D2,2023-Q1,talks,,70,人次,,
        B,2022-Q2,talks,,12,人次,consolidated,
        D1,2022,sanctions,warning,2,人,,
        D1,2022,sanctions,,3,人,,
        D1,2022-Q4,risks,,7,个,,
        D3,2022-Q4,talks,,/,人次,,
        D2,2022-Q4,talks,,[c],人次,,
        """;

    static final String REPORT = "年内，专题研究工作。进行集体、单独廉政谈话60余人次。\n二、其他。\n";

    static final String PASSAGES = """
        department,period,metric,value,document,start,end,quote
        D2,2023-Q2,talks,60余,report.txt,%d,%d,廉政谈话60余人次
        """.formatted(REPORT.indexOf("廉政谈话"), REPORT.indexOf("。\n"));

    static final String CORRECTION = """
        department,period,metric,value
        D1,2022-Q1,talks,19
        """;
}
