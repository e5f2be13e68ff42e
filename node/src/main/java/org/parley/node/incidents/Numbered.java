package org.parley.node.incidents;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Folded;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.port.Cases;

/// Finds the incident that somebody means by its number, among those that they may see.
final class Numbered {

  /// Under which nothing is ever found.
  private static final CaseId NOBODYS = new CaseId(new UUID(0, 0));

  private Numbered() {}

  static CaseId id(Casework work, Realm realm, Actor actor, String typed) {
    Optional<CaseId> id = CaseId.parse(typed);
    String digits = typed.replaceFirst("^(EX-|#)", "");
    if (id.isPresent() || !digits.matches("[1-9][0-9]{0,8}")) {
      return id.orElse(NOBODYS);
    }
    Set<Stage> all = EnumSet.allOf(Stage.class);
    Cases.Filter named =
        new Cases.Filter(all, Folded.of(digits), Optional.empty(), Optional.empty());
    // A place just above the number, in the order of numbers: it comes first if it is there.
    Cases.Place above = new Cases.Place(Long.parseLong(digits) + 1, Long.MAX_VALUE);
    return new ListIncidents(work)
            .run(realm, actor, named, new Cases.Page(Cases.Order.NUMBER, Optional.of(above), 1))
            .lines()
            .stream()
            .filter(line -> line.key().number() == Long.parseLong(digits))
            .map(line -> line.key().id())
            .findFirst()
            .orElse(NOBODYS);
  }
}
