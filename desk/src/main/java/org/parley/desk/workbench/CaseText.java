package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.draft.DraftPart;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Statement;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.calculator.Answers;
import org.parley.formats.draft.YamlText;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedWriter;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// Writes worked cases into a draft's file of cases.
public final class CaseText {

  private CaseText() {}

  /// A case as a form tells it.
  ///
  /// @param gives the grades that should be possible, as files write them
  public record Wanted(String name, Answers answers, List<String> gives) {}

  /// The file with one more case at its end.
  public static String with(DraftReading reading, Wanted wanted, KnownFacts facts) {
    ScaleEdition edition = reading.edition().orElseThrow();
    String text = reading.text(DraftPart.CASES);
    Optional<Tree.Entry> cases =
        reading
            .tree(DraftPart.CASES)
            .filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast)
            .flatMap(map ->
                map.entries().stream().filter(each -> each.key().equals("cases")).findFirst());
    if (cases.isEmpty()) {
      return head(edition) + written("  - ", wanted, edition, facts) + "\n";
    }
    YamlText yaml = new YamlText(text);
    if (cases.get().value() instanceof Tree.Sequence list && !list.items().isEmpty()) {
      if (yaml.isFlow(list)) {
        return text;
      }
      yaml.addLines(cases.get(), written(yaml.dash(list), wanted, edition, facts));
    } else if (cases.get().value() instanceof Tree.Sequence empty) {
      yaml.put(empty, "\n" + written("  - ", wanted, edition, facts));
    } else {
      yaml.addLines(cases.get(), written("  - ", wanted, edition, facts));
    }
    return yaml.text();
  }

  /// The beginning of a file of cases.
  public static String head(ScaleEdition edition) {
    return "scale: "
        + edition.heading().id()
        + "\nedition: "
        + YamlScalar.quoted(edition.heading().edition())
        + "\ncases:\n";
  }

  private static String written(
      String dash, Wanted wanted, ScaleEdition edition, KnownFacts facts) {
    String indent = " ".repeat(dash.length());
    List<String> lines = new ArrayList<>();
    lines.add(dash + "case: " + YamlScalar.written(wanted.name()));
    if (wanted.answers().nothingElse()) {
      lines.add(indent + "omitted: nothing-happened");
    }
    for (Mode mode : Mode.values()) {
      Map<String, String> told = told(wanted.answers(), edition, facts, mode);
      if (!told.isEmpty() || mode == Mode.ACTUAL) {
        List<String> pairs = new ArrayList<>();
        told.forEach((key, value) -> pairs.add(YamlScalar.written(key) + ": " + value));
        lines.add(
            indent
                + (mode == Mode.ACTUAL ? "facts: {" : "potential: {")
                + String.join(", ", pairs)
                + "}");
      }
    }
    List<String> gives = wanted.gives().stream().map(YamlScalar::written).toList();
    lines.add(
        indent
            + "gives: "
            + (gives.size() == 1 ? gives.getFirst() : "[" + String.join(", ", gives) + "]"));
    return String.join("\n", lines);
  }

  private static Map<String, String> told(
      Answers answers, ScaleEdition edition, KnownFacts facts, Mode mode) {
    Map<String, String> told = new LinkedHashMap<>();
    String own = edition.heading().id() + ":";
    for (Statement each : answers.take(facts).statements()) {
      Optional<Fact> fact = facts.find(each.key().fact());
      boolean potential = each.key().toString().endsWith("~");
      if (fact.isPresent() && potential == (mode == Mode.POTENTIAL)) {
        String key = each.key().toString().replaceFirst("~$", "");
        told.put(
            key.startsWith(own) ? key.substring(own.length()) : key,
            StatedWriter.written(fact.get().type(), List.of(each)));
      }
    }
    return told;
  }
}
