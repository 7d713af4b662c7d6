package plumbline.serve;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Life;
import plumbline.Nearest;
import plumbline.Period;
import plumbline.Refusal;
import plumbline.ledger.Ledger;
import plumbline.write.Language;
import plumbline.write.Template;
import plumbline.write.TemplateWorkbook;

/// The one maker of templates, for the web and for the command line. Thread-safe.
public final class Templates {
    private static final int FIRST_YEAR = Period.EARLIEST + 1;

    private final Ledger ledger;
    private final View.Views views;

    /// A template that may be had.
    ///
    /// @param name of the file: `办公室-2023-Q1.xlsx`
    public record Ready(String name, Optional<Instant> asOf, Written written) {
        /// Writes the workbook when it is wanted.
        public interface Written {
            byte[] bytes();
        }
    }

    /// @param zone where the days of the reporting calendar begin and end
    public Templates(Ledger ledger, InstantSource clock, ZoneId zone) {
        this(ledger, new View.Views(ledger, clock, zone));
    }

    Templates(Ledger ledger, View.Views views) {
        this.ledger = ledger;
        this.views = views;
    }

    /// The template that `query` asks for, in the words of the web's parameters: department, period, lang, as_of.
    ///
    /// @throws Refusal listing every fault of the query
    public Ready template(Map<String, String> query) {
        Parameters parameters = new Parameters(query);
        return template(parameters, views.of(parameters));
    }

    Ready template(Parameters parameters, View view) {
        DepartmentTree tree = ledger.departments(view.vintage());
        Optional<Department> department = parameters.need("department", tree::find, departments(parameters, tree));
        Optional<Period> period = parameters.need(
                "period", text -> Period.read(text).filter(each -> each.year() >= FIRST_YEAR), Period.ACCEPTED);
        Language language = parameters.choice("lang", "zh", "en").equals("zh") ? Language.ZH : Language.EN;
        department.ifPresent(who -> period.ifPresent(when -> exists(parameters, tree, who, when)));
        parameters.check();
        Department who = department.orElseThrow();
        Period when = period.orElseThrow();
        String name = fileName(language.of(who.name()) + "-" + when);
        return new Ready(name, view.vintage().sealedAt(), () -> {
            Template template = new Template(
                    who,
                    when,
                    new Expected(ledger.catalog(view.vintage()), ledger, view, who, when).lines(),
                    view.vintage().sealedAt().orElse(Instant.EPOCH));
            return TemplateWorkbook.write(ledger.catalog(view.vintage()), tree, template, language);
        });
    }

    private static String departments(Parameters parameters, DepartmentTree tree) {
        List<Nearest.Choice> all = tree.all().stream()
                .map(each -> Nearest.Choice.of(each.code(), each.name(), List.of()))
                .toList();
        List<Nearest.Choice> near = Nearest.of(parameters.text("department").orElse(""), all);
        return "code or name of a department"
                + (near.isEmpty()
                        ? ""
                        : ": "
                                + String.join(
                                        ", ",
                                        near.stream().map(Nearest.Choice::code).toList()));
    }

    private static void exists(Parameters parameters, DepartmentTree tree, Department department, Period period) {
        Life life = tree.life(department.code());
        if (!life.existsIn(period.span())) {
            parameters.fault(
                    "period",
                    period.toString(),
                    "a period in which %s existed:%s%s"
                            .formatted(
                                    department.code(),
                                    life.from().map(day -> " from " + day).orElse(""),
                                    life.until().map(day -> " before " + day).orElse("")));
        }
    }

    /// Names of departments may hold what file names may not.
    private static String fileName(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip() + ".xlsx";
    }
}
