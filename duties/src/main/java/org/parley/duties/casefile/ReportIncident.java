package org.parley.duties.casefile;

import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.core.issue.Checked;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// Opens an incident: an operator reports it once, or an officer opens it. It gets the next number
/// of its realm.
public final class ReportIncident {

  private final Casework work;

  public ReportIncident(Casework work) {
    this.work = work;
  }

  /// What is reported.
  ///
  /// @param holder the office that will follow it
  public record Report(
      OfficeId holder, String title, Optional<String> words, Marking marking, Stating stating) {}

  /// @param id drawn when the empty form was opened, so that a form sent twice is one incident
  public Checked<SeenCase> run(Realm realm, CaseId id, Report report, Actor actor) {
    return open(
        realm,
        id,
        actor,
        number ->
            new Deed.Report(
                realm,
                number,
                report.holder(),
                report.title(),
                report.words(),
                report.marking(),
                report.stating()));
  }

  /// Keeps of something above the ceiling who holds it and how to get it.
  public Checked<SeenCase> pointer(
      Realm realm, CaseId id, OfficeId holder, Pointer pointer, Actor actor) {
    return open(realm, id, actor, number -> new Deed.KeepPointer(realm, number, holder, pointer));
  }

  /// Makes the deed, once its number is known.
  @FunctionalInterface
  private interface Numbered {
    Deed.Opening with(SeriesNumber number);
  }

  private Checked<SeenCase> open(Realm realm, CaseId id, Actor actor, Numbered deed) {
    if (!work.permissions().allow(actor, Action.REPORT_INCIDENT, Relation.NOTHING)) {
      return CaseDecision.unknown(id);
    }
    return work.books().change(book -> open(book, realm, id, actor, deed));
  }

  private Checked<SeenCase> open(Book book, Realm realm, CaseId id, Actor actor, Numbered deed) {
    Files files = new Files(work, book, realm);
    Optional<Files.Opened> there = files.open(id);
    if (there.isPresent()) {
      return again(there.get().state(), id, actor);
    }
    SeriesNumber number = files.nextNumber();
    Checked<List<CaseEvent>> decided =
        work.decision().open(id, deed.with(number), actor, work.now());
    return decided.then(events -> {
      Checked<Casefile> kept = files.keep(Optional.empty(), events);
      if (kept instanceof Checked.Sound<Casefile>) {
        files.useNumber(number, id);
      }
      return kept.map(state -> seen(state, actor));
    });
  }

  /// The form was sent before: what it opened is what it opened.
  private static Checked<SeenCase> again(Casefile state, CaseId id, Actor actor) {
    return state.head().opened().isOneWith(Author.of(actor))
        ? CaseDesk.seen(state, actor)
            .<Checked<SeenCase>>map(seen -> new Checked.Sound<>(seen, List.of()))
            .orElseGet(() -> CaseDecision.unknown(id))
        : CaseDecision.unknown(id);
  }

  private static SeenCase seen(Casefile state, Actor actor) {
    return CaseDesk.seen(state, actor).orElseThrow();
  }
}
