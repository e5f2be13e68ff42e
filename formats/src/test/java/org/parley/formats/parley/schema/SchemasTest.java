package org.parley.formats.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Shipped;

/// The schemas let an editor help while a file is written. They know shapes, not names: what they
/// accept, the readers can still refuse, but what the readers accept they must accept.
class SchemasTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<Path> scales() {
    return Shipped.scales();
  }

  static List<Path> incidents() {
    try (Stream<Path> files = Files.list(Shipped.path("incidents"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void everyShippedScaleAndItsCasesFitTheirSchemas(Path scale) {
    assertThat(problems("scale", scale)).isEmpty();
    assertThat(problems("cases", scale.resolveSibling("cases.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void everySampleIncidentFitsItsSchema(Path incident) {
    assertThat(problems("incident", incident)).isEmpty();
  }

  @Test
  void theCatalogueFitsItsSchema() {
    assertThat(problems("catalogue", Shipped.path("facts/catalogue.yaml"))).isEmpty();
  }

  @Test
  void theMeasuresTheStatesAndTheSecrecyGradesFitTheirSchemas() {
    assertThat(problems("measures", Shipped.path("measures/measures.yaml"))).isEmpty();
    assertThat(problems("states", Shipped.path("states/states.yaml"))).isEmpty();
    assertThat(problems("grades", Shipped.path("secrecy/grades.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scale",
        "incident",
        "cases",
        "catalogue",
        "result",
        "measures",
        "states",
        "grades"
      })
  void everySchemaIsASchema(String name) {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(text(name), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "around",
        "bands",
        "by-option",
        "citations",
        "conditions",
        "expression",
        "head",
        "judgements",
        "levels",
        "many-defects",
        "test-does-not-fit",
        "units",
        "unknown-keys",
        "validity"
      })
  void aScaleWhoseShapeIsWrongIsRejected(String name) {
    Path broken = Path.of("src/test/resources/golden/scale", name + ".yaml");

    assertThat(problems("scale", broken)).isNotEmpty();
  }

  @Test
  void otherFilesWhoseShapeIsWrongAreRejected() {
    for (String name : List.of("incident", "cases", "catalogue")) {
      Path broken =
          Golden.inputs(name)
              .filter(file -> file.endsWith("many-defects.yaml"))
              .findFirst()
              .orElseThrow();
      assertThat(problems(name, broken)).as(name).isNotEmpty();
    }
  }

  private static List<String> problems(String schema, Path file) {
    String json = JsonText.of(Shipped.parsed(file).tree());
    return REGISTRY.getSchema(text(schema)).validate(json, InputFormat.JSON).stream()
        .map(error -> file + " " + error)
        .toList();
  }

  private static String text(String schema) {
    try {
      return Files.readString(Shipped.path("schema/" + schema + ".schema.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
