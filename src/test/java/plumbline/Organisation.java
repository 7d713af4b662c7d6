package plumbline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A short notation for an organisation in time.
///
/// `a < top`, `b < top from 2022-07-01 until 2024-01-01`; `2023-07-01 merged a b`, `2023-07-01 split a b 0.6`.
public final class Organisation {
    private Organisation() {}

    public static DepartmentTree of(String... lines) {
        List<Department> departments = new ArrayList<>();
        List<Reorganisation> steps = new ArrayList<>();
        for (String line : lines) {
            if (Character.isDigit(line.charAt(0))) {
                steps.add(step(line.split(" ", -1)));
            } else {
                departments.add(department(Arrays.asList(line.split(" ", -1))));
            }
        }
        return new DepartmentTree(departments, steps);
    }

    private static Department department(List<String> words) {
        return new Department(
                words.getFirst(),
                new Name(words.getFirst(), words.getFirst()),
                after(words, "<"),
                after(words, "from").map(LocalDate::parse),
                after(words, "until").map(LocalDate::parse),
                true);
    }

    private static Optional<String> after(List<String> words, String word) {
        int at = words.indexOf(word);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static Reorganisation step(String[] words) {
        return new Reorganisation(
                LocalDate.parse(words[0]),
                Worded.read(Reorganisation.Kind.class, words[1]).orElseThrow(),
                words[2],
                words[3],
                words.length > 4 ? Optional.of(new BigDecimal(words[4])) : Optional.empty());
    }
}
