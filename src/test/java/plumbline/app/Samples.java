package plumbline.app;

import java.util.EnumMap;
import java.util.Map;
import plumbline.State;
import plumbline.Vintage;
import plumbline.intake.Delivery;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The shared cast: a bureau with two offices, a report of one of them, and talks with their words.
final class Samples {
    static final String TALKS = "talk_integrity_persontimes";

    static final Delivery DEPARTMENTS = Program.file("部门.csv", """
        code,name_zh,name_en,parent
        B,某局,Bureau,
        D1,办公室,Office,B
        D2,财务处,Finance,B
        """);

    /// 𠮷 is one character of two chars, so offsets that count chars would be one too large.
    static final String WORDS = "𠮷林某局一季度报告\n开展集体、单独廉政谈话60余人次，未发现违纪。\n";

    static final Delivery TEXT = Program.file("一季度.txt", WORDS);

    static final Delivery FIGURES = Program.file("figures.csv", """
        department,period,metric,value,unit,document,start,end,quote
        D1,2021-Q1,talk_integrity_persontimes,50,人次,,,,
        D1,2022-Q1,talk_integrity_persontimes,60余,人次,一季度.txt,12,26,集体、单独廉政谈话60余人次
        D1,2022-Q2,talk_integrity_persontimes,0,人次,,,,
        D1,2022-Q3,talk_integrity_persontimes,*,人次,,,,
        D1,2022-Q4,talk_integrity_persontimes,,人次,一季度.txt,,,
        D2,2021-Q1,talk_integrity_persontimes,20,人次,,,,
        D2,2022-Q1,talk_integrity_persontimes,25,人次,,,,
        """);

    static final Delivery CORRECTION = Program.file("correction.csv", """
        department,period,metric,value
        D2,2022-Q1,talk_integrity_persontimes,26
        """);

    static final Delivery FAULTY = Program.file("faulty.csv", """
        department,period,metric,value
        D1,2023-Q1,talk_integrity_persontimes,7
        D9,2023-Q1,talk_integrity_persontimes,7
        D1,2023-Q2,talk_integrity_persontimes,若干
        """);

    private Samples() {}

    /// How many figures there are, by state, each read from its row.
    static Map<State, Long> counted(Ledger ledger, Vintage vintage, boolean unconfirmedToo) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        ledger.figures()
                .each(
                        FigureSelection.ALL,
                        vintage,
                        unconfirmedToo,
                        each -> counts.merge(each.figure().value().state(), 1L, Math::addExact));
        return counts;
    }
}
