package plumbline;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A column of a form, with the header names it is known by.
public enum Field implements Worded {
    DEPARTMENT("部门", "单位", "科室", "处室", "填报单位", "填报部门", "报送单位", "部门代码", "org_code", "department_code"),
    PERIOD("期间", "时间", "报告期", "报告期间", "统计期间"),
    METRIC("指标", "指标名称", "项目", "项目名称", "统计项目", "指标代码", "metric_code"),
    CATEGORY("分类", "类别", "category_code"),
    VALUE("数值", "数据", "数量", "值", "value_text"),
    UNIT("计量单位"),
    BASIS("口径", "时间口径"),
    SCOPE("范围"),
    NOTE("备注", "说明"),
    REVIEW("核对", "review_state"),
    FROM("起", "起始日期", "原部门"),
    TO("止", "截止日期", "新部门"),
    DOCUMENT("文件", "报告文件"),
    START("起始位置"),
    END("结束位置"),
    QUOTE("原文", "sentence"),
    CODE("代码"),
    NAME_ZH("中文名称", "名称"),
    NAME_EN("英文名称"),
    PARENT("上级", "上级部门"),
    OPENED("成立", "成立日期"),
    CLOSED("撤销", "撤销日期"),
    ADDITIVE("可加总"),
    DATE("日期"),
    KIND("类型"),
    WEIGHT("权重"),
    DUE("截止", "应报日期"),
    WITHDRAWN("撤回"),
    DIRECTION("方向"),
    ALIASES("别名"),
    CHANGED("口径变更"),
    DRAFT("底稿"),
    AT_LEAST("不少于", "最低要求", "最低标准"),
    SOURCE("依据", "标准依据");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> names;

    Field(String... names) {
        this.names = Set.of(names);
    }

    /// The names it is known by besides its word.
    @Override
    public Set<String> names() {
        return names;
    }

    /// The field a header cell names; letter case and surrounding blanks do not matter.
    public static Optional<Field> named(String header) {
        String name = header.strip();
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(name) || field.names.contains(name))
                .findFirst();
    }
}
