package org.parley.core.casefile.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;

/// A circle of readers who see the same of a case: an office, an organisation that reports, or a
/// single account that reports for itself.
public sealed interface Audience {

  record Office(OfficeId office) implements Audience {}

  record Organisation(UUID organisation) implements Audience {}

  record Account(UUID account) implements Audience {}

  /// The circle to which an actor belongs where it stands so to a case.
  static Optional<Audience> of(Actor actor, Relation relation) {
    return switch (relation) {
      case OFFICE, SHOWN -> actor.office().map(Office::new);
      case OWN ->
          Optional.of(
              actor
                  .organisation()
                  .<Audience>map(Organisation::new)
                  .orElseGet(() -> new Account(actor.account())));
      case NOTHING, OTHER -> Optional.empty();
    };
  }

  /// All circles that see anything of a case, with how they stand to it.
  static List<Standing> of(Casefile state) {
    List<Standing> all = new ArrayList<>();
    all.add(new Standing(new Office(state.head().holder()), Relation.OFFICE));
    state
        .marking()
        .shown()
        .keySet()
        .forEach(office -> all.add(new Standing(new Office(office), Relation.SHOWN)));
    if (state.head().isReported()) {
      Author by = state.head().opened();
      Audience reporter =
          by.organisation()
              .<Audience>map(Organisation::new)
              .orElseGet(() -> new Account(by.account()));
      all.add(new Standing(reporter, Relation.OWN));
    }
    return all;
  }

  /// Reads what [#word] writes.
  static Optional<Audience> parse(String word) {
    int blank = word.indexOf(' ');
    String kind = blank < 0 ? "" : word.substring(0, blank);
    String rest = word.substring(blank + 1);
    return switch (kind) {
      case "office" -> OfficeId.parse(rest).map(Office::new);
      case "organisation" -> CaseId.parse(rest).map(id -> new Organisation(id.uuid()));
      case "account" -> CaseId.parse(rest).map(id -> new Account(id.uuid()));
      default -> Optional.empty();
    };
  }

  /// A circle and how it stands to a case.
  record Standing(Audience audience, Relation relation) {}

  /// As books write it: `office XA/technical`, `organisation` or `account` and a UUID.
  default String word() {
    return switch (this) {
      case Office(OfficeId office) -> "office " + office;
      case Organisation(UUID organisation) -> "organisation " + organisation;
      case Account(UUID account) -> "account " + account;
    };
  }
}
