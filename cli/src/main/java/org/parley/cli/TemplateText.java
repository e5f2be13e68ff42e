package org.parley.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Shelf;
import org.parley.desk.report.FactForm;
import org.parley.desk.voice.ScaleVoice;

/// A commented form: an incident file in which every fact that the chosen scales ask for waits to
/// be filled.
final class TemplateText {

  private final Shelf shelf;
  private final StringBuilder out = new StringBuilder();

  TemplateText(Shelf shelf) {
    this.shelf = shelf;
  }

  String of(List<ScaleEdition> editions) {
    Set<FactKey> asked = new TreeSet<>();
    editions.forEach(edition -> asked.addAll(FactsAsked.by(edition)));
    comment("", shelf.words().say("template.head"));
    out.append("incident: ").append(java.util.UUID.randomUUID()).append('\n');
    out.append("title: \n".replace(": ", ": \"\""));
    out.append("realm: real\n");
    out.append(
        "revisions:\n"
            + "  - revision: 1\n"
            + "    at: 2026-01-01T00:00:00Z\n"
            + "    by: \"\"\n"
            + "    aware: 2026-01-01T00:00:00Z\n");
    out.append("    facts:\n");
    section(asked, Mode.ACTUAL, editions);
    if (asked.stream().anyMatch(key -> key.mode() == Mode.POTENTIAL)) {
      out.append("\n    potential:\n");
      section(asked, Mode.POTENTIAL, editions);
    }
    out.append("\n    # allElse: {nothingHappened: yes, by: \"\"}\n");
    return out.toString();
  }

  private void section(Set<FactKey> asked, Mode mode, List<ScaleEdition> editions) {
    for (Fact fact : shelf.library().catalogue().facts()) {
      asked.stream()
          .filter(key -> key.mode() == mode && key.fact().equals(fact.id()))
          .forEach(
              key -> entry(key, fact, shelf.factLabels().of("facts." + fact.id() + ".question")));
    }
    if (mode == Mode.ACTUAL) {
      editions.forEach(this::judgements);
    }
  }

  private void judgements(ScaleEdition edition) {
    Collection<Fact> judgements = edition.vocabulary().judgements().values();
    ScaleVoice voice = shelf.voice(edition);
    for (Fact fact : judgements) {
      entry(
          FactKey.of(fact.id()),
          fact,
          voice.values().name(FactKey.of(fact.id())) + " (" + voice.title() + ")");
    }
  }

  private void entry(FactKey key, Fact fact, String question) {
    out.append('\n');
    comment("      ", question);
    comment("      ", FactForm.says(fact, shelf));
    String name = key.as(Mode.ACTUAL).toString();
    out.append("      # ").append(name).append(": \n");
  }

  private void comment(String indent, String text) {
    for (String line : org.parley.cli.print.Layout.wrapped(text, 96)) {
      out.append(indent).append("# ").append(line).append('\n');
    }
  }
}
