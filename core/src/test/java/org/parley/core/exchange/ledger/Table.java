package org.parley.core.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.exchange.ledger.World.NOON;
import static org.parley.core.exchange.ledger.World.XA;
import static org.parley.core.exchange.ledger.World.XB;
import static org.parley.core.exchange.ledger.World.digest;
import static org.parley.core.exchange.ledger.World.hand;
import static org.parley.core.exchange.ledger.World.letter;
import static org.parley.core.exchange.ledger.World.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// What tests do with conversations: each command must happen, or be refused by name.
abstract class Table {

  final Exchange exchange = new Exchange(World.formats());
  final Statement question = letter(XA, World.QUESTION, 1, XB).by(hours(48)).done();
  final Digest asked = digest(question);

  Conversation sent(Conversation state, Statement statement) {
    Digest digest = digest(statement);
    Conversation next = does(state, compose(statement));
    next = does(next, new Command.Clear(digest, hand(statement.from()), false));
    return does(next, new Command.Dispatch(digest));
  }

  Conversation taken(Conversation state, Statement statement) {
    return does(state, takeIn(statement));
  }

  static Command compose(Statement statement) {
    return new Command.Compose(statement, digest(statement), hand(statement.from()));
  }

  static Command takeIn(Statement statement) {
    NodeId sender = node(statement.from());
    return new Command.TakeIn(statement, digest(statement), sender, Optional.empty());
  }

  static Command receipt(Receipt.Kind kind, Digest statement, OfficeId by) {
    return new Command.TakeReceipt(receiptOf(kind, statement, by, World.REAL), node(by));
  }

  static Receipt receiptOf(Receipt.Kind kind, Digest statement, OfficeId by, Realm realm) {
    return new Receipt(
        kind,
        statement,
        realm,
        new Receipt.Speaker(node(by), by),
        NOON,
        Receipt.Proof.NONE,
        Optional.empty());
  }

  Conversation does(Conversation state, Command command) {
    return after(state, command, NOON);
  }

  Conversation after(Conversation state, Command command, Instant now) {
    List<Event> events = exchange.decide(state, command, now).orThrow();
    assertThat(events).as("%s", command).isNotEmpty();
    return state.after(events);
  }

  List<IssueCode> refusal(Conversation state, Command command) {
    Checked<List<Event>> answer = exchange.decide(state, command, NOON);
    assertThat(answer).as("%s", command).isInstanceOf(Checked.Refused.class);
    return answer.issues().stream().filter(Issue::isError).map(Issue::code).toList();
  }

  static Optional<Standing> standing(Conversation state, Digest statement, OfficeId who) {
    return state.account(statement, who).flatMap(Account::standing);
  }

  static Instant hours(long hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
