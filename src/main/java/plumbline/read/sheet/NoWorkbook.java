package plumbline.read.sheet;

import java.util.Optional;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;

/// Why a file cannot be read as a workbook, in the words of a finding. An unchecked exception, because it may come from
/// any depth of a parser and means the same everywhere: this file is refused.
public final class NoWorkbook extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final String found;
    private final String accepted;
    private final transient Name sentence;
    private final transient Optional<Place> place;

    private NoWorkbook(String rule, String found, String accepted, Name sentence, Optional<Place> place) {
        super(rule + ": " + found, null, false, false);
        this.rule = rule;
        this.found = found;
        this.accepted = accepted;
        this.sentence = sentence;
        this.place = place;
    }

    static NoWorkbook because(String rule, String found, String accepted, String zh, String en) {
        return new NoWorkbook(rule, found, accepted, new Name(zh, en), Optional.empty());
    }

    static NoWorkbook at(Place place, String rule, String found, String accepted, String zh, String en) {
        return new NoWorkbook(rule, found, accepted, new Name(zh, en), Optional.of(place));
    }

    static NoWorkbook broken(String what) {
        return because(
                "broken_workbook",
                what,
                "a whole file: open it, save it again and send that",
                "文件已损坏或不完整（%s）；请打开后另存再报。".formatted(what),
                "the file is damaged or cut off (%s); open it, save it again and send that.".formatted(what));
    }

    static NoWorkbook tooMuch(String found, String accepted) {
        return because(
                "too_large",
                found,
                accepted,
                "文件太大：%s；最多%s。".formatted(found, accepted),
                "the file is too large: %s; accepted: %s.".formatted(found, accepted));
    }

    /// As [#tooMuch], where a setting can allow more.
    static NoWorkbook beyond(String setting, String found, String accepted) {
        return because(
                "too_large",
                found,
                "%s (setting %s)".formatted(accepted, setting),
                "文件太大：%s；最多%s（由设置%s规定）。".formatted(found, accepted, setting),
                "the file is too large: %s; accepted: %s, as the setting %s says.".formatted(found, accepted, setting));
    }

    /// As a finding about the file.
    public Finding finding(String file) {
        return place.map(at -> Finding.at(Severity.ERROR, rule, file, at, found, accepted, sentence))
                .orElseGet(() -> new Finding(
                        Severity.ERROR, rule, file, new Place.Line(1, 1), Finding.brief(found), accepted, sentence));
    }
}
