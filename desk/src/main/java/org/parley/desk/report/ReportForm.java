package org.parley.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Realm;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;

/// A report of an incident as a file to be filled in with any editor: what must be said, then every
/// question of the catalogue behind a `#`, in one language.
public final class ReportForm {

  private static final int WIDTH = 96;

  private final Shelf shelf;
  private final StringBuilder out = new StringBuilder();

  private ReportForm(Shelf shelf) {
    this.shelf = shelf;
  }

  /// The empty form, as YAML.
  ///
  /// @param realm of the node that it is a form of: another's does not take it
  public static String text(Shelf shelf, Realm realm) {
    return new ReportForm(shelf).whole(realm);
  }

  private String whole(Realm realm) {
    Words words = shelf.words();
    comment("", words.say("form.report.head"));
    comment("", words.say("template.head"));
    out.append('\n');
    out.append("realm: \"").append(realm.word()).append("\"\n\n");
    comment("", words.say("page.report.title-line"));
    out.append("title: \"\"\n\n");
    comment("", words.say("page.report.words"));
    out.append("# words: \"\"\n\n");
    comment("", words.say("form.report.marking"));
    out.append("marking: {tlp: AMBER}\n\n");
    comment("", words.say("page.report.aware"));
    out.append("# aware: 2026-01-01T00:00:00Z\n\n");
    out.append("facts:\n");
    String group = "";
    for (Fact fact : shelf.library().catalogue().facts()) {
      if (!fact.group().equals(group)) {
        group = fact.group();
        out.append('\n');
        comment("  ", "== " + shelf.factLabels().of("groups." + group) + " ==");
      }
      entry(fact);
    }
    return out.toString();
  }

  private void entry(Fact fact) {
    out.append('\n');
    comment("  ", shelf.factLabels().of("facts." + fact.id() + ".question"));
    comment("  ", FactForm.says(fact, shelf));
    out.append("  # ").append(FactKey.of(fact.id())).append(": \n");
  }

  private void comment(String indent, String text) {
    for (String line : wrapped(text)) {
      out.append(indent).append("# ").append(line).append('\n');
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
