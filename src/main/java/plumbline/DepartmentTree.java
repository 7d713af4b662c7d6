package plumbline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All departments of a vintage and what became of them, in establishment order (编制序): the order in which they were
/// first named.
///
/// A department stands where the departments form placed it first, until a reorganisation moves it. What stood below
/// a department that was renamed or merged stands below its successor from that day on.
public final class DepartmentTree {
    private final Map<String, Department> byCode = new LinkedHashMap<>();
    private final Map<String, List<Department>> bearers = new LinkedHashMap<>();
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<String, List<Reorganisation>> from = new HashMap<>();
    private final Map<String, List<Reorganisation>> to = new HashMap<>();
    private final Set<String> superiors = new HashSet<>();
    private final List<Reorganisation> reorganisations;

    /// The days on which any department came to stand elsewhere; between two of them the past looks the same.
    private final List<LocalDate> changeDays;

    private final Map<Integer, Hierarchy> past = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException if a code stands twice or a parent does not exist
    public DepartmentTree(List<Department> departments, List<Reorganisation> reorganisations) {
        for (Department each : departments) {
            if (byCode.put(each.code(), each) != null) {
                throw new IllegalArgumentException("two departments " + each.code());
            }
            bear(each.name().zh(), each);
            if (!each.name().en().equals(each.name().zh())) {
                bear(each.name().en(), each);
            }
        }
        for (Department each : departments) {
            each.parent().ifPresent(parent -> {
                if (!byCode.containsKey(parent)) {
                    throw new IllegalArgumentException(each.code() + " has an unknown parent " + parent);
                }
                superiors.add(parent);
            });
        }
        this.reorganisations = reorganisations.stream()
                .sorted(Comparator.comparing(Reorganisation::date))
                .toList();
        for (Reorganisation step : this.reorganisations) {
            from.computeIfAbsent(step.from(), _ -> new ArrayList<>()).add(step);
            to.computeIfAbsent(step.to(), _ -> new ArrayList<>()).add(step);
            if (step.kind() == Reorganisation.Kind.MOVED || (step.isSuccession() && superiors.contains(step.from()))) {
                superiors.add(step.to());
            }
        }
        byCode.keySet().forEach(code -> lives.put(code, lifeOf(code)));
        changeDays = this.reorganisations.stream()
                .flatMap(this::daysOf)
                .distinct()
                .sorted()
                .toList();
        // A predecessor of an inner department by name alone was an inner one, too.
        for (Reorganisation step : this.reorganisations.reversed()) {
            if (step.kind() == Reorganisation.Kind.RENAMED && superiors.contains(step.to())) {
                superiors.add(step.from());
            }
        }
    }

    private Stream<LocalDate> daysOf(Reorganisation step) {
        return Stream.concat(Stream.of(step.date()), life(step.to()).from().stream());
    }

    private void bear(String name, Department department) {
        bearers.computeIfAbsent(name, _ -> new ArrayList<>()).add(department);
    }

    private Life lifeOf(String code) {
        Life stated = withCode(code).map(Department::life).orElse(Life.ALWAYS);
        Optional<LocalDate> renamed = steps(to, code).stream()
                .filter(step -> step.kind() == Reorganisation.Kind.RENAMED)
                .map(Reorganisation::date)
                .findFirst();
        Optional<LocalDate> ended = steps(from, code).stream()
                .filter(Reorganisation::isSuccession)
                .map(Reorganisation::date)
                .findFirst();
        return new Life(
                stated.from().or(() -> renamed),
                stated.until()
                        .filter(day -> ended.map(day::isBefore).orElse(true))
                        .or(() -> ended));
    }

    private static List<Reorganisation> steps(Map<String, List<Reorganisation>> of, String code) {
        return of.getOrDefault(code, List.of());
    }

    public List<Department> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Department> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// By code or by Chinese or English name; a name that several bear finds none of them.
    public Optional<Department> find(String codeOrName) {
        List<Department> named = bearers.getOrDefault(codeOrName, List.of());
        return withCode(codeOrName).or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
    }

    /// In the order of their days.
    public List<Reorganisation> reorganisations() {
        return reorganisations;
    }

