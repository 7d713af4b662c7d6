package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.Mode;

/// Departments by periods: the same points as the charts, a row for each department below another.
class MatrixTest extends SampleServer {
    @BeforeAll
    static void more() {
        running.take("more.csv", """
            code,name_zh,name_en,parent,opened,closed
            D11,一组,Section 1,D1,,
            D4,信访室,Petitions,B,,2023-01-01
            """, Mode.ADD);
        running.take("sections.csv", """
            department,period,metric,value
            D4,2022-Q4,talks,5
            D11,2023-Q1,talks,2
            """, Mode.ADD);
    }

    private static List<JsonObject> rows(String path, String list) {
        JsonArray rows = new JsonObject(running.get(path).body()).getJsonArray(list);
        return IntStream.range(0, rows.size()).mapToObj(rows::getJsonObject).toList();
    }

    private static List<String> departments(String path, String list) {
        return rows(path, list).stream()
                .map(each -> each.getString("department"))
                .toList();
    }

    private static final String MATRIX = "/api/v1/matrix?metric=talks&parent=B&period=2022-Q1..2023-Q1";

    @Test
    void aRowForEachChildAndAPointForEachPeriod() {
        assertEquals(List.of("D1", "D2", "D3", "D4"), departments(MATRIX, "series"));
        for (JsonObject row : rows(MATRIX, "series")) {
            assertEquals(5, row.getJsonArray("points").size());
        }
    }

    @Test
    void everyPointIsThatOfTheChart() {
        String series = "/api/v1/series?metric=talks&department=D1,D2,D3,D4&period=2022-Q1..2023-Q1";
        assertEquals(rows(series, "series"), rows(MATRIX, "series"));
    }

    @Test
    void whoEndedWithinTheSpanKeepsItsRow() {
        JsonArray points = rows(MATRIX, "series").getLast().getJsonArray("points");
        assertEquals(5, points.getJsonObject(3).getLong("value"));
        assertEquals("not_applicable", points.getJsonObject(4).getString("state"));
        assertEquals(
                List.of("D1", "D2", "D3"),
                departments("/api/v1/matrix?metric=talks&parent=B&period=2023-Q1", "series"));
    }

    @Test
    void allBelowStandUnderTheirSuperior() {
        assertEquals(List.of("D1", "D11", "D2", "D3", "D4"), departments(MATRIX + "&below=all", "series"));
        assertEquals(
                List.of("D1", "D11", "D2", "D3", "D4"),
                departments("/api/v1/comparison?metric=talks&period=2023-Q1&parent=B&below=all", "rows"));
    }

    @Test
    void whoHasNobodyBelowHasNoRows() {
        assertEquals(List.of(), departments("/api/v1/matrix?metric=talks&parent=D3&period=2022", "series"));
    }
}
