package plumbline.analyse.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import plumbline.Cell;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.analyse.Exclusion;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Level;

/// A funnel of proportions: how many of the problems found were put right. Stateless.
public final class ShareFunnel {
    private ShareFunnel() {}

    public record Member(String department, Cell part, Cell whole) {}

    private record Known(String department, long part, long whole) {}

    /// Where at least ten departments differ more than by chance, the limits allow for what is usual between them.
    ///
    /// @param metric the ratio
    public static Funnel of(Metric metric, List<Member> members) {
        if (metric.kind() != Kind.RATIO) {
            return Funnel.refused(Funnel.Reason.NOT_BY_CHANCE, List.of());
        }
        List<Known> known = new ArrayList<>();
        List<Funnel.LeftOut> leftOut = new ArrayList<>();
        for (Member member : members) {
            Optional<Funnel.Omission> why = omission(member);
            if (why.isPresent()) {
                leftOut.add(new Funnel.LeftOut(member.department(), why.get()));
            } else {
                known.add(new Known(member.department(), number(member.part()), number(member.whole())));
            }
        }
        if (known.size() < Funnel.FEWEST_DEPARTMENTS) {
            return Funnel.refused(Funnel.Reason.FEW_DEPARTMENTS, leftOut);
        }
        long parts = known.stream().mapToLong(Known::part).sum();
        if (parts == 0) {
            return Funnel.refused(Funnel.Reason.NO_EVENTS, leftOut);
        }
        return drawn(
                known,
                leftOut,
                parts / (double) known.stream().mapToLong(Known::whole).sum());
    }

    private static Funnel drawn(List<Known> known, List<Funnel.LeftOut> leftOut, double centre) {
        Optional<Dispersion> dispersion = known.size() < Dispersion.FEWEST_DEPARTMENTS
                ? Optional.empty()
                : Optional.of(Dispersion.of(known.stream()
                        .map(each -> new Dispersion.Member(each.part(), each.whole()))
                        .toList()));
        BiFunction<Double, Level, Bounds> at =
                dispersion.isEmpty() || dispersion.get().isChance()
                        ? (size, level) -> ShareLimits.at(centre, size.longValue(), level)
                        : (size, level) -> dispersion.get().limits(size, level);
        List<Funnel.Point> points = known.stream().map(each -> point(each, at)).toList();
        return new Funnel(
                Optional.empty(),
                OptionalDouble.of(centre),
                points,
                leftOut,
                Funnel.lines(points, true, at),
                dispersion);
    }

    private static Funnel.Point point(Known each, BiFunction<Double, Level, Bounds> at) {
        double size = each.whole();
        double share = each.part() / size;
        return new Funnel.Point(
                each.department(),
                each.part(),
                size,
                share,
                ShareLimits.outlier(share, at.apply(size, Level.P95), at.apply(size, Level.P998)));
    }

    private static long number(Cell cell) {
        return cell.interval().orElseThrow().lower();
    }

    private static Optional<Funnel.Omission> omission(Member member) {
        Optional<Exclusion> exclusion = Exclusion.of(member.part());
        if (exclusion.isPresent()) {
            return exclusion.map(Funnel.Omission::of);
        }
        if (member.whole().interval().isEmpty()) {
            return Optional.of(Funnel.Omission.SIZE_MISSING);
        }
        if (Exclusion.of(member.whole()).isPresent()) {
            return Optional.of(Funnel.Omission.SIZE_NOT_SURE);
        }
        if (number(member.whole()) == 0) {
            return Optional.of(Funnel.Omission.SIZE_ZERO);
        }
        return number(member.part()) > number(member.whole())
                ? Optional.of(Funnel.Omission.PART_ABOVE_WHOLE)
                : Optional.empty();
    }
}
