package org.parley.core.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.exchange.ledger.World.NOON;
import static org.parley.core.exchange.ledger.World.XA;
import static org.parley.core.exchange.ledger.World.XB;
import static org.parley.core.exchange.ledger.World.digest;
import static org.parley.core.exchange.ledger.World.hand;
import static org.parley.core.exchange.ledger.World.letter;
import static org.parley.core.exchange.ledger.World.node;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;

/// All sequences of commands between two offices, to a depth: whatever anybody does, in whatever
/// order, forged or repeated, the ledger stays within its table.
class GrammarTest {

  private static final int DEPTH = 5;

  private final Exchange exchange = new Exchange(World.formats());
  private final Statement question =
      letter(XA, World.QUESTION, 1, XB).by(NOON.plusSeconds(1)).done();
  private final Statement twin = letter(XA, World.QUESTION, 1, XB).saying("something else").done();
  private final Statement reply =
      letter(XB, World.REPLY, 1, XA).answering(question, Ties.Extent.PARTIAL).done();
  private final Statement correction =
      letter(XA, World.CORRECTION, 2, XB).superseding(question).done();
  private final Digest asked = digest(question);

  /// Rows of the specification, read against the code's table: `y` where the act may be done at
  /// that standing, in the order composed, cleared, dispatched, in custody, undeliverable,
  /// delivered, opened, acknowledged, answered partly, declined, answered.
  @ParameterizedTest
  @CsvSource({
    "CARRY,       nnyyynnnnnn",
    "GIVE_UP,     nnyynnnnnnn",
    "REMIND,      nnyyyyyynnn",
    "TURN_TO,     nnyyyyyynnn",
    "OPEN,        nnnnnynnnnn",
    "ACKNOWLEDGE, nnnnnnynnnn",
    "PASS_ON,     nnnnnyyynnn",
    "DECLINE,     nnnnnnyyynn",
    "ANSWER,      nnnnnnyyyyy",
  })
  void theTableIsThis(Grammar.Act act, String row) {
    for (int place = 0; place < row.length(); place++) {
      assertThat(Grammar.allows(act, Standing.values()[place]))
          .as("%s at %s", act, Standing.values()[place])
          .isEqualTo(row.charAt(place) == 'y');
    }
  }

  /// Both ends of a conversation.
  record Ends(Conversation sender, Conversation recipient) {}

