package plumbline.write;

import plumbline.Name;
import plumbline.Worded;

/// The language a workbook speaks.
public enum Language implements Worded {
    ZH,
    EN;

    /// The name in this language.
    public String of(Name name) {
        return this == ZH ? name.zh() : name.en();
    }

    String of(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
