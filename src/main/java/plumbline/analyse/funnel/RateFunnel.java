package plumbline.analyse.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.analyse.Exclusion;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.StaffTime;

/// A funnel of events that concern persons, per 100 staff and year. Stateless.
public final class RateFunnel {
    private RateFunnel() {}

    /// A department with its events and its staff.
    ///
    /// @param staff absent where no head-count is known
    public record Member(String department, Cell events, Optional<StaffTime> staff) {}

    private record Known(String department, long events, long personMonths) {}

    public static Funnel of(Metric metric, List<Member> members) {
        boolean counts = metric.kind() == Kind.FLOW || metric.kind() == Kind.PERSONS;
        if (!counts || !metric.personSensitive()) {
            return Funnel.refused(Funnel.Reason.NOT_BY_CHANCE, List.of());
        }
        List<Known> known = new ArrayList<>();
        List<Funnel.LeftOut> leftOut = new ArrayList<>();
        for (Member member : members) {
            Optional<Funnel.Omission> why = omission(member);
            if (why.isPresent()) {
                leftOut.add(new Funnel.LeftOut(member.department(), why.get()));
            } else {
                known.add(known(member));
            }
        }
        if (known.size() < Funnel.FEWEST_DEPARTMENTS) {
            return Funnel.refused(Funnel.Reason.FEW_DEPARTMENTS, leftOut);
        }
        long events = known.stream().mapToLong(Known::events).sum();
        long personMonths = known.stream().mapToLong(Known::personMonths).sum();
        if (events == 0) {
            return Funnel.refused(Funnel.Reason.NO_EVENTS, leftOut);
        }
        double mean = events / (double) personMonths;
        List<Funnel.Point> points =
                known.stream().map(each -> point(each, mean)).toList();
        return new Funnel(
                Optional.empty(),
                OptionalDouble.of(1200 * mean),
                points,
                leftOut,
                Funnel.lines(points, false, (years, level) -> {
                    Bounds limits = PoissonLimits.at(12 * years * mean, level);
                    return new Bounds(100 * limits.lower() / years, 100 * limits.upper() / years);
                }),
                Optional.empty());
    }

    private static Funnel.Point point(Known each, double mean) {
        return new Funnel.Point(
                each.department(),
                each.events(),
                each.personMonths() / 12.0,
                1200.0 * each.events() / each.personMonths(),
                PoissonLimits.outlier(each.events(), each.personMonths() * mean));
    }

    private static Known known(Member member) {
        return new Known(
                member.department(),
                member.events().interval().orElseThrow().lower(),
                member.staff().orElseThrow().personMonths().lower());
    }

    private static Optional<Funnel.Omission> omission(Member member) {
        Optional<Exclusion> exclusion = Exclusion.of(member.events());
        if (exclusion.isPresent()) {
            return exclusion.map(Funnel.Omission::of);
        }
        if (member.staff().isEmpty()) {
            return Optional.of(Funnel.Omission.SIZE_MISSING);
        }
        Interval personMonths = member.staff().get().personMonths();
        if (!personMonths.isPoint()) {
            return Optional.of(Funnel.Omission.SIZE_NOT_SURE);
        }
        return personMonths.lower() == 0 ? Optional.of(Funnel.Omission.SIZE_ZERO) : Optional.empty();
    }
}