  @Test
  void noSequenceLeavesTheTableOrLosesOrEditsAnything() {
    Ends nothingYet = new Ends(World.conversation(XA), World.conversation(XB));
    Ends sent = new Ends(sent(), World.conversation(XB));

    Set<Ends> reached = all(nothingYet);
    reached.addAll(all(sent));

    assertThat(reached).hasSizeGreaterThan(1_000);
    assertThat(standings(reached))
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Standing.ANSWERED)));
  }

  private Conversation sent() {
    Conversation state = World.conversation(XA);
    for (Command command :
        List.of(
            new Command.Compose(question, asked, hand(XA)),
            new Command.Clear(asked, hand(XA), false),
            new Command.Dispatch(asked))) {
      state = state.after(exchange.decide(state, command, NOON).orThrow());
    }
    return state;
  }

  /// All states that can be reached in so many steps.
  private Set<Ends> all(Ends start) {
    Set<Ends> reached = new LinkedHashSet<>();
    Set<Ends> edge = Set.of(start);
    for (int depth = 0; depth < DEPTH; depth++) {
      Set<Ends> next = new LinkedHashSet<>();
      for (Ends ends : edge) {
        atSender(ends).forEach((_, after) -> next.add(new Ends(after, ends.recipient())));
        atRecipient(ends).forEach((_, after) -> next.add(new Ends(ends.sender(), after)));
      }
      next.removeAll(reached);
      reached.addAll(next);
      edge = next;
    }

    return reached;
  }

  private static Set<Standing> standings(Set<Ends> reached) {
    Set<Standing> found = new HashSet<>();
    for (Ends ends : reached) {
      for (Conversation each : List.of(ends.sender(), ends.recipient())) {
        each.dossiers().values().stream()
            .flatMap(dossier -> dossier.accounts().values().stream())
            .forEach(account -> account.standing().ifPresent(found::add));
      }
    }
    return found;
  }

  private Map<Command, Conversation> atSender(Ends ends) {
    List<Command> commands = new ArrayList<>();
    for (Statement statement : List.of(question, correction)) {
      Digest digest = digest(statement);
      commands.add(new Command.Compose(statement, digest, hand(XA)));
      commands.add(new Command.Discard(digest, hand(XA), "not needed"));
      commands.add(new Command.Clear(digest, hand(XA), false));
      commands.add(new Command.Dispatch(digest));
    }
    commands.add(new Command.NoteCarried(asked, XB, "relay"));
    commands.add(new Command.GiveUp(asked, XB, "no way"));
    commands.add(new Command.Remind(asked, XB, hand(XA)));
    commands.add(new Command.TurnTo(asked, XB, hand(XA), Command.Level.DEPUTY));
    commands.add(new Command.PassTime());
    for (Receipt.Kind kind : Receipt.Kind.values()) {
      commands.add(receipt(kind, XB));
    }
    if (isSent(ends.recipient(), reply)) {
      commands.add(takeIn(reply));
    }
    return steps(ends.sender(), commands);
  }

  private Map<Command, Conversation> atRecipient(Ends ends) {
    List<Command> commands = new ArrayList<>();
    if (isSent(ends.sender(), question)) {
      commands.add(takeIn(question));
      commands.add(takeIn(twin));
      commands.add(receipt(Receipt.Kind.REMINDER, XA));
      commands.add(receipt(Receipt.Kind.ACKNOWLEDGED, XA));
    }
    if (isSent(ends.sender(), correction)) {
      commands.add(takeIn(correction));
    }
    commands.add(new Command.Open(asked, hand(XB)));
    commands.add(new Command.Acknowledge(asked, hand(XB), Optional.empty()));
    commands.add(new Command.PassOn(asked, hand(XB), Command.Level.POLICY));
    commands.add(new Command.Decline(asked, hand(XB), Optional.empty()));
    commands.add(new Command.Compose(reply, digest(reply), hand(XB)));
    commands.add(new Command.Clear(digest(reply), hand(XB), false));
    commands.add(new Command.Dispatch(digest(reply)));
    commands.add(new Command.Discard(asked, hand(XB), "no"));
    return steps(ends.recipient(), commands);
  }

  /// Where each command leads; those that change nothing are left out.
  private Map<Command, Conversation> steps(Conversation state, List<Command> commands) {
    Map<Command, Conversation> steps = new LinkedHashMap<>();
    for (Command command : commands) {
      if (exchange.decide(state, command, NOON.plusSeconds(2))
          instanceof Checked.Sound<List<Event>>(List<Event> events, _)) {
        Conversation after = state.after(events);
        nothingIsLostOrEdited(state, command, after);
        noAgreementWithoutAnAnswer(after);
        takesEffectOnce(after, command);
        if (!events.isEmpty()) {
          steps.put(command, after);
        }
      }
    }
    return steps;
  }

  private static void nothingIsLostOrEdited(
      Conversation before, Command command, Conversation after) {
    assertThat(after.realm()).isEqualTo(before.realm());
    assertThat(after.clashes()).containsAll(before.clashes());
    before
        .dossiers()
        .forEach((digest, dossier) -> {
          Dossier now = after.find(digest).orElseThrow();
          assertThat(now.outline()).as("%s", command).isEqualTo(dossier.outline());
          if (dossier.isSaid()) {
            assertThat(now.stage()).as("%s", command).isEqualTo(dossier.stage());
          }
          dossier
              .accounts()
              .forEach((office, account) -> {
                Account later = now.account(office).orElseThrow();
                assertThat(later.steps().subList(0, account.steps().size()))
                    .isEqualTo(account.steps());
                account
                    .reached()
                    .ifPresent(was ->
                        assertThat(later.reached().orElseThrow()).isGreaterThanOrEqualTo(was));
              });
        });
  }

  /// Neither a receipt nor an acknowledgement ever counts as an answer.
  private static void noAgreementWithoutAnAnswer(Conversation state) {
    for (Dossier dossier : state.dossiers().values()) {
      for (Account account : dossier.accounts().values()) {
        boolean answered = account.has(Standing.ANSWERED) || account.has(Standing.ANSWERED_PARTLY);
        boolean answer =
            state.dossiers().values().stream()
                .anyMatch(other ->
                    other.isSaid()
                        && other
                            .outline()
                            .ties()
                            .inReplyTo()
                            .filter(reply -> reply.statement().equals(dossier.digest()))
                            .isPresent());
        assertThat(!answered || answer).isTrue();
      }
    }
  }

  private void takesEffectOnce(Conversation after, Command command) {
    Checked<List<Event>> again = exchange.decide(after, command, NOON.plusSeconds(2));
    if (again instanceof Checked.Sound<List<Event>>(List<Event> events, _)) {
      assertThat(events).as("%s given twice", command).isEmpty();
    }
  }

  private static boolean isSent(Conversation state, Statement statement) {
    return state.find(digest(statement)).filter(Dossier::isSaid).isPresent();
  }

  private static Command takeIn(Statement statement) {
    return new Command.TakeIn(
        statement, digest(statement), node(statement.from()), Optional.empty());
  }

  private Command receipt(Receipt.Kind kind, OfficeId by) {
    Receipt receipt =
        new Receipt(
            kind,
            asked,
            World.REAL,
            new Receipt.Speaker(node(by), by),
            NOON,
            Receipt.Proof.NONE,
            Optional.empty());
    return new Command.TakeReceipt(receipt, node(by));
  }
}
