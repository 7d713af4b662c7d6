/// Is it fair: departments of different size around what they have in common, with limits of what chance does (funnel
/// plots, Spiegelhalter 2005). Class and line come from one inversion, so that a mark never contradicts the picture.
@NullMarked
package plumbline.analyse.funnel;

import org.jspecify.annotations.NullMarked;
