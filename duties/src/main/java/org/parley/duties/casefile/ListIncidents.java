package org.parley.duties.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Audience;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases;

/// Lists the incidents that one reader may see.
public final class ListIncidents {

  /// So many are written in one change.
  private static final int AT_ONCE = 100;

  private final Casework work;

  public ListIncidents(Casework work) {
    this.work = work;
  }

  /// One page of a list.
  ///
  /// @param counts by stage, over all pages and all stages
  /// @param next where the next page begins, if there is one
  public record Listed(
      List<Cases.Line> lines, Map<Stage, Long> counts, Optional<Cases.Place> next) {}

  public Listed run(Realm realm, Actor actor, Cases.Filter filter, Cases.Page page) {
    Cases.Readers readers = readers(work, realm, actor);
    Cases.Filter anyStage =
        new Cases.Filter(
            Set.of(Stage.values()), filter.text(), filter.atLeast(), filter.dueBefore());
    return work.books()
        .look(book -> {
          Cases.Page oneMore =
              new Cases.Page(page.order(), page.after(), Math.min(Cases.MOST, page.most() + 1));
          List<Cases.Line> found = book.cases().list(readers, filter, oneMore);
          boolean more = found.size() > page.most();
          List<Cases.Line> lines = more ? found.subList(0, page.most()) : found;
          return new Listed(
              List.copyOf(lines),
              book.cases().count(readers, anyStage),
              more ? Optional.of(Cases.Place.of(lines.getLast(), page.order())) : Optional.empty());
        });
  }

  /// Writes the lists of a realm anew where they are not whole, as after a change of their shape;
  /// all from the events, so that it can be done as often as one likes.
  ///
  /// @return of how many incidents
  public int repair(Realm realm) {
    List<CaseId> cases = work.books().look(book -> new Files(work, book, realm).unlisted());
    for (int from = 0; from < cases.size(); from += AT_ONCE) {
      List<CaseId> some = cases.subList(from, Math.min(cases.size(), from + AT_ONCE));
      work.books()
          .change(book -> {
            some.forEach(new Files(work, book, realm)::relist);
            return some.size();
          });
    }
    return cases.size();
  }

  /// The circles in which an actor may read lists at all.
  static Cases.Readers readers(Casework work, Realm realm, Actor actor) {
    Set<Relation> relations = work.permissions().relations(actor, Action.LIST_INCIDENTS);
    // As with a single case, who acts for an office reads for it and not for itself.
    Set<Relation> possible =
        actor.office().isPresent() ? Set.of(Relation.OFFICE, Relation.SHOWN) : Set.of(Relation.OWN);
    Set<Relation> reads = relations.stream().filter(possible::contains).collect(Collectors.toSet());
    Set<Audience> audiences =
        reads.stream()
            .flatMap(relation -> Audience.of(actor, relation).stream())
            .collect(Collectors.toSet());
    return new Cases.Readers(realm, audiences, reads);
  }
}
