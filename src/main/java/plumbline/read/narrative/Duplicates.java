package plumbline.read.narrative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Flags what a report says twice: the same metric, category, unit and time with the same value (DOMAIN §3.3 rule 9),
/// or with another one.
final class Duplicates {
    private Duplicates() {}

    static void flag(List<Draft> drafts) {
        Map<List<Object>, Draft> first = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            boolean comparable = draft.decision().isAchieved()
                    && draft.attached().metric().isPresent()
                    && !draft.flags().contains("subset");
            if (comparable) {
                List<Object> key = List.of(
                        draft.attached().metric().get().code(),
                        draft.attached().category(),
                        draft.unit(),
                        draft.covered().written());
                Draft earlier = first.putIfAbsent(key, draft);
                if (earlier != null) {
                    drafts.set(i, draft.flagged(earlier.value().equals(draft.value()) ? "duplicate" : "stated_twice"));
                }
            }
        }
    }
}
