package plumbline;

/// A group of metrics shown together (学习, 谈话, 处分 …).
public record Family(String code, Name name) {}
