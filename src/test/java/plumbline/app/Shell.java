package plumbline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plumbline.ledger.FigureSelection;

/// Somebody at the command line in a folder of their own.
record Shell(Path folder) {
    static final String DEPARTMENTS = "code,name_zh,name_en,parent\nB,某局,Bureau,\nD1,办公室,Office,B\n";
    static final String TEXT = "开展廉政谈话60余人次。完\n";
    static final String FIGURES = """
        部门,期间,指标,数值,计量单位,文件,起始位置,结束位置,原文
        办公室,2022-Q1,廉政谈话人次,60余,人次,report.txt,2,13,廉政谈话60余人次。完
        办公室,2022-Q2,廉政谈话人次,无,人次,,,,
        """;

    /// How a command ended and what it printed.
    record Ended(int code, String out, String err) {}

    static Ended run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8);
        int code = Main.run(args, new Main.Terminal(text, new PrintWriter(err), out));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    Path write(String name, String content) throws IOException {
        return write(name, content, StandardCharsets.UTF_8);
    }

    Path write(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    Path database() {
        return folder.resolve("plumbline.db");
    }

    /// `import` into the folder's database.
    Ended take(Object... words) {
        List<Object> all = new ArrayList<>(List.of("import", "--db", database()));
        all.addAll(List.of(words));
        return run(all.toArray());
    }

    /// Every figure of the folder's database with its place, and how many files it holds.
    List<String> held() {
        return held(database());
    }

    static List<String> held(Path database) {
        try (House house = House.open(database.toString())) {
            List<String> all = new ArrayList<>();
            house.ledger()
                    .figures()
                    .each(
                            FigureSelection.ALL,
                            house.ledger().newest(),
                            each -> all.add(
                                    each.figure().key() + " " + each.figure().wording() + " "
                                            + each.figure().place()));
            all.add(house.ledger().reports(house.ledger().newest()).size() + " reports");
            return all;
        }
    }
}
