package org.parley.duties.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Plans communication checks, writes down contacts by other ways, calls checks off.
public final class KeepChecks {

  private final Checkwork work;

  public KeepChecks(Checkwork work) {
    this.work = work;
  }

  /// Plans a check. The same again changes nothing.
  public Checked<CheckId> plan(Realm realm, CheckId id, CheckPlan plan, Actor actor) {
    if (!work.isAllowed(actor, plan.from())
        || !work.station().seat().offices().contains(plan.from())) {
      return new Checked.Refused<>(
          List.of(
              new Issue(
                  IssueCode.NOT_PERMITTED_HERE,
                  Place.of("from"),
                  "checks of " + plan.from() + " are kept by that office",
                  Optional.empty())));
    }
    return plan.sound(work.station().now())
        .map(sound ->
            work.station()
                .books()
                .change(book -> {
                  CheckBook checks = new CheckBook(book, realm);
                  if (checks.open(id).isEmpty()) {
                    checks.keep(
                        id, 0, new CheckEvent.Planned(sound, token(actor), work.station().now()));
                  }
                  return id;
                }));
  }

  /// Writes down a contact by another way; it counts as a lower grade.
  public Checked<CheckId> writeDown(
      Realm realm, CheckId id, CheckEvent.Contact contact, Actor actor) {
    return change(
        realm,
        id,
        actor,
        (check, now) ->
            check
                .admits(contact, now)
                .map(sound -> new CheckEvent.WrittenDown(sound, token(actor), now)));
  }

  public Checked<CheckId> callOff(Realm realm, CheckId id, String reason, Actor actor) {
    return change(
        realm,
        id,
        actor,
        (check, now) ->
            check
                .admitsCallingOff(reason, now)
                .map(sound -> new CheckEvent.CalledOff(sound, token(actor), now)));
  }

  private Checked<CheckId> change(
      Realm realm,
      CheckId id,
      Actor actor,
      BiFunction<Check, Instant, Checked<? extends CheckEvent>> decide) {
    return work.station()
        .books()
        .change(book -> {
          CheckBook checks = new CheckBook(book, realm);
          Optional<CheckBook.Opened> opened =
              checks.open(id).filter(found -> work.isAllowed(actor, found.check().plan().from()));
          if (opened.isEmpty()) {
            return Checkwork.unknown(id);
          }
          return decide
              .apply(opened.get().check(), work.station().now())
              .map(event -> {
                checks.keep(id, opened.get().events(), event);
                return id;
              });
        });
  }

  private static String token(Actor actor) {
    return actor.account().toString();
  }
}
