/// A report comes in: read it, check it, record it, answer with a [plumbline.Receipt].
///
/// Start with [plumbline.intake.Intake#accept].
@NullMarked
package plumbline.intake;

import org.jspecify.annotations.NullMarked;
