package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.node.TestNode;
import org.parley.node.permit.Routes;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

  private static final TestNode.Browser CALLER = TestNode.shared().browser();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLASSIFY = "/api/v1/classifications";
  private static final String INCIDENT =
      """
      {"incident": "7a6f3c52-1f2b-4d55-8f0e-3d7f4c1b2a90", "realm": "exercise:trial",
       "revisions": [{"revision": 1, "aware": "2026-03-02T02:50:00Z",
         "facts": {"downtime": "PT30H", "usersAffected": {"from": 30000, "to": 50000}}}]}
      """;

  @SuppressWarnings("unchecked")
  private static Map<String, Object> contract() {
    String text = CALLER.get("/api/v1/openapi.yaml").body();
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @SuppressWarnings("unchecked")
  private static Object at(Object tree, String... way) {
    Object here = tree;
    for (String step : way) {
      here = ((Map<String, Object>) here).get(step);
    }
    return here;
  }

  /// Checks a body against a schema of the contract, references into it included.
  private static List<Error> deviations(String body, String... way) {
    Map<String, Object> contract = contract();
    Map<String, Object> schema =
        Map.of("components", contract.get("components"), "allOf", List.of(at(contract, way)));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON);
    return compiled.validate(body, InputFormat.JSON);
  }

  /// Every example of the contract, with the schema beside it.
  private static void examples(Object tree, String where, List<String> found, List<String> wrong) {
    if (tree instanceof Map<?, ?> map) {
      if (map.containsKey("example") && map.containsKey("schema")) {
        found.add(where);
        Map<String, Object> schema =
            Map.of(
                "components",
                contract().get("components"),
                "allOf",
                List.of(Objects.requireNonNull(map.get("schema"))));
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON)
            .validate(JSON.writeValueAsString(map.get("example")), InputFormat.JSON)
            .forEach(error -> wrong.add(where + ": " + error));
      }
      map.forEach((key, value) -> examples(value, where + "/" + key, found, wrong));
    } else if (tree instanceof List<?> list) {
      list.forEach(each -> examples(each, where, found, wrong));
    }
  }

  /// Requests of programs with a body of JSON, where each has an example.
  private static List<String> bodiesWithoutExample() {
    List<String> without = new ArrayList<>();
    ((Map<?, ?>) contract().get("paths"))
        .forEach((path, operations) -> {
          if (path.toString().startsWith("/api/v1/incidents")
              && ((Map<?, ?>) operations).get("post") instanceof Map<?, ?> post
              && at(post, "requestBody", "content") instanceof Map<?, ?> content
              && content.get("application/json") instanceof Map<?, ?> body
              && !body.containsKey("example")) {
            without.add(path.toString());
          }
        });
    return without;
  }

  @Test
  void every_example_is_as_the_schema_beside_it_says() {
    List<String> found = new ArrayList<>();
    List<String> wrong = new ArrayList<>();

    examples(contract(), "", found, wrong);

    assertThat(wrong).isEmpty();
    assertThat(found).hasSizeGreaterThanOrEqualTo(15);
    assertThat(bodiesWithoutExample()).isEmpty();
  }

  private static HttpResponse<String> classify(String query, String body) {
    return CALLER.send(
        "POST",
        CLASSIFY + query,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
  }

  @Test
  void every_way_into_the_interface_stands_in_the_contract_and_the_other_way_round() {
    TreeSet<String> promised = new TreeSet<>();
    ((Map<?, ?>) contract().get("paths"))
        .forEach((path, operations) ->
            ((Map<?, ?>) operations)
                .keySet()
                .forEach(method ->
                    promised.add(
                        method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path)));
    TreeSet<String> built = new TreeSet<>();
    Routes.TABLE.stream()
        .filter(route -> route.pattern().startsWith("/api/"))
        .forEach(route -> built.add(route.method() + " " + route.pattern()));
    assertThat(built).isEqualTo(promised).isNotEmpty();
  }

  @Test
  void the_scales_are_listed_as_the_contract_says() {
    HttpResponse<String> answer = CALLER.get("/api/v1/scales");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"uk/ncsc\"");
    assertThat(
            deviations(
                answer.body(),
                "paths",
                "/api/v1/scales",
                "get",
                "responses",
                "200",
                "content",
                "application/json",
                "schema"))
        .isEmpty();
  }

  @Test
  void an_incident_is_classified_without_an_account() throws IOException {
    HttpResponse<String> answer = classify("?scale=es/rd-43-2021&scale=uk/ncsc", INCIDENT);
    assertThat(answer.statusCode()).isEqualTo(200);
    var result = JSON.readTree(answer.body()).get("results").get(0);
    assertThat(answer.body())
        .contains("es/rd-43-2021")
        .contains("uk/ncsc")
        .doesNotContain("eu/dora");
    Schema published =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("../library/schema/result.schema.json")),
                InputFormat.JSON);
    assertThat(published.validate(result.toString(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void what_cannot_be_taken_is_told_all_at_once_with_codes_and_places() {
    HttpResponse<String> answer =
        classify(
            "?scale=xx/none",
            INCIDENT.replace("PT30H", "long").replace("\"from\": 30000", "\"from\": \"x\""));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).get("problems")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(deviations(answer.body(), "components", "schemas", "Refusal")).isEmpty();
  }

  @Test
  void files_of_the_server_cannot_be_named_as_scales() {
    HttpResponse<String> answer = classify("?scale=/etc/passwd.yaml", INCIDENT);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("root:").doesNotContain("cannot be read");
  }

  @Test
  void a_body_beyond_the_limit_is_refused() {
    assertThat(classify("", "[" + " ".repeat((1 << 20) + 10) + "]").statusCode()).isEqualTo(413);
  }
}
