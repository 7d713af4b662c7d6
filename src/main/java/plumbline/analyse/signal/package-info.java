/// Is a change real? Control charts of single values and moving ranges (XmR) by the rule set mdc7 of NHS Making Data
/// Count: [ControlChart] for a series of the ledger, [Xmr] for the arithmetic alone.
///
/// Mean, limits and sides are compared as exact fractions, so that a value equal to the mean or on a limit is just
/// that, whatever constant is added to all values; `double` appears only in what is shown.
@NullMarked
package plumbline.analyse.signal;

import org.jspecify.annotations.NullMarked;
