package org.parley.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.core.issue.Issue;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Words;

/// Tells what an importer lost or doubted.
final class LossText {

  private LossText() {}

  /// @param all whether every loss is told, or only how many there are of each kind
  static void tell(Page page, Words words, List<Issue> notes, boolean all) {
    if (notes.isEmpty()) {
      return;
    }
    page.heading(words.say("heading.loss-report"));
    if (all) {
      page.table(
          2,
          notes.stream()
              .map(note -> List.of(note.code().label(), note.place().toString(), note.message()))
              .toList());
    } else {
      Map<String, Long> byKind = new TreeMap<>();
      notes.forEach(note -> byKind.merge(words.say("loss." + note.code().number()), 1L, Long::sum));
      byKind.forEach((kind, count) -> page.line(2, kind + ": " + count));
      page.line("  (--explain)");
    }
    page.blank();
  }
}
