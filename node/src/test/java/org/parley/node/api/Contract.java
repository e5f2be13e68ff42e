package org.parley.node.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.node.TestNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The contract of a running node, and whether an answer is as it says.
public final class Contract {

  private static final Map<TestNode, Contract> KNOWN = new ConcurrentHashMap<>();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Object> document;

  @SuppressWarnings("unchecked")
  Contract(TestNode node) {
    String text = node.browser().get("/api/v1/openapi.yaml").body();
    document = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /// The contract of a node, fetched once.
  public static Contract of(TestNode node) {
    return KNOWN.computeIfAbsent(node, Contract::new);
  }

  /// What is wrong with an answer to a request as it was sent. Where the contract has no such
  /// operation, it says nothing of the answer.
  public List<String> deviations(HttpResponse<String> answer) {
    String method = answer.request().method();
    String asked = answer.request().uri().getRawPath();
    return template(method, asked).map(path -> deviations(method, path, answer)).orElse(List.of());
  }

  /// The path of the contract that leads to an operation, those in so many words first.
  private Optional<String> template(String method, String asked) {
    Map<?, ?> paths = (Map<?, ?>) at(document, "paths").orElseThrow();
    return paths.entrySet().stream()
        .filter(path ->
            path.getValue() instanceof Map<?, ?> operations
                && operations.containsKey(method.toLowerCase(Locale.ROOT)))
        .map(path -> path.getKey().toString())
        .filter(path -> asked.matches(path.replaceAll("\\{[a-z]+}", "[^/]+")))
        .min(Comparator.comparing(path -> path.contains("{")));
  }

  Map<String, Object> document() {
    return document;
  }

  @SuppressWarnings("unchecked")
  Optional<Object> at(Object tree, String... way) {
    Object here = tree;
    for (String step : way) {
      if (!(here instanceof Map<?, ?> map) || map.get(step) == null) {
        return Optional.empty();
      }
      here = resolved(map.get(step));
    }
    return Optional.of(here);
  }

  private Object resolved(Object node) {
    if (node instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      return at(document, reference.substring(2).split("/")).orElseThrow();
    }
    return node;
  }

  /// What is wrong with an answer: a status that is not promised, another kind of body, a body that
  /// is not as its schema.
  List<String> deviations(String method, String path, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    String verb = method.toLowerCase(Locale.ROOT);
    Optional<Object> promised = at(document, "paths", path, verb, "responses", status);
    if (promised.isEmpty()) {
      return List.of("%s %s promises no %s: %s".formatted(method, path, status, answer.body()));
    }
    if (at(promised.get(), "content").isEmpty()) {
      return answer.body().isEmpty() ? List.of() : List.of("a body where none is promised");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    if (at(promised.get(), "content", type).isEmpty()) {
      return List.of("%s is not promised for %s".formatted(type, status));
    }
    Optional<Object> schema = at(promised.get(), "content", type, "schema");
    return schema.isEmpty() || !type.endsWith("json")
        ? List.of()
        : compiled(schema.get()).validate(answer.body(), InputFormat.JSON).stream()
            .map(Error::toString)
            .toList();
  }

  Schema compiled(Object schema) {
    Map<String, Object> whole =
        Map.of("$defs", Map.of(), "components", components(), "allOf", List.of(schema));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
  }

  private Object components() {
    return at(document, "components").orElseThrow();
  }
}