    /// When the department existed, by the departments form and the reorganisations: it ends at the latest when it is
    /// renamed or merged, and begins, where no first day is stated, when it is renamed from another.
    public Life life(String code) {
        return lives.getOrDefault(code, Life.ALWAYS);
    }

    /// The department with its life as the reorganisations leave it.
    ///
    /// @throws java.util.NoSuchElementException if there is none of this code
    public Department lived(String code) {
        Department stated = withCode(code).orElseThrow();
        Life life = life(code);
        return new Department(code, stated.name(), stated.parent(), life.from(), life.until(), stated.additive());
    }

    /// Whether others stood below it at any time.
    public boolean isEverInner(String code) {
        return superiors.contains(code);
    }

    /// The code of the one above it on that day; empty at the top.
    public Optional<String> parentAt(String code, LocalDate day) {
        return parentAt(code, day, new HashSet<>());
    }

    private Optional<String> parentAt(String code, LocalDate day, Set<String> seen) {
        seen.add(code);
        Optional<String> placed = steps(from, code).stream()
                .filter(step ->
                        step.kind() == Reorganisation.Kind.MOVED && !step.date().isAfter(day))
                .map(Reorganisation::to)
                .reduce((_, later) -> later)
                .or(() -> withCode(code).flatMap(Department::parent));
        return placed.flatMap(parent -> inItsPlace(parent, code, day, seen));
    }

    /// Who stood in the place of a department on that day: it, whoever followed it by then, or whom it was named after.
    private Optional<String> inItsPlace(String parent, String child, LocalDate day, Set<String> seen) {
        Optional<String> there = Optional.of(parent);
        Set<String> passed = new HashSet<>();
        while (there.isPresent() && passed.add(there.get())) {
            String at = there.get();
            Optional<String> next = life(at).hasBegunOn(day)
                    ? steps(from, at).stream()
                            .filter(step -> step.isSuccession() && !step.date().isAfter(day))
                            .map(Reorganisation::to)
                            .findFirst()
                    : steps(to, at).stream()
                            .filter(step -> step.kind() == Reorganisation.Kind.RENAMED)
                            .map(Reorganisation::from)
                            .findFirst();
            if (next.isEmpty()) {
                break;
            }
            there = next;
        }
        // A superior that went into the department itself leaves it where that superior stood.
        boolean itself = there.equals(Optional.of(child));
        return itself ? (seen.contains(parent) ? Optional.empty() : parentAt(parent, day, seen)) : there;
    }

    /// As it was: over each span every department stands where it stood at the span's end, or on its own last day.
    public Hierarchy.Over asWas() {
        return new Hierarchy.Over() {
            @Override
            public Hierarchy span(Span span) {
                return asWas(span);
            }

            @Override
            public boolean isAsItWas(String code, Span span) {
                return true;
            }
        };
    }

    /// As it is on the day, applied to all times: whoever was renamed or merged by then is counted with its successor,
    /// whoever was split and closed in what is above all of its parts, whoever was merely closed where it stood.
    public Hierarchy.Over asIs(LocalDate day) {
        Hierarchy now = now(day);
        return new Hierarchy.Over() {
            @Override
            public Hierarchy span(Span span) {
                return now;
            }

            @Override
            public boolean isAsItWas(String code, Span span) {
                return now.membersIn(code, span).equals(asWas(span).membersIn(code, span));
            }
        };
    }

    /// As it was over one span.
    public Hierarchy asWas(Span span) {
        return asWasOn(span.end());
    }

    /// As it was on one day; who had ended by then stands where it stood last.
    public Hierarchy asWasOn(LocalDate end) {
        int changes = (int) changeDays.stream().filter(day -> !day.isAfter(end)).count();
        return past.computeIfAbsent(changes, _ -> then(end));
    }

    /// The codes of the department and of all that stood below it at any time.
    public Set<String> everBelow(String code) {
        Set<String> found = new LinkedHashSet<>();
        for (int changes = 0; changes <= changeDays.size(); changes++) {
            LocalDate day = changes == 0 ? LocalDate.MIN : changeDays.get(changes - 1);
            asWasOn(day).subtree(code).forEach(each -> found.add(each.code()));
        }
        return found;
    }

