package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.SharedFolder;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/** The table that says how VERIS is read. */
class MappingTest {
  @ParameterizedTest
  @ValueSource(strings = {"vcdb/schema/verisc-merged.json", "vcdb/schema/vcdb-merged-1.3.3.json"})
  void everyFieldAndValueOfTheSchemasIsKnown(String schema) throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    collect("", tree(SharedFolder.file(schema)), fields);
    Set<String> unknown = new TreeSet<>();
    fields.forEach((field, values) -> {
      for (String value : values) {
        Checked<?> read = Records.read(nested(field, value));
        read.issues().stream()
            .filter(issue -> issue.code() == IssueCode.NOT_UNDERSTOOD)
            .map(Issue::message)
            .filter(message -> message.contains("VERIS") || message.contains("ISO 3166"))
            .forEach(unknown::add);
      }
    });

    assertThat(fields).hasSizeGreaterThan(120);
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extortion: \"yes\"|extrotion: \"yes\"|has no fact \"extrotion\"",
        "destruction: [non-critical-system, critical-system]|destruction: total|has no option \"total\"",
        "rootCause: human-error|loss: 5|loss has no options",
        "narrowedBy:|narowedBy:|has no key \"narowedBy\"",
        "P7D|7 days|is no duration",
        "money:|muney:|needs the key \"money\"",
      })
  void whatIsWrongWithAMappingIsTold(String good, String bad, String told) throws IOException {
    String text = shipped().replaceFirst(java.util.regex.Pattern.quote(good), bad);

    Checked<VerisReader> read =
        VerisReader.with(text.getBytes(StandardCharsets.UTF_8), "m.yaml", Records.CATALOGUE);

    assertThat(read).isInstanceOf(Checked.Refused.class);
    assertThat(read.issues()).anyMatch(issue -> issue.message().contains(told));
    assertThat(read.issues()).allMatch(issue -> issue.place().toString().startsWith("m.yaml:"));
  }

  /** The record part that gives one field one value. */
  private static String nested(String field, String value) {
    String[] names = field.split("\\.", -1);
    var open = new StringBuilder();
    for (String name : names) {
      open.append("'").append(name).append("':{");
    }
    open.setLength(open.length() - 1);
    return open + value + "}".repeat(names.length - 1);
  }

  private static void collect(String path, Tree schema, Map<String, List<String>> into) {
    Tree.Mapping node = (Tree.Mapping) schema;
    if (node.find("properties").orElse(null) instanceof Tree.Mapping properties) {
      for (Tree.Entry entry : properties.entries()) {
        collect(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), into);
      }
    } else if (node.find("items").orElse(null) instanceof Tree.Mapping items) {
      collect(path, items, into);
    } else if (!Set.of("incident_id", "schema_version", "").contains(path)) {
      into.put(path, values(node));
    }
  }

  private static List<String> values(Tree.Mapping leaf) {
    List<String> values = new ArrayList<>();
    if (leaf.find("enum").orElse(null) instanceof Tree.Sequence(List<Tree> items, _)) {
      items.forEach(item -> values.add("'" + ((Tree.Text) item).text() + "'"));
      return values;
    }
    String type =
        leaf.find("type").map(word -> word instanceof Tree.Text text ? text.text() : "").orElse("");
    return List.of(type.equals("boolean") ? "true" : type.equals("string") ? "'62'" : "2000");
  }

  private static String shipped() throws IOException {
    try (InputStream in = VerisReader.class.getResourceAsStream("mapping.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Tree tree(Path file) throws IOException {
    Issues issues = new Issues();
    return Trees.readJson(Files.readAllBytes(file), file.toString(), Limits.DOCUMENT, issues)
        .orElseThrow(() -> new IllegalStateException(issues.list().toString()));
  }
}
