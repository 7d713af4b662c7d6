package plumbline.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Name;

/// Describes tables for programs: CSV on the Web (W3C tabular metadata) and Frictionless data packages. Stateless.
public final class Metadata {
    private static final String DIALECT = "https://www.w3.org/ns/csvw";

    private Metadata() {}

    /// CSV on the Web of one file.
    ///
    /// @param file its name beside the metadata
    /// @param cautions what readers must not conclude
    /// @param proof of the file, where it is written already
    public static String csvw(
            Table table, String file, Manifest.Asked asked, List<Name> cautions, Optional<Manifest> proof) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("@context", List.of(DIALECT, Map.of("@language", "zh")));
        root.put("url", file);
        root.put("dc:title", titles(table.title()));
        root.put("dc:identifier", asked.seal());
        root.put("dcterms:temporal", asked.asOf());
        root.put("dcterms:source", asked.query());
        proof.ifPresent(each -> {
            root.put("dc:extent", each.rows() + " rows");
            root.put("schema:sha256", each.sha256());
        });
        root.put("rdfs:comment", cautions.stream().map(Metadata::titles).toList());
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("encoding", "utf-8");
        dialect.put("header", true);
        root.put("dialect", dialect);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("columns", table.columns().stream().map(Metadata::csvw).toList());
        schema.put("primaryKey", table.key());
        root.put("tableSchema", schema);
        return Json.document(root);
    }

    private static Map<String, Object> csvw(Column column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", List.of(column.name(), column.title().zh()));
        described.put("dc:description", titles(column.meaning()));
        described.put("datatype", column.type().csvw);
        described.put("required", column.required());
        described.put("null", "");
        if (!column.codes().isEmpty()) {
            described.put("valueUrl", "codes.csv#" + column.codes());
        }
        return described;
    }

    private static Map<String, Object> titles(Name name) {
        Map<String, Object> titles = new LinkedHashMap<>();
        titles.put("zh", name.zh());
        titles.put("en", name.en());
        return titles;
    }

    /// A file of a package.
    ///
    /// @param sha256 empty where the package is described before its files are written
    public record Resource(Table table, String path, long bytes, String sha256) {}

    /// A Frictionless data package.
    ///
    /// @param chineseHeader whether the files' headers have titles in Chinese; fields are called as in the header
    public static String dataPackage(List<Resource> resources, Manifest.Asked asked, boolean chineseHeader) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("profile", "tabular-data-package");
        root.put("name", "plumbline-figures");
        root.put("title", "准绳数据 Plumbline figures");
        root.put("version", asked.asOf());
        root.put("query", asked.query());
        List<Object> described = new ArrayList<>();
        resources.forEach(each -> described.add(resource(each, chineseHeader)));
        root.put("resources", described);
        return Json.document(root);
    }

    private static Map<String, Object> resource(Resource resource, boolean chineseHeader) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("profile", "tabular-data-resource");
        described.put("name", resource.path().replaceFirst("[.]csv.*$", ""));
        described.put("path", resource.path());
        described.put(
                "title",
                resource.table().title().zh() + " " + resource.table().title().en());
        described.put("format", "csv");
        described.put("mediatype", "text/csv");
        described.put("encoding", "utf-8");
        if (!resource.sha256().isEmpty()) {
            described.put("bytes", resource.bytes());
            described.put("hash", "sha256:" + resource.sha256());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "fields",
                resource.table().columns().stream()
                        .map(each -> field(each, chineseHeader))
                        .toList());
        schema.put(
                "primaryKey",
                resource.table().key().stream()
                        .map(each -> column(resource.table(), each).header(chineseHeader))
                        .toList());
        schema.put("missingValues", List.of(""));
        described.put("schema", schema);
        return described;
    }

    private static Column column(Table table, String name) {
        return table.columns().get(table.index(name));
    }

    private static Map<String, Object> field(Column column, boolean chineseHeader) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.header(chineseHeader));
        field.put("title", column.title().zh() + " " + column.title().en());
        field.put("type", column.type().frictionless);
        field.put("description", column.meaning().zh() + " " + column.meaning().en());
        if (column.required()) {
            field.put("constraints", Map.of("required", true));
        }
        return field;
    }
}