    /// The codes of the department and of all that stood above it at any time.
    public Set<String> everAbove(String code) {
        Set<String> found = new LinkedHashSet<>(Set.of(code));
        for (int changes = 0; changes <= changeDays.size(); changes++) {
            Hierarchy then = asWasOn(changes == 0 ? LocalDate.MIN : changeDays.get(changes - 1));
            for (Optional<Department> at = then.parentOf(code);
                    at.isPresent();
                    at = then.parentOf(at.get().code())) {
                found.add(at.get().code());
            }
        }
        return found;
    }

    /// Those that became one another, in part or whole, after the first day of `base` and up to the end of `current`:
    /// the department, and whoever is tied to it by renamings, mergers and splits.
    public Set<String> kin(String code, Span base, Span current) {
        Set<String> kin = new LinkedHashSet<>(Set.of(code));
        List<Reorganisation> between = between(base, current);
        int before;
        do {
            before = kin.size();
            for (Reorganisation step : between) {
                if (step.kind() != Reorganisation.Kind.MOVED
                        && (kin.contains(step.from()) || kin.contains(step.to()))) {
                    kin.add(step.from());
                    kin.add(step.to());
                }
            }
        } while (kin.size() > before);
        return kin;
    }

    /// The steps after the first day of `base` and up to the end of `current`, in the order of their days.
    public List<Reorganisation> between(Span base, Span current) {
        return reorganisations.stream()
                .filter(step ->
                        step.date().isAfter(base.start()) && !step.date().isAfter(current.end()))
                .toList();
    }

    private Hierarchy then(LocalDate end) {
        Map<String, String> parents = new HashMap<>();
        byCode.keySet()
                .forEach(code ->
                        parentAt(code, life(code).noLaterThan(end)).ifPresent(parent -> parents.put(code, parent)));
        return new Hierarchy(byCode, lives, superiors, parents, Map.of());
    }

    private Hierarchy now(LocalDate day) {
        Map<String, String> parents = new HashMap<>();
        Map<String, String> successors = new HashMap<>();
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        for (String code : byCode.keySet()) {
            Set<String> heirs = life(code).hasEndedOn(day) ? heirs(code, day, new HashSet<>()) : Set.of();
            if (heirs.size() == 1) {
                successors.put(code, heirs.iterator().next());
            } else if (heirs.size() > 1) {
                parts.put(code, heirs);
            } else {
                parentAt(code, day)
                        .map(parent -> standing(parent, day))
                        .filter(parent -> !parent.equals(code))
                        .ifPresent(parent -> parents.put(code, parent));
            }
        }
        parts.forEach(
                (code, heirs) -> commonAncestor(heirs, parents).ifPresent(ancestor -> parents.put(code, ancestor)));
        return new Hierarchy(byCode, lives, superiors, parents, successors);
    }

    /// A superior that was split and closed for one part alone has that part in its place.
    private String standing(String parent, LocalDate day) {
        Set<String> heirs = life(parent).hasEndedOn(day) ? heirs(parent, day, new HashSet<>()) : Set.of();
        return heirs.size() == 1 ? heirs.iterator().next() : parent;
    }

    /// Who carries on what the department was, as far as they existed on that day.
    private Set<String> heirs(String code, LocalDate day, Set<String> seen) {
        if (!seen.add(code)) {
            return Set.of();
        }
        if (!life(code).hasEndedOn(day)) {
            return Set.of(code);
        }
        List<Reorganisation> past = steps(from, code).stream()
                .filter(step ->
                        step.kind() != Reorganisation.Kind.MOVED && !step.date().isAfter(day))
                .toList();
        boolean whole = past.stream().anyMatch(Reorganisation::isSuccession);
        Set<String> found = new LinkedHashSet<>();
        past.stream()
                .filter(step -> step.isSuccession() || !whole)
                .forEach(step -> found.addAll(heirs(step.to(), day, seen)));
        return found;
    }

    /// The lowest department above all of them.
    private static Optional<String> commonAncestor(Set<String> codes, Map<String, String> parents) {
        Optional<List<String>> common = Optional.empty();
        for (String code : codes) {
            List<String> above = new ArrayList<>();
            for (String at = parents.get(code); at != null && !above.contains(at); at = parents.get(at)) {
                above.add(at);
            }
            common = Optional.of(
                    common.map(known -> known.stream().filter(above::contains).toList())
                            .orElse(above));
        }
        return common.stream().flatMap(List::stream).findFirst();
    }
}
