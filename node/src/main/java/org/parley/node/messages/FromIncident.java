package org.parley.node.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.format.Format;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.duties.casefile.ReadIncident;
import org.parley.formats.parley.fact.StatedWriter;
import org.parley.node.incidents.Room;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.DraftPage;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// What a message takes from an incident: its number, its marking, and the facts that can be
/// released one by one. Nothing is released unless somebody ticks it.
@Component
final class FromIncident {

  private final Room room;

  FromIncident(Room room) {
    this.room = room;
  }

  Room incidents() {
    return room;
  }

  /// The incident, where the visitor may read it.
  Optional<SeenCase> find(Visit visit, String id) {
    return CaseId.parse(id)
        .flatMap(incident ->
            new ReadIncident(room.work()).run(visit.site().realm(), incident, Room.actor(visit))
                    instanceof Checked.Sound<ReadIncident.Read>(var read, _)
                ? Optional.of(read.seen())
                : Optional.empty());
  }

  /// A draft's fields as they begin: no fact is released yet.
  DraftFields begin(DraftFields fields, SeenCase seen, Format format) {
    Casefile what = seen.what();
    DraftFields begun =
        fields
            .with("incident", what.id().toString())
            .with("tlp", what.marking().whole().reach().word());
    Optional<Integer> reference = format.item("reference").map(rule -> rule.number());
    if (reference.isPresent()) {
      begun = begun.with("i." + reference.get(), what.head().number().toString());
    }
    Optional<Integer> noticed = format.item("noticed-at").map(rule -> rule.number());
    Optional<Instant> aware =
        what.facts().revisions().isEmpty()
            ? Optional.empty()
            : what.facts().revisions().getLast().aware();
    if (noticed.isPresent() && aware.isPresent()) {
      begun = begun.with("i." + noticed.get(), aware.get().toString());
    }
    return begun;
  }

  /// The facts that count, each as a line that can be sent.
  List<DraftPage.Fact> facts(SeenCase seen) {
    return seen.what().facts().said().stream()
        .filter(Said::counts)
        .flatMap(said ->
            room.facts().find(said.key().fact()).stream()
                .map(fact -> {
                  String value =
                      StatedWriter.written(
                          fact.type(),
                          List.of(
                              new Statement(
                                  said.key(), said.statement().stated(), Statement.Origin.NONE)));
                  String line = said.key() + ": " + value;
                  Marking marking = seen.what().marking().of(said);
                  return new DraftPage.Fact(line, line, marking.toString());
                }))
        .toList();
  }
}
