package plumbline.intake;

/// A file as it arrives: its plain name and its bytes.
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file; nothing compares two of them
public record Delivery(String name, byte[] bytes) {}
