package org.parley.formats.exchange;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// The events of a conversation as bytes for the books: one JSON object each, without any content
/// of statements.
public final class ConversationEvents {

  private static final int LONGEST_WORDS = 4000;

  private ConversationEvents() {}

  public static Octets write(Event event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "event/1");
      json.writeStringProperty("event", word(event));
      json.writeStringProperty("recorded", event.at().toString());
      fields(json, event);
    });
  }

  private static String word(Event event) {
    return switch (event) {
      case Event.Composed _ -> "composed";
      case Event.Discarded _ -> "discarded";
      case Event.Cleared _ -> "cleared";
      case Event.Dispatched _ -> "dispatched";
      case Event.Carried _ -> "carried";
      case Event.GivenUp _ -> "given-up";
      case Event.TakenIn _ -> "taken-in";
      case Event.SaidTwice _ -> "said-twice";
      case Event.Receipted _ -> "receipted";
      case Event.Noted _ -> "noted";
      case Event.Reminded _ -> "reminded";
      case Event.TurnedTo _ -> "turned-to";
      case Event.TakenDown _ -> "taken-down";
      case Event.ProposedTimePassed _ -> "proposed-time-passed";
    };
  }

  private static void fields(JsonGenerator json, Event event) {
    switch (event) {
      case Event.Composed(Digest statement, Outline outline, Hand by, _) -> {
        acted(json, statement, by);
        outline(json, outline);
      }
      case Event.Discarded(Digest statement, Hand by, String reason, _) -> {
        acted(json, statement, by);
        json.writeStringProperty("reason", reason);
      }
      case Event.Cleared(Digest statement, Hand by, _) -> acted(json, statement, by);
      case Event.Dispatched(Digest statement, _) -> statement(json, statement);
      case Event.TakenIn(Digest statement, Outline outline, _) -> {
        statement(json, statement);
        outline(json, outline);
      }
      case Event.SaidTwice(Digest first, Digest second, _) -> {
        json.writeStringProperty("first", first.hex());
        json.writeStringProperty("second", second.hex());
      }
      case Event.Receipted(Receipt receipt, _) -> ReceiptWriter.fields(json, receipt);
      case Event.Noted(Digest statement, Hand by, Receipt.Kind kind, var words, _) -> {
        acted(json, statement, by);
        json.writeStringProperty("kind", kind.word());
        words.ifPresent(said -> json.writeStringProperty("words", said));
      }
      case Event.Carried(Digest statement, OfficeId to, String how, _) ->
          towards(json, statement, to).writeStringProperty("how", how);
      case Event.GivenUp(Digest statement, OfficeId to, String reason, _) ->
          towards(json, statement, to).writeStringProperty("reason", reason);
      case Event.Reminded(Digest statement, OfficeId to, Hand by, _) ->
          hand(towards(json, statement, to), by);
      case Event.TurnedTo(Digest statement, OfficeId to, Hand by, var level, _) ->
          hand(towards(json, statement, to), by).writeStringProperty("to", level.word());
      case Event.TakenDown(Digest statement, OfficeId to, Hand by, var reply, _) ->
          reply(hand(towards(json, statement, to), by), reply);
      case Event.ProposedTimePassed(Digest statement, OfficeId to, _) ->
          towards(json, statement, to);
    }
  }

  private static void reply(JsonGenerator json, OutsideReply reply) {
    if (reply.says() != OutsideReply.Says.ACKNOWLEDGED) {
      json.writeStringProperty("says", reply.says().word());
    }
    json.writeStringProperty("way", reply.way().word());
    json.writeStringProperty("when", reply.when().toString());
    if (!reply.words().isEmpty()) {
      json.writeStringProperty("words", reply.words());
    }
    reply
        .letter()
        .ifPresent(letter -> {
          json.writeStringProperty("mail", letter.bytes().hex());
          json.writeStringProperty("finding", letter.finding().word());
          letter.key().ifPresent(key -> json.writeStringProperty("key", key));
        });
  }

  private static void acted(JsonGenerator json, Digest statement, Hand by) {
    statement(json, statement);
    hand(json, by);
  }

  private static JsonGenerator towards(JsonGenerator json, Digest statement, OfficeId recipient) {
    statement(json, statement);
    return json.writeStringProperty("recipient", recipient.toString());
  }

  private static void statement(JsonGenerator json, Digest statement) {
    json.writeStringProperty("statement", statement.hex());
  }

  private static JsonGenerator hand(JsonGenerator json, Hand hand) {
    json.writeStringProperty("by", hand.office().toString());
    return json.writeStringProperty("token", hand.token());
  }

  private static void outline(JsonGenerator json, Outline outline) {
    json.writeObjectPropertyStart("outline");
    HeadWriter.write(json, outline);
    json.writeEndObject();
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public static Checked<Event> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Event> event =
        JsonBytes.tree(bytes, "event", JsonBytes.SIGNED, issues)
            .flatMap(tree -> event(tree, issues));
    return Verdict.of(event, issues);
  }

  private static Optional<Event> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "event", issues);
    Optional<String> word = typed.text("event", 40);
    Optional<Instant> at = typed.moment("recorded");
    if (word.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Optional<Event> event = new EventFields(typed, LONGEST_WORDS).read(word.get(), at.get());
    typed.end();
    if (event.isEmpty() && !issues.hasErrors()) {
      issues.add(
          IssueCode.WRONG_SHAPE, tree.place(), "there is no event \"%s\"".formatted(word.get()));
    }
    return issues.hasErrors() ? Optional.empty() : event;
  }

  static Optional<Command.Level> level(String word) {
    for (Command.Level level : Command.Level.values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
