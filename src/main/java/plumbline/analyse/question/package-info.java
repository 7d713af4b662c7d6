/// Figures that are worth a second look, as questions with the numbers behind them. None says that anything is wrong:
/// each has honest answers, and a person may set it aside with a reason.
@NullMarked
package plumbline.analyse.question;

import org.jspecify.annotations.NullMarked;
