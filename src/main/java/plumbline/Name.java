package plumbline;

/// A name or sentence in Chinese and English.
public record Name(String zh, String en) {}
