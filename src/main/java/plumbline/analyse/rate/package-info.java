/// How many for its size, and how sure: rates per 100 staff and proportions with their intervals. The only place of
/// `analyse` with a library: distributions and their quantiles come from Apache Commons Statistics.
@NullMarked
package plumbline.analyse.rate;

import org.jspecify.annotations.NullMarked;
