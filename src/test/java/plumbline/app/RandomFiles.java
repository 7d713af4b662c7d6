package plumbline.app;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import plumbline.Mode;
import plumbline.intake.Delivery;
import plumbline.intake.Order;

/// Files as a small organisation might hand them in over two years, right and wrong ones, drawn from a seed.
final class RandomFiles {
    private static final String HEADER = "department,period,metric,category,value,basis,scope,note,review,from,to\n";
    private static final List<String> WORDINGS = List.of(
            "0", "1", "3", "7", "12", "18", "1,204", "九", "60余", "62万", "近90", "约35", "3—5", "*", "无", "/", "[c]", "");
    private static final List<String> FLOW_CATEGORIES =
            List.of("", "", "", "talk_mode.collective", "talk_mode.individual");
    private static final List<String> PERSON_CATEGORIES = List.of("", "", "party_sanction.warning");

    private final Random random;
    private final List<String> departments = new ArrayList<>(List.of("B"));
    private final List<Step> past = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int serial;

    /// Files handed in together.
    record Step(List<Delivery> files, Order order) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(order.mode() + (order.dryRun() ? " dry run" : ""));
            files.forEach(each -> text.append("\n")
                    .append(each.name())
                    .append(":\n")
                    .append(new String(each.bytes(), StandardCharsets.UTF_8)));
            return text.toString();
        }
    }

    RandomFiles(Random random) {
        this.random = random;
    }

    /// Three to five departments.
    Step establish() {
        StringBuilder rows = new StringBuilder("code,name_zh,name_en,parent\nB,某局,Bureau,\n");
        for (int i = 1; i <= 2 + random.nextInt(3); i++) {
            String parent = i > 2 && random.nextInt(4) == 0 ? "D1" : "B";
            rows.append("D%d,第%d处,Office %d,%s\n".formatted(i, i, i, parent));
            departments.add("D" + i);
        }
        return step(Mode.ADD, file("departments", rows.toString()));
    }

    Step next() {
        Step step = random.nextInt(10) == 0 ? again() : fresh();
        if (random.nextInt(8) == 0) {
            Order order = step.order();
            step = new Step(
                    step.files(),
                    new Order(order.mode(), order.reason(), order.department(), order.period(), true, order.actor()));
        }
        past.add(step);
        return step;
    }

    /// Bytes that came before, in the mode they came in or in another.
    private Step again() {
        if (past.isEmpty()) {
            return fresh();
        }
        Step step = pick(past);
        return random.nextBoolean()
                ? step
                : new Step(step.files(), order(random.nextBoolean() ? Mode.CORRECT : Mode.WITHDRAW));
    }

    private Step fresh() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> step(Mode.ADD, figures(Set.of()));
            case 3, 4 -> step(Mode.CORRECT, figures(Set.of()));
            case 5 -> step(Mode.WITHDRAW, known());
            case 6 -> step(Mode.CORRECT, known());
            case 7 -> textWithFigures();
            case 8 -> step(random.nextBoolean() ? Mode.ADD : Mode.CORRECT, newDepartments());
            case 9 -> step(Mode.ADD, reorganisation());
            case 10 -> step(random.nextBoolean() ? Mode.ADD : Mode.CORRECT, calendar());
            case 11, 12 -> step(Mode.ADD, narrative());
            default -> step(Mode.ADD, faulty());
        };
    }

    /// Figures whose keys are not among those used before; adds theirs.
    Step apart(Set<String> used) {
        return step(Mode.ADD, figures(used));
    }

    private Delivery figures(Set<String> used) {
        StringBuilder rows = new StringBuilder(HEADER);
        Set<String> keys = new TreeSet<>(used);
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            String key = key();
            if (keys.add(key)) {
                rows.append(row(key));
                said.add(key);
            }
        }
        if (!used.isEmpty()) {
            used.addAll(keys);
        }
        return file("figures", rows.toString());
    }

    /// Figures of keys that were spoken of before.
    private Delivery known() {
        StringBuilder rows = new StringBuilder(HEADER);
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(3) && !said.isEmpty(); i++) {
            keys.add(pick(said));
        }
        keys.forEach(each -> rows.append(row(each)));
        return file("known", rows.toString());
    }

    /// Department, period, metric, category; then, behind `|`, basis and scope.
    private String key() {
        String period = period();
        String scope = random.nextInt(6) == 0 ? "consolidated" : "own";
        String flow = random.nextInt(3) == 0 ? "to_date" : "in_period";
        String metric = switch (random.nextInt(3)) {
            case 0 -> "talk_integrity_persontimes," + pick(FLOW_CATEGORIES) + "|" + flow;
            case 1 -> "discipline_party_persons," + pick(PERSON_CATEGORIES) + "|" + flow;
            default -> "risk_integrity_points,|at_end";
        };
        return pick(departments) + "," + period + "," + metric + "," + scope;
    }

    private String period() {
        int year = 2022 + random.nextInt(2);
        return year
                + switch (random.nextInt(6)) {
                    case 0 -> "";
                    case 1 -> "-H" + (1 + random.nextInt(2));
                    case 2 -> "-%02d".formatted(1 + random.nextInt(12));
                    default -> "-Q" + (1 + random.nextInt(4));
                };
    }

    private String row(String key) {
        String[] halves = key.split("\\|", -1);
        String value = pick(WORDINGS);
        String review = random.nextInt(5) == 0 ? "unconfirmed" : "";
        String range = halves[0].contains("2022-Q1") && random.nextInt(4) == 0 ? "2022-01-05,2022-02-20" : ",";
        return "%s,%s,%s,n%d,%s,%s%n"
                .formatted(
                        halves[0], value.contains(",") ? '"' + value + '"' : value, halves[1], ++serial, review, range);
    }

    private Step textWithFigures() {
        String wording = pick(List.of("18", "60余", "九"));
        String quote = "廉政谈话" + wording + "人次";
        String before = "第" + ++serial + "号报告，𠮷林。";
        Delivery text = new Delivery("text-" + serial + ".txt", bytes(before + quote + "。\n"));
        int start = before.codePointCount(0, before.length());
        String row = "%s,%s,talk_integrity_persontimes,%s,%s,%d,%d,%s%n"
                .formatted(
                        pick(departments),
                        period(),
                        wording,
                        text.name(),
                        start,
                        start + quote.codePointCount(0, quote.length()),
                        quote);
        Delivery form = file("quoted", "department,period,metric,value,document,start,end,quote\n" + row);
        return new Step(List.of(form, text), order(Mode.ADD));
    }

    /// A report in words, from which the reader proposes figures.
    private Delivery narrative() {
        int office = 1 + random.nextInt(4);
        String period = pick(List.of("2022年第一季度", "2022年上半年", "2022年", "今年以来"));
        String text = "%s第%d处党风廉政建设工作情况报告（第%d号）%n%s，开展廉政谈话%s人次，排查廉政风险点%s个。给予党内警告处分%s人。%n"
                .formatted(
                        period,
                        office,
                        ++serial,
                        period,
                        pick(List.of("18", "60余", "九", "*")),
                        pick(List.of("12", "近90")),
                        pick(List.of("1", "两", "*")));
        return new Delivery("narrative-" + serial + ".txt", bytes(text));
    }

    private Delivery newDepartments() {
        StringBuilder rows = new StringBuilder("code,name_zh,name_en,parent,opened,closed,additive\n");
        boolean another = random.nextBoolean();
        String code = another ? "D" + departments.size() : pick(departments);
        if (another) {
            departments.add(code);
        }
        String parent = code.equals("B") ? "" : "B";
        String closed = random.nextInt(4) == 0 ? "2024-01-01" : "";
        rows.append("%s,改名%d处,Renamed %d,%s,,%s,%s%n"
                .formatted(code, ++serial, serial, parent, closed, random.nextInt(5) == 0 ? "no" : "yes"));
        return file("offices", rows.toString());
    }

    private Delivery reorganisation() {
        String kind = pick(List.of("merged", "renamed", "split"));
        String weight = kind.equals("split") ? "0.5" : "";
        return file(
                "steps",
                "date,kind,from,to,weight\n%s,%s,%s,%s,%s%n"
                        .formatted(day(2023), kind, pick(departments), pick(departments), weight));
    }

    private Delivery calendar() {
        String metric = random.nextBoolean() ? "" : "talk_integrity_persontimes";
        return file(
                "calendar",
                "metric,department,period,due\n%s,%s,%s,%s%n"
                        .formatted(metric, pick(departments), period(), day(2024)));
    }

    private Delivery faulty() {
        String right = row(key());
        String wrong = random.nextBoolean() ? right.replaceFirst("^\\w+", "D99") : right.replaceFirst("-Q\\d", "-Q7");
        return file("faulty", HEADER + right + wrong + "B,2022-Q1,talk_integrity_persontimes,,若干,,,,,,\n");
    }

    private LocalDate day(int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    private Delivery file(String name, String content) {
        return new Delivery(name + "-" + ++serial + ".csv", bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Step step(Mode mode, Delivery file) {
        return new Step(List.of(file), order(mode));
    }

    private static Order order(Mode mode) {
        Optional<String> reason = mode.needsReason() ? Optional.of("a slip of the pen") : Optional.empty();
        return new Order(mode, reason, Optional.empty(), Optional.empty(), false, "clerk");
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
