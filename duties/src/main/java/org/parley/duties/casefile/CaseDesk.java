package org.parley.duties.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.casefile.view.Audience;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.casefile.view.Sight;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// How every deed is done: the case is opened, the actor's permission asked for the very thing, the
/// deed decided, and history, journal and lists written in one change.
final class CaseDesk {

  private final Casework work;

  CaseDesk(Casework work) {
    this.work = work;
  }

  Casework work() {
    return work;
  }

  /// A case that this actor may do this with, and what it sees of it.
  record Held(Files files, Files.Opened opened, SeenCase seen) {

    Casefile state() {
      return opened.state();
    }

    Relation relation() {
      return seen.relation();
    }
  }

  Checked<SeenCase> act(Realm realm, CaseId id, Deed deed, Actor actor) {
    return act(realm, id, List.of(deed), actor);
  }

  /// Does these deeds one after the other, all or none.
  Checked<SeenCase> act(Realm realm, CaseId id, List<Deed> deeds, Actor actor) {
    return change(realm, id, actor, deeds, (held, _) -> act(held, deeds, actor));
  }

  /// Changes a case inside one change of the books; refused work leaves nothing behind.
  <T> Checked<T> change(
      Realm realm,
      CaseId id,
      Actor actor,
      List<Deed> deeds,
      BiFunction<Held, Book, Checked<T>> what) {
    try {
      return work.books()
          .change(book ->
              leave(
                  hold(book, realm, id, actor)
                      .filter(held -> deeds.stream().allMatch(deed -> isAllowed(held, deed, actor)))
                      .map(held -> what.apply(held, book))
                      .orElseGet(() -> CaseDecision.unknown(id))));
    } catch (RefusedException refused) {
      return new Checked.Refused<>(refused.issues());
    }
  }

  /// Takes back whatever was written before something was refused.
  private static <T> Checked<T> leave(Checked<T> result) {
    if (result instanceof Checked.Refused<T>(List<Issue> issues)) {
      throw new RefusedException(issues);
    }
    return result;
  }

  Optional<Held> hold(Book book, Realm realm, CaseId id, Actor actor) {
    Files files = new Files(work, book, realm);
    return files
        .open(id)
        .flatMap(opened -> seen(opened.state(), actor).map(seen -> new Held(files, opened, seen)));
  }

  static Optional<SeenCase> seen(Casefile state, Actor actor) {
    Relation relation = state.relationOf(actor);
    return Audience.of(actor, relation)
        .flatMap(audience -> Sight.of(state, new Audience.Standing(audience, relation)));
  }

  private boolean isAllowed(Held held, Deed deed, Actor actor) {
    return isAllowed(actor, Acts.of(deed, held.relation()), held.relation());
  }

  boolean isAllowed(Actor actor, Action action, Relation relation) {
    return work.permissions().allow(actor, action, relation);
  }

  Checked<SeenCase> act(Held held, List<Deed> deeds, Actor actor) {
    Casefile state = held.state();
    List<CaseEvent> events = new ArrayList<>();
    List<Issue> notes = new ArrayList<>();
    for (Deed deed : deeds) {
      Optional<Checked<SeenCase>> hidden = hidden(held, deed, actor);
      if (hidden.isPresent()) {
        return hidden.get();
      }
      switch (work.decision().decide(state, deed, actor, work.now())) {
        case Checked.Refused<List<CaseEvent>>(List<Issue> issues) -> {
          return new Checked.Refused<>(issues);
        }
        case Checked.Sound<List<CaseEvent>>(List<CaseEvent> more, List<Issue> told) -> {
          state = state.after(more);
          events.addAll(more);
          notes.addAll(told);
        }
      }
    }
    if (held.relation() != Relation.OFFICE) {
      // That another side has said something else may be nothing for these eyes.
      notes.removeIf(note -> note.code() == IssueCode.STATEMENT_CONFLICT);
    }
    return written(held, state, events, actor)
        .then(
            next -> new Checked.Sound<>(seen(next, actor).orElse(held.seen()), List.copyOf(notes)));
  }

  private Checked<Casefile> written(
      Held held, Casefile state, List<CaseEvent> events, Actor actor) {
    if (events.isEmpty()) {
      return new Checked.Sound<>(state, List.of());
    }
    Checked<Casefile> kept = held.files().keep(Optional.of(held.opened()), events);
    for (CaseEvent event : events) {
      mirror(held, event, actor);
    }
    return kept;
  }

  /// What a deed names must be there for the actor, or it is not there.
  private Optional<Checked<SeenCase>> hidden(Held held, Deed deed, Actor actor) {
    if (deed instanceof Deed.Adopt(int number, _) && isHidden(held, number)
        || deed instanceof Deed.Withdraw(int other, _) && isHidden(held, other)) {
      return Optional.of(refusedAsMissing(held.seen().what(), deed, actor));
    }
    return named(deed).flatMap(other -> unseen(held, other, actor));
  }

  private static boolean isHidden(Held held, int statement) {
    return held.seen().what().facts().find(statement).isEmpty();
  }

  /// Another case that a deed names.
  private static Optional<CaseId> named(Deed deed) {
    if (deed instanceof Deed.Relate(CaseId other, _)) {
      return Optional.of(other);
    }
    return deed instanceof Deed.Judge(Triage.DuplicateOf(CaseId other, _))
        ? Optional.of(other)
        : Optional.empty();
  }

  private Checked<SeenCase> refusedAsMissing(Casefile seen, Deed deed, Actor actor) {
    return work.decision()
        .decide(seen, deed, actor, work.now())
        .then(_ -> CaseDecision.unknown(seen.id()));
  }

  private Optional<Checked<SeenCase>> unseen(Held held, CaseId other, Actor actor) {
    boolean there =
        hold(held.files().book(), held.files().realm(), other, actor)
            .filter(each -> isAllowed(actor, Action.READ_INCIDENT, each.relation()))
            .isPresent();
    return there ? Optional.empty() : Optional.of(CaseDecision.unknown(other));
  }

  /// A tie is seen from both ends.
  private void mirror(Held held, CaseEvent event, Actor actor) {
    Deed deed = event.deed();
    if (deed instanceof Deed.Relate(CaseId other, _)) {
      beside(held, other, new Deed.Relate(event.id(), Tie.RELATED), actor);
    } else if (deed instanceof Deed.Unrelate(CaseId other)) {
      beside(held, other, new Deed.Unrelate(event.id()), actor);
    } else if (deed instanceof Deed.Judge(Triage.DuplicateOf(CaseId other, _))) {
      beside(held, other, new Deed.Relate(event.id(), Tie.HAS_DUPLICATE), actor);
    }
  }

  private void beside(Held held, CaseId other, Deed deed, Actor actor) {
    Optional<Files.Opened> opened = held.files().open(other);
    boolean isTied =
        opened
            .filter(each ->
                deed instanceof Deed.Relate(CaseId back, _)
                    && each.state().story().ties().containsKey(back))
            .isPresent();
    if (opened.isEmpty() || isTied) {
      return;
    }
    Checked<List<CaseEvent>> decided =
        work.decision().decide(opened.get().state(), deed, actor, work.now());
    if (decided instanceof Checked.Sound<List<CaseEvent>>(List<CaseEvent> events, _)
        && !events.isEmpty()) {
      held.files().keep(opened, events).orThrow();
    }
  }

  /// Thrown out of a change so that nothing of it happens; never seen outside.
  private static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    RefusedException(List<Issue> issues) {
      super("refused", null, false, false);
      this.issues = issues;
    }

    List<Issue> issues() {
      return issues;
    }
  }
}
