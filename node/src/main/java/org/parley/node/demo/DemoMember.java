package org.parley.node.demo;

import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.Troupe;
import org.parley.duties.port.People;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.incidents.Room;
import org.springframework.context.ConfigurableApplicationContext;

/// A node of the demo that runs: what is done there in the story is done by its own duties.
record DemoMember(Troupe troupe, ConfigurableApplicationContext node) {

  /// Sets the node up and makes its people.
  void peopled() {
    node.getBean(OpenDoors.class).open(troupe).orThrow();
  }

  Exchanging exchanging() {
    return node.getBean(Exchanging.class);
  }

  NodeHome home() {
    return exchanging().home().orElseThrow();
  }

  Room room() {
    return node.getBean(Room.class);
  }

  People people() {
    return node.getBean(Lodge.class).people();
  }

  Actor actor(String login) {
    return account(login).actor();
  }

  OfficeId office(String login) {
    return account(login).office().orElseThrow();
  }

  /// Somebody of the node, as the exchange's ledger knows them.
  Hand hand(String login) {
    return new Hand(office(login), account(login).id().toString());
  }

  private Account account(String login) {
    return people().look(register -> register.withLogin(login)).orElseThrow();
  }
}
