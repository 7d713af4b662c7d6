package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Proposes the department a report comes from: by its title, its signature, or the name its first sentences give.
///
/// A name that is masked (`**局`) or general (我局) proposes nothing.
final class Letterhead {
    private static final List<String> SUFFIXES = List.of(
            "党组", "党委", "党工委", "纪委", "纪工委", "纪委监委", "委员会", "党支部", "党总支", "办公室", "集团", "公司", "大学", "学院", "医院", "法院",
            "检察院", "中学", "小学", "学校", "银行", "分行", "支行", "中心", "街道", "局", "厅", "委", "处", "院", "所", "办", "镇", "乡", "县",
            "市", "站");
    private static final Set<String> GENERAL =
            Set.of("本局", "我局", "全局", "全县", "全市", "全省", "本院", "我院", "局", "县", "市", "党组", "党委");
    private static final String MASKS = "*×Xx○□_";
    private static final int LONGEST = 30;

    private Letterhead() {}

    static Optional<String> department(Source source, Segment title) {
        String line = title.of(source.text());
        Optional<String> byTitle = inTitle(line);
        return byTitle.isPresent() ? byTitle : signature(source.text());
    }

    private static Optional<String> inTitle(String title) {
        int end = title.length();
        for (String stop : List.of("关于", "贯彻", "落实", "党风廉政", "全面从严", "工作", "情况", "推动", "深入")) {
            int at = title.indexOf(stop);
            end = at > 0 && at < end ? at : end;
        }
        for (int i = 1; i < end; i++) {
            char c = title.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit || c == '第' || c == '〇' || title.startsWith("上半年", i)) {
                end = i;
            }
        }
        String name = title.substring(0, end);
        name = name.startsWith("中共") ? name.substring(2) : name;
        return name(name.startsWith("关于") ? name.substring(2) : name);
    }

    /// One of the last lines, if it is a name and nothing else.
    private static Optional<String> signature(String text) {
        int end = text.length();
        for (int line = 0; line < 4 && end > 0; line++) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            if (end - start <= LONGEST) {
                String words = text.substring(start, end);
                Optional<String> name = name(words.startsWith("中共") ? words.substring(2) : words);
                if (name.isPresent()) {
                    return name;
                }
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    private static Optional<String> name(String words) {
        String name = words.strip();
        boolean plain = name.length() > 1
                && name.length() <= LONGEST
                && name.chars().allMatch(Character::isIdeographic)
                && name.chars().noneMatch(c -> MASKS.indexOf(c) >= 0);
        return plain && !GENERAL.contains(name) && SUFFIXES.stream().anyMatch(name::endsWith)
                ? Optional.of(name)
                : Optional.empty();
    }
}
