package plumbline;

import java.util.Set;

/// Whose doings a department's figure counts.
public enum Scope implements Worded {
    /// The department itself.
    OWN("本级"),
    /// The department with everything below it, as it states itself; checked against the sum of its children.
    CONSOLIDATED("汇总");

    private final String zh;

    Scope(String zh) {
        this.zh = zh;
    }

    /// What forms call it in Chinese.
    public String zh() {
        return zh;
    }

    @Override
    public Set<String> names() {
        return Set.of(zh);
    }
}
