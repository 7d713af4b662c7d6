package plumbline;

import java.util.Set;

/// Which time a figure counts (时间口径).
public enum Basis implements Worded {
    /// What happened inside the period.
    IN_PERIOD("当期", "本期"),
    /// From 1 January to the end of the period, the way bulletins accumulate.
    TO_DATE("累计", "本年累计"),
    /// What stood on the period's last day; the only basis of a stock.
    AT_END("期末", "期末数");

    private final String zh;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> names;

    Basis(String zh, String other) {
        this.zh = zh;
        this.names = Set.of(zh, other);
    }

    /// What forms call it in Chinese.
    public String zh() {
        return zh;
    }

    @Override
    public Set<String> names() {
        return names;
    }
}
