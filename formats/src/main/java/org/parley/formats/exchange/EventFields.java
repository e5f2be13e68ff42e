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
import org.parley.core.terms.Digest;

/// Reads the fields that one kind of event has.
final class EventFields {

  private final Typed typed;
  private final int longestWords;

  EventFields(Typed typed, int longestWords) {
    this.typed = typed;
    this.longestWords = longestWords;
  }

  /// Empty where there is no such event, or where something was wrong, which is told.
  Optional<Event> read(String word, Instant at) {
    return switch (word) {
      case "said-twice" -> saidTwice(at);
      case "receipted" ->
          ReceiptReader.fields(typed).map(receipt -> new Event.Receipted(receipt, at));
      default -> typed.digest("statement").flatMap(digest -> about(word, digest, at));
    };
  }

  private Optional<Event> saidTwice(Instant at) {
    Optional<Digest> first = typed.digest("first");
    Optional<Digest> second = typed.digest("second");
    return first.flatMap(one -> second.map(other -> new Event.SaidTwice(one, other, at)));
  }

  private Optional<Event> about(String word, Digest statement, Instant at) {
    return switch (word) {
      case "dispatched" -> Optional.of(new Event.Dispatched(statement, at));
      case "taken-in" -> outline().map(each -> new Event.TakenIn(statement, each, at));
      case "composed" ->
          outline().flatMap(each -> hand().map(by -> new Event.Composed(statement, each, by, at)));
      case "discarded" ->
          hand()
              .flatMap(
                  by -> words("reason").map(why -> new Event.Discarded(statement, by, why, at)));
      case "cleared" -> hand().map(by -> new Event.Cleared(statement, by, at));
      case "noted" -> noted(statement, at);
      default ->
          typed.has("recipient")
              ? typed.office("recipient").flatMap(each -> towards(word, statement, each, at))
              : Optional.empty();
    };
  }

  private Optional<Event> noted(Digest statement, Instant at) {
    Optional<Hand> by = hand();
    Optional<Receipt.Kind> kind = typed.as("kind", "kind of receipt", Receipt.Kind::parse);
    Optional<String> words = typed.maybeText("words", longestWords);
    return by.flatMap(hand -> kind.map(each -> new Event.Noted(statement, hand, each, words, at)));
  }

  private Optional<Event> towards(String word, Digest statement, OfficeId recipient, Instant at) {
    return switch (word) {
      case "carried" -> words("how").map(how -> new Event.Carried(statement, recipient, how, at));
      case "given-up" ->
          words("reason").map(why -> new Event.GivenUp(statement, recipient, why, at));
      case "reminded" -> hand().map(by -> new Event.Reminded(statement, recipient, by, at));
      case "turned-to" -> {
        Optional<Command.Level> level =
            typed.as("to", "level: deputy or policy", ConversationEvents::level);
        yield hand()
            .flatMap(by -> level.map(to -> new Event.TurnedTo(statement, recipient, by, to, at)));
      }
      case "taken-down" ->
          hand()
              .flatMap(by ->
                  reply().map(said -> new Event.TakenDown(statement, recipient, by, said, at)));
      case "proposed-time-passed" ->
          Optional.of(new Event.ProposedTimePassed(statement, recipient, at));
      default -> Optional.empty();
    };
  }

  private Optional<OutsideReply> reply() {
    // Of before, when nothing but acknowledgements was taken down, it says nothing.
    Optional<OutsideReply.Says> says =
        typed.has("says")
            ? typed.as("says", "what a reply says", OutsideReply.Says::parse)
            : Optional.of(OutsideReply.Says.ACKNOWLEDGED);
    Optional<OutsideReply.Way> way = typed.as("way", "way", OutsideReply.Way::parse);
    Optional<Instant> when = typed.moment("when");
    String words = typed.maybeText("words", OutsideReply.LONGEST_WORDS).orElse("");
    Optional<OutsideReply.Letter> letter = typed.has("mail") ? letter() : Optional.empty();
    boolean whole =
        says.filter(each -> each == OutsideReply.Says.ACKNOWLEDGED || !words.isBlank()).isPresent()
            && way.filter(each -> letter.isPresent() == (each == OutsideReply.Way.MAIL))
                .isPresent();
    return whole && when.isPresent()
        ? Optional.of(
            new OutsideReply(says.orElseThrow(), way.orElseThrow(), when.get(), words, letter))
        : Optional.empty();
  }

  private Optional<OutsideReply.Letter> letter() {
    Optional<Digest> mail = typed.digest("mail");
    Optional<OutsideReply.Finding> finding =
        typed.as("finding", "finding about a mail", OutsideReply.Finding::parse);
    Optional<String> key = typed.maybeText("key", 200);
    return mail.flatMap(bytes -> finding.map(each -> new OutsideReply.Letter(bytes, each, key)));
  }

  private Optional<String> words(String key) {
    return typed.text(key, longestWords);
  }

  private Optional<Hand> hand() {
    Optional<OfficeId> office = typed.office("by");
    Optional<String> token = typed.text("token", 100);
    return office.flatMap(each -> token.map(said -> new Hand(each, said)));
  }

  private Optional<Outline> outline() {
    return typed
        .map("outline")
        .flatMap(each -> {
          Optional<Outline> outline = new HeadReader(each).read();
          each.end();
          return outline;
        });
  }
}
