package org.parley.core.exchange.ledger;

import static org.parley.core.exchange.ledger.Standing.ACKNOWLEDGED;
import static org.parley.core.exchange.ledger.Standing.ANSWERED;
import static org.parley.core.exchange.ledger.Standing.ANSWERED_PARTLY;
import static org.parley.core.exchange.ledger.Standing.DECLINED;
import static org.parley.core.exchange.ledger.Standing.DELIVERED;
import static org.parley.core.exchange.ledger.Standing.DISPATCHED;
import static org.parley.core.exchange.ledger.Standing.IN_CUSTODY;
import static org.parley.core.exchange.ledger.Standing.OPENED;
import static org.parley.core.exchange.ledger.Standing.UNDELIVERABLE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What may be done when: for each act, from how far a statement must have come with a recipient.
final class Grammar {

  /// What is done about one statement and one recipient.
  enum Act {
    CARRY("a carrier takes charge"),
    GIVE_UP("given up"),
    REMIND("asked again"),
    TURN_TO("turned to another level"),
    TAKE_DOWN("replied to in another way"),
    OPEN("opened"),
    ACKNOWLEDGE("acknowledged"),
    PASS_ON("passed on"),
    DECLINE("declined"),
    ANSWER("answered");

    private final String done;

    Act(String done) {
      this.done = done;
    }

    /// The act as it is told once done.
    String done() {
      return done;
    }
  }

  private static final Map<Act, Set<Standing>> TABLE = table();

  private Grammar() {}

  static boolean allows(Act act, Standing reached) {
    return TABLE.getOrDefault(act, Set.of()).contains(reached);
  }

  private static Map<Act, Set<Standing>> table() {
    Map<Act, Set<Standing>> table = new EnumMap<>(Act.class);
    table.put(Act.CARRY, EnumSet.of(DISPATCHED, IN_CUSTODY, UNDELIVERABLE));
    table.put(Act.GIVE_UP, EnumSet.of(DISPATCHED, IN_CUSTODY));
    table.put(Act.REMIND, EnumSet.range(DISPATCHED, ACKNOWLEDGED));
    table.put(Act.TURN_TO, EnumSet.range(DISPATCHED, ACKNOWLEDGED));
    table.put(Act.TAKE_DOWN, EnumSet.range(DISPATCHED, ANSWERED));
    table.put(Act.OPEN, EnumSet.of(DELIVERED));
    // Nobody takes note of what nobody has seen.
    table.put(Act.ACKNOWLEDGE, EnumSet.of(OPENED));
    table.put(Act.PASS_ON, EnumSet.of(DELIVERED, OPENED, ACKNOWLEDGED));
    table.put(Act.DECLINE, EnumSet.of(OPENED, ACKNOWLEDGED, ANSWERED_PARTLY));
    table.put(Act.ANSWER, EnumSet.of(OPENED, ACKNOWLEDGED, ANSWERED_PARTLY, DECLINED, ANSWERED));
    return table;
  }
}
