package org.parley.core.casefile;

import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Pointer;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;

/// One incident as the office that follows it keeps it.
///
/// What may happen next [CaseDecision] decides; [#evolve] tells what has become of it, and takes
/// any event.
///
/// @param pointer where this is only a pointer to something above the ceiling; it then has no facts
public record Casefile(
    Head head,
    CaseMarking marking,
    Progress progress,
    Facts facts,
    Story story,
    Work work,
    Optional<Pointer> pointer) {

  public CaseId id() {
    return head.id();
  }

  public Stage stage() {
    return progress.stage();
  }

  /// The case that these events tell of; empty where the first of them opens none.
  public static Optional<Casefile> of(List<CaseEvent> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Evolution.begin(events.getFirst())
            .map(begun -> begun.after(events.subList(1, events.size())));
  }

  /// The case after these events.
  public Casefile after(List<CaseEvent> events) {
    Casefile state = this;
    for (CaseEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /// The case after an event. Total: an event that speaks of something unknown changes nothing.
  public Casefile evolve(CaseEvent event) {
    return event.id().equals(id()) ? Evolution.apply(this, event) : this;
  }

  /// How somebody stands to this case.
  public Relation relationOf(Actor actor) {
    Optional<OfficeId> office = actor.office();
    if (office.filter(head.holder()::equals).isPresent()) {
      return Relation.OFFICE;
    }
    if (office.filter(marking.shown()::containsKey).isPresent()) {
      return Relation.SHOWN;
    }
    boolean own =
        head.isReported()
            && (head.opened().organisation().isPresent()
                ? head.opened().organisation().equals(actor.organisation())
                : head.opened().account().equals(actor.account()));
    return own ? Relation.OWN : Relation.OTHER;
  }

  Casefile with(CaseMarking next) {
    return new Casefile(head, next, progress, facts, story, work, pointer);
  }

  Casefile with(Progress next) {
    return new Casefile(head, marking, next, facts, story, work, pointer);
  }

  Casefile with(Facts next) {
    return new Casefile(head, marking, progress, next, story, work, pointer);
  }

  Casefile with(Story next) {
    return new Casefile(head, marking, progress, facts, next, work, pointer);
  }

  Casefile with(Work next) {
    return new Casefile(head, marking, progress, facts, story, next, pointer);
  }
}
