package plumbline;

/// Whether a finding refuses the file or only asks for attention.
public enum Severity implements Worded {
    ERROR,
    WARNING
}
