package org.parley.formats.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.classify.Classifier;
import org.parley.core.fact.Sheet;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.tree.Limits;

/// Results keep the form that is published.
class ResultLineTest {

  private static final Path FOLDER = Path.of("..", "library");
  private static final Library LIBRARY = new Library(new FolderSource(FOLDER));
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  static List<String> samples() {
    return LIBRARY.sampleIncidents();
  }

  private static String result(String sample) {
    Incident incident = read(sample);
    Sheet sheet = incident.latest().sheet();
    List<ResultLine.Said> said = new ArrayList<>();
    for (EditionName name : LIBRARY.editions()) {
      ScaleEdition edition = LIBRARY.edition(name).orThrow();
      Classifier classifier = new Classifier(edition, LIBRARY.catalogue(), DAY);
      said.add(
          new ResultLine.Said(classifier.classify(sheet), 2, Optional.of(classifier.flips(sheet))));
    }
    return ResultLine.of(
        new ResultLine.Result(incident, incident.latest(), List.of(), said, List.of()),
        LIBRARY.catalogue());
  }

  private static Incident read(String sample) {
    String name = "incidents/" + sample + ".yaml";
    byte[] bytes = LIBRARY.source().bytes(name).orElseThrow();
    Parsed file = Parsed.of(bytes, name, Limits.DOCUMENT, new Issues()).orElseThrow();
    return IncidentReader.read(file, LIBRARY.knownFacts()).orThrow();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyResultFitsTheSchema(String sample) throws IOException {
    String schema = Files.readString(FOLDER.resolve("schema/result.schema.json"));

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(result(sample), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void answersAreGivenAsAPersonWouldStateThem() {
    assertThat(result("municipal-ddos"))
        .contains("{\"fact\":\"missionsAbroadAffected\",\"options\":[\"yes\"]}")
        .contains("{\"fact\":\"effort\",\"from\":\"30 person-days\",\"to\":\"100 person-days\"}")
        .contains("{\"fact\":\"regionsAffected@ES\",\"from\":5,\"to\":1000}")
        .contains("{\"fact\":\"es/incidentTypes\",\"includesAnyOf\":[\"apt\"]}");
    assertThat(result("hospital-ransomware")).contains("\"fact\":\"downtime\",\"from\":\"PT0S\"");
  }
}
