package plumbline.analyse.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiFunction;
import plumbline.Worded;
import plumbline.analyse.Exclusion;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Level;

/// Departments of different size around what they have in common, or why they are not set beside each other.
///
/// @param reason why there is no funnel; then there are no points and no lines
/// @param centre the pooled value
/// @param points in the order given
/// @param leftOut departments without a point, each with its reason
/// @param lines by ascending size; a line has a corner at each point, so that drawn straight between corners it still
/// has
///     every point on its side
/// @param dispersion absent where it cannot be judged: of rates, and with fewer than 10 departments
public record Funnel(
        Optional<Reason> reason,
        OptionalDouble centre,
        List<Point> points,
        List<LeftOut> leftOut,
        List<Limits> lines,
        Optional<Dispersion> dispersion) {
    /// With fewer departments limits say little that a table does not.
    public static final int FEWEST_DEPARTMENTS = 8;

    /// How many corners lines have besides those at points.
    private static final int CORNERS = 100;

    public enum Reason implements Worded {
        /// Neither events that concern persons nor a proportion. What is scheduled (study, meetings, party life) is no
        /// matter of chance, and limits of chance would mark every second department.
        NOT_BY_CHANCE,
        /// Fewer than eight departments with both numbers.
        FEW_DEPARTMENTS,
        /// Not a single event anywhere.
        NO_EVENTS
    }

    /// Why a department has no point; of several reasons the first in this order.
    public enum Omission implements Worded {
        NO_NUMBER,
        CONTESTED,
        NOT_EXACT,
        NOT_CONFIRMED,
        /// No staff or no whole is known.
        SIZE_MISSING,
        /// Not exact, not confirmed or contested.
        SIZE_NOT_SURE,
        SIZE_ZERO,
        /// A part of some other whole: it is larger.
        PART_ABOVE_WHOLE;

        static Omission of(Exclusion exclusion) {
            return switch (exclusion) {
                case NO_NUMBER -> NO_NUMBER;
                case CONTESTED -> CONTESTED;
                case NOT_EXACT -> NOT_EXACT;
                case NOT_CONFIRMED -> NOT_CONFIRMED;
            };
        }
    }

    /// A department of the picture.
    ///
    /// @param size person-years, or the whole
    /// @param value events per 100 person-years, or the share from 0 to 1
    public record Point(String department, long events, double size, double value, Outlier outlier) {}

    public record LeftOut(String department, Omission why) {}

    /// The lines at one size, in the unit of [Point#value].
    public record Limits(double size, Bounds inner, Bounds outer) {}

    public Funnel {
        points = List.copyOf(points);
        leftOut = List.copyOf(leftOut);
        lines = List.copyOf(lines);
    }

    static Funnel refused(Reason why, List<LeftOut> leftOut) {
        return new Funnel(Optional.of(why), OptionalDouble.empty(), List.of(), leftOut, List.of(), Optional.empty());
    }

    /// Lines over the range of the points.
    ///
    /// @param whole whether only whole sizes exist
    static List<Limits> lines(List<Point> points, boolean whole, BiFunction<Double, Level, Bounds> at) {
        TreeSet<Double> sizes = new TreeSet<>();
        points.forEach(point -> sizes.add(point.size()));
        double least = sizes.getFirst();
        double step = (sizes.getLast() - least) / CORNERS;
        for (int i = 1; i < CORNERS && step > 0; i++) {
            double size = least + i * step;
            sizes.add(whole ? Math.rint(size) : size);
        }
        List<Limits> lines = new ArrayList<>();
        for (double size : sizes) {
            lines.add(new Limits(size, at.apply(size, Level.P95), at.apply(size, Level.P998)));
        }
        return lines;
    }
}
