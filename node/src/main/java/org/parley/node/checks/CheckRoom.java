package org.parley.node.checks;

import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Realm;
import org.parley.duties.checks.Checkwork;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Where communication checks are worked on: who asks, for which office, through which exchange.
@Component
final class CheckRoom {

  private final Exchanging exchanging;
  private final Permissions permissions;

  CheckRoom(Exchanging exchanging, Permissions permissions) {
    this.exchanging = exchanging;
    this.permissions = permissions;
  }

  /// An officer of an office that takes part in the exchange.
  record Desk(NodeHome home, Checkwork work, Realm realm, OfficeId office, Actor actor) {

    /// Names stay with the account: the ledger gets the account's random id.
    Hand hand() {
      return new Hand(office, actor.account().toString());
    }
  }

  /// What the duties need, where the node takes part in the exchange.
  Optional<Checkwork> work() {
    return exchanging.home().map(this::work);
  }

  private Checkwork work(NodeHome home) {
    return new Checkwork(home.station(), permissions, home.settings().secondPerson());
  }

  /// The visitor's desk; empty where their office takes no part in the exchange.
  Optional<Desk> desk(Visit visit) {
    Actor actor = visit.viewer().orElseThrow(AbsentException::new).actor();
    return exchanging
        .home()
        .flatMap(home ->
            actor
                .office()
                .filter(office -> home.station().seat().offices().contains(office))
                .map(office -> new Desk(home, work(home), visit.site().realm(), office, actor)));
  }

  Desk need(Visit visit) {
    return desk(visit).orElseThrow(AbsentException::new);
  }
}
