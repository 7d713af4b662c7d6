package plumbline;

/// How firmly a stated number is worded.
public enum Qualifier implements Worded {
    EXACT,
    /// 60余, 45以上, 超过30: the true number is at least the lower bound.
    AT_LEAST,
    /// 近90, 不超过5: the true number is at most the upper bound.
    AT_MOST,
    /// 约35, and numbers rounded to a stated digit such as 62万.
    ABOUT,
    /// 3—5, 十几: both bounds are worded, no single number is.
    RANGE
}
