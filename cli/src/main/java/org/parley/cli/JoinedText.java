package org.parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.core.classify.Recurring;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.ScaleVoice;

/// Tells what incidents with one root cause are together, on scales that count them as one.
final class JoinedText {

  private final Talk talk;
  private final Shelf shelf;
  private final Selection selection;

  JoinedText(Talk talk, Shelf shelf, Selection selection) {
    this.talk = talk;
    this.shelf = shelf;
    this.selection = selection;
  }

  void tell(List<Incident> incidents) {
    Page page = talk.page();
    page.heading(shelf.words().say("heading.joined"));
    List<List<String>> rows = new ArrayList<>();
    for (ScaleEdition edition : selection.editions()) {
      Recurring recurring = new Recurring(edition, shelf.library().catalogue());
      Map<Recurring.Dated, String> names =
          incidents.stream()
              .filter(each -> each.latest().aware().isPresent())
              .collect(
                  Collectors.toMap(
                      each -> dated(each.latest()), Incident::id, (first, _) -> first));
      for (List<Recurring.Dated> group : recurring.groups(List.copyOf(names.keySet()))) {
        rows.add(row(edition, recurring, group, names));
      }
    }
    page.table(2, rows.isEmpty() ? List.of(List.of(shelf.words().say("value.none"))) : rows);
    talk.print(page);
  }

  private static Recurring.Dated dated(Revision revision) {
    return new Recurring.Dated(revision.aware().orElseThrow(), revision.sheet());
  }

  private List<String> row(
      ScaleEdition edition,
      Recurring recurring,
      List<Recurring.Dated> group,
      Map<Recurring.Dated, String> names) {
    ScaleVoice voice = shelf.voice(edition);
    var possible =
        recurring.possible(group, selection.classifier(edition, group.getLast().aware()));
    return List.of(
        edition.heading().id().toString(),
        voice.bar(possible, talk.page().paint()),
        voice.grades(possible, talk.page().paint()),
        String.join(", ", group.stream().map(names::get).toList()));
  }
}
