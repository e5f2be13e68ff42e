package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.MARKING_ABOVE_CEILING;
import static org.parley.core.issue.IssueCode.MARKING_WEAKENED;
import static org.parley.core.issue.IssueCode.RELEASE_REFUSED;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.handling.Relation;
import org.parley.core.handling.Release;
import org.parley.core.handling.ReleaseTable;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Realm;

/// Who an office is to a statement, and whether one statement may carry on what another says.
public final class Relations {

  private Relations() {}

  /// Who an office is to a statement.
  ///
  /// @param realm the realm in which the office would get it
  public static Relation of(OfficeId office, Realm realm, Outline statement) {
    if (!realm.equals(statement.realm())) {
      return Relation.OTHER_REALM;
    }
    if (office.party().equals(statement.from().party())) {
      return Relation.ORIGINATOR;
    }
    if (statement.route().isFor(office)) {
      return Relation.NAMED;
    }
    boolean sameParty =
        statement.route().recipients().stream()
            .anyMatch(each -> each.party().equals(office.party()));
    if (sameParty) {
      return Relation.SAME_STATE;
    }
    return office.party().isState() ? Relation.OTHER_STATE : Relation.INSTITUTION;
  }

  /// Tells every reason why a statement may not answer, correct, quote or forward another: it is
  /// marked more weakly, or goes to somebody to whom the other may not go.
  public static void check(Outline original, Statement carrying, Issues issues) {
    if (!carrying.marking().isAtLeast(original.marking())) {
      issues.add(
          MARKING_WEAKENED,
          Place.of("marking"),
          String.format(
              Locale.ROOT,
              "%s is weaker than %s, the marking of what it carries on",
              carrying.marking(),
              original.marking()),
          "mark it " + carrying.marking().with(original.marking()));
    }
    for (OfficeId recipient : carrying.route().recipients()) {
      Relation relation = of(recipient, carrying.realm(), original);
      if (ReleaseTable.decide(original.marking(), relation)
          instanceof Release.Refused(Release.Reason reason)) {
        issues.add(
            RELEASE_REFUSED,
            Place.of("recipient " + recipient),
            String.format(
                Locale.ROOT,
                "%s may not have what %s said: %s",
                recipient,
                original.from(),
                reason.sentence()),
            "ask the originator to send it there");
      }
    }
  }

  /// Tells what of a statement's marking is above what the node may hold.
  static void ceiling(Seat seat, Statement statement, Issues issues) {
    seat.ceiling()
        .above(statement.marking())
        .ifPresent(part ->
            issues.add(
                MARKING_ABOVE_CEILING,
                Place.of("marking"),
                part + " is above what this node may hold",
                "keep only who holds it and how to get it"));
  }

  /// The statements that ties name and that are here.
  static List<Dossier> named(Conversation state, Ties ties) {
    return Stream.concat(
            ties.inReplyTo().map(Ties.Reply::statement).stream(), ties.supersedes().stream())
        .flatMap(digest -> state.find(digest).stream())
        .toList();
  }
}
