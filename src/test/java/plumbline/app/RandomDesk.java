package plumbline.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.intake.Judgement;

/// What people say at the desk of a small organisation, right and wrong, drawn from a seed.
final class RandomDesk {
    private static final List<String> PEOPLE = List.of("张", "李");
    private static final List<String> VALUES = List.of("18", "0", "60余", "*", "若干");

    private final Random random;
    private final Consumer<Object> telling;

    /// @param telling hears every step
    RandomDesk(Random random, Consumer<Object> telling) {
        this.random = random;
        this.telling = telling;
    }

    /// Says one thing of one proposal, if there is any.
    ///
    /// @return whether it was accepted, with or without effect
    boolean say(House house) {
        Vintage vintage = house.ledger().newest();
        List<RecordedProposal> all = house.ledger().reviews().texts(vintage).stream()
                .flatMap(text -> house.ledger().reviews().in(text, vintage).stream())
                .toList();
        if (all.isEmpty()) {
            return false;
        }
        RecordedProposal about = pick(all);
        try {
            boolean owned = house.ledger().reviews().attributions(vintage).containsKey(about.report());
            if (random.nextInt(owned ? 10 : 2) == 0) {
                String period = pick(List.of("2022-Q1", "2022-H1", "2022", "2022-Q9"));
                String department = pick(List.of("D1", "D2", "B", "D99"));
                telling.accept("attribute " + about.report() + " " + department + " " + period);
                house.intake().desk().judging().attribute(about.report(), department, period, pick(PEOPLE));
            } else {
                Judgement judgement = judgement(about);
                telling.accept(judgement);
                house.intake().desk().judging().judge(about.report(), judgement);
            }
            return true;
        } catch (Refusal refused) {
            telling.accept(refused.getMessage());
            return false;
        }
    }

    private Judgement judgement(RecordedProposal about) {
        Verdict.Kind kind = switch (random.nextInt(8)) {
            case 0 -> Verdict.Kind.NO_COUNT;
            case 1 -> Verdict.Kind.QUERY;
            case 2 -> Verdict.Kind.REOPEN;
            default -> Verdict.Kind.CONFIRM;
        };
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (random.nextInt(4) == 0) {
            fields.put(Field.VALUE, pick(VALUES));
        }
        if (random.nextInt(6) == 0) {
            fields.put(Field.PERIOD, pick(List.of("2022-Q2", "2022-03", "2023")));
        }
        return new Judgement(
                about.id(),
                kind,
                kind == Verdict.Kind.CONFIRM ? fields : Map.of(),
                Optional.empty(),
                Optional.empty(),
                pick(PEOPLE),
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of("as the office said"),
                Optional.of(about.verdicts().size()).filter(_ -> random.nextBoolean()));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
