package org.parley.formats.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.measure.Avowal;
import org.parley.core.measure.AvowalEvent;
import org.parley.core.measure.Measure;
import org.parley.core.people.Hand;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;

/// The events of what a State says of itself under a measure: one JSON object each.
public final class AvowalBytes {

  private static final String KIND = "measure-event";
  private static final String SAY = "say";
  private static final String TAKE_BACK = "take-back";

  private AvowalBytes() {}

  public static Octets write(AvowalEvent event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("state", event.state().code());
      json.writeNumberProperty("measure", event.measure());
      json.writeStringProperty("recorded", event.at().toString());
      json.writeObjectPropertyStart("by");
      json.writeStringProperty("account", event.by().account().toString());
      event
          .by()
          .office()
          .ifPresent(office -> json.writeStringProperty("office", office.toString()));
      json.writeEndObject();
      switch (event.deed()) {
        case AvowalEvent.Say(Avowal avowal) -> {
          json.writeStringProperty("deed", SAY);
          json.writeStringProperty("extent", avowal.extent().word());
          json.writeStringProperty("words", avowal.words());
          json.writeStringProperty("asOf", avowal.asOf().toString());
          json.writeStringProperty("open", avowal.open() ? "yes" : "no");
        }
        case AvowalEvent.TakeBack(String reason) -> {
          json.writeStringProperty("deed", TAKE_BACK);
          if (!reason.isBlank()) {
            json.writeStringProperty("reason", reason);
          }
        }
      }
    });
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public static Checked<AvowalEvent> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<AvowalEvent> event =
        JsonBytes.tree(bytes, KIND, JsonBytes.SIGNED, issues)
            .flatMap(tree -> event(tree, issues))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(event, issues);
  }

  private static Optional<AvowalEvent> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<Party> state = typed.as("state", "two-letter code of a State", AvowalBytes::state);
    Optional<Long> measure = typed.whole("measure", 1, Measure.LAST);
    Optional<Instant> at = typed.moment("recorded");
    Optional<Hand> by = typed.map("by").flatMap(AvowalBytes::hand);
    Optional<AvowalEvent.Deed> deed = deed(typed);
    typed.end();
    if (deed.isEmpty() && !issues.hasErrors()) {
      issues.add(IssueCode.WRONG_SHAPE, tree.place(), "there is no such deed");
    }
    if (state.isEmpty() || measure.isEmpty() || at.isEmpty() || by.isEmpty() || deed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AvowalEvent(state.get(), measure.get().intValue(), deed.get(), by.get(), at.get()));
  }

  private static Optional<AvowalEvent.Deed> deed(Typed typed) {
    String word = typed.text("deed", 40).orElse("");
    if (word.equals(TAKE_BACK)) {
      return Optional.of(
          new AvowalEvent.TakeBack(typed.maybeText("reason", Avowal.LONGEST).orElse("")));
    }
    if (!word.equals(SAY)) {
      return Optional.empty();
    }
    Optional<Avowal.Extent> extent = typed.as("extent", "extent", Avowal.Extent::parse);
    Optional<String> words = typed.text("words", Avowal.LONGEST);
    Optional<LocalDate> asOf = typed.as("asOf", "day such as 2026-11-22", AvowalBytes::day);
    Optional<Boolean> open = typed.as("open", "yes or no", AvowalBytes::yesNo);
    return extent.isEmpty() || words.isEmpty() || asOf.isEmpty() || open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AvowalEvent.Say(new Avowal(extent.get(), words.get(), asOf.get(), open.get())));
  }

  private static Optional<Hand> hand(Typed typed) {
    Optional<UUID> account = typed.as("account", "UUID in lower case", AvowalBytes::uuid);
    Optional<OfficeId> office =
        typed.maybe("office", "office such as XA/technical", OfficeId::parse);
    typed.end();
    return account.map(each -> new Hand(each, office));
  }

  private static Optional<Party> state(String text) {
    return Party.parse(text).filter(Party::isState);
  }

  private static Optional<Boolean> yesNo(String text) {
    return switch (text) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
