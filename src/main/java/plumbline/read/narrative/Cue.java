package plumbline.read.narrative;

import plumbline.Worded;

/// What a word of a report does to the counts around it.
enum Cue implements Worded {
    /// Numbers inside mean nothing: 一岗双责, 三会一课.
    FIXED,
    /// Contains another cue without being one: 重要, 工作计划.
    NEUTRAL,
    /// What follows in the sentence is yet to be done: 计划对, 力争, 下一步.
    PLAN,
    /// What follows in the clause is required: 每月, 确保, 应当.
    REQUIREMENT,
    /// The number behind it is a difference: 增加, 多出.
    DELTA,
    /// The number behind it is a level again: 增加到.
    LEVEL,
    /// What is said to be absent follows: 未发生.
    ZERO,
    /// As ZERO, but says less: 未发现.
    ZERO_NOT_FOUND,
    /// What can be said to be absent: 违纪违法案件.
    ZERO_NOUN,
    /// A norm, not a count: 能够做到.
    NORM,
    /// What follows are parts: 其中.
    SUBSET,
    /// Each of several: 各, 均, 人均.
    EACH,
    /// A number for each on the average: 人均.
    AVERAGE,
    /// What is counted was done away with: 压减会议.
    REDUCTION,
    /// A person of a case, the name shortened: 李某.
    PERSON,
    /// The number behind it is a stock: 现有, 下辖.
    STOCK,
    /// The count was received for study from above: 学习…通报的.
    RECEIVED,
    /// The count tells of one case: 涉嫌.
    CASE,
    /// Nouns whose number says nothing: 个层面, 个方面.
    CLASSIFIER,
    /// Units of the organisation, counted only where something is done to them: 社区, 支部.
    ORGANISATION,
    /// What makes units of the organisation the object of what was done: 对, 与, 约谈.
    GOVERNS,
    /// A heading of a section of plans.
    PLAN_SECTION,
    /// A heading of a section of problems.
    PROBLEM_SECTION,
    /// A title of a document of plans.
    PLAN_TITLE,
    /// A title of a document about what was done.
    RESULT_TITLE,
    /// Advertising.
    ADVERT,
    /// Words behind a count that go on with the sentence: 参加, 全部.
    BEHIND,
    /// What is left to do: 正在, 尚未.
    PENDING,
    /// Says that something is done already: 已, 先后.
    PAST,
    /// Verbs that only carry the count: 开展, 召开.
    LIGHT,
    /// Amounts without a number: 若干, 多次.
    VAGUE,
    /// A thing all of which is said to be done: 均已办结.
    ALL_DONE,
    /// What a column of a table with earlier or planned figures is called.
    OTHER_COLUMN,
    /// What a column with the figures is called.
    VALUE_COLUMN,
    /// What a column with measure words is called.
    UNIT_COLUMN
}
