package plumbline;

/// An earlier try to hand a file in, as the copy that came back from it tells; the sender's own words, and no proof.
///
/// @param file name of the file of that time
/// @param sha256 of its bytes
/// @param checkedAt when it was checked, as people write it: `2026-11-21 15:02`
public record Attempt(String file, String sha256, String checkedAt) {}
