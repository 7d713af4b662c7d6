package plumbline.check;

import java.util.Optional;
import plumbline.Department;
import plumbline.Period;

/// What holds for rows that do not say it themselves.
public record Defaults(Optional<Department> department, Optional<Period> period) {
    public static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty());
}
