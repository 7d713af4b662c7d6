package plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/// What a person said a header cell means.
///
/// @param department code of the department whose form it is
/// @param form digest that tells the form
/// @param header name of the cell, without its unit
/// @param meaning what it is read as; `-` if it is left out
/// @param column 1-based, where the cell stood
/// @param unit what its numbers counted; empty where nothing said it
/// @param confirmed who said so and when; absent while it is being said
public record HeaderMapping(
        String department,
        String form,
        String header,
        String meaning,
        int column,
        String unit,
        Optional<Confirmed> confirmed) {
    public record Confirmed(String actor, Instant at) {}
}
