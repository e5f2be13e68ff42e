package org.parley.formats.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// The events of a communication check, one JSON object each; strict when read, at most 1 MiB.
public final class CheckEvents {

  private static final String KIND = "check-event/1";

  private CheckEvents() {}

  public static Octets write(CheckEvent event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND);
      json.writeStringProperty("event", word(event));
      json.writeStringProperty("recorded", event.at().toString());
      fields(json, event);
    });
  }

  private static String word(CheckEvent event) {
    return switch (event) {
      case CheckEvent.Planned _ -> "planned";
      case CheckEvent.Asked _ -> "asked";
      case CheckEvent.WrittenDown _ -> "written-down";
      case CheckEvent.CalledOff _ -> "called-off";
    };
  }

  private static void fields(JsonGenerator json, CheckEvent event) {
    switch (event) {
      case CheckEvent.Planned(CheckPlan plan, String by, _) -> {
        json.writeStringProperty("by", by);
        plan(json, plan);
      }
      case CheckEvent.Asked(Party state, var statement, String word, var twice, var why, _) -> {
        json.writeStringProperty("state", state.toString());
        json.writeStringProperty("word", word);
        if (twice) {
          json.writeStringProperty("by-two-ways", "yes");
        }
        statement.ifPresent(digest -> json.writeStringProperty("statement", digest.hex()));
        why.ifPresent(text -> json.writeStringProperty("why", text));
      }
      case CheckEvent.WrittenDown(CheckEvent.Contact contact, String by, _) -> {
        json.writeStringProperty("by", by);
        json.writeStringProperty("office", contact.office().toString());
        json.writeStringProperty("when", contact.when().toString());
        json.writeStringProperty("way", contact.way());
        contact.word().ifPresent(word -> json.writeStringProperty("word", word));
      }
      case CheckEvent.CalledOff(String reason, String by, _) -> {
        json.writeStringProperty("by", by);
        json.writeStringProperty("reason", reason);
      }
    }
  }

  private static void plan(JsonGenerator json, CheckPlan plan) {
    json.writeStringProperty("rung", plan.rung().word());
    json.writeStringProperty("name", plan.name());
    json.writeStringProperty("from", plan.from().toString());
    JsonBytes.texts(json, "states", plan.ask().states());
    JsonBytes.texts(
        json, "offices", plan.ask().kinds().stream().sorted().map(OfficeKind::word).toList());
    json.writeStringProperty("begins", plan.begins().toString());
    json.writeStringProperty("within", plan.within().toString());
    json.writeStringProperty("announced", plan.announced() ? "yes" : "no");
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public static Checked<CheckEvent> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<CheckEvent> event =
        JsonBytes.tree(bytes, "check event", JsonBytes.SIGNED, issues)
            .flatMap(tree -> event(tree, issues));
    return Verdict.of(event, issues);
  }

  private static Optional<CheckEvent> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "check-event", issues);
    Optional<String> word = typed.text("event", 40);
    Optional<Instant> at = typed.moment("recorded");
    if (word.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Optional<CheckEvent> event =
        switch (word.get()) {
          case "planned" -> planned(typed, at.get());
          case "asked" -> asked(typed, at.get());
          case "written-down" -> writtenDown(typed, at.get());
          case "called-off" -> calledOff(typed, at.get());
          default -> {
            issues.add(
                IssueCode.WRONG_SHAPE,
                tree.place(),
                "there is no event \"%s\"".formatted(word.get()));
            yield Optional.empty();
          }
        };
    typed.end();
    return issues.hasErrors() ? Optional.empty() : event;
  }

  private static Optional<CheckEvent> planned(Typed typed, Instant at) {
    Optional<String> by = typed.text("by", 400);
    Optional<Rung> rung = typed.as("rung", "rung such as ck-1a", Rung::parse);
    Optional<String> name = typed.text("name", CheckPlan.LONGEST_NAME);
    Optional<OfficeId> from = typed.office("from");
    Optional<List<Party>> states =
        typed.list("states", CheckPlan.MOST_STATES, "State's code", Party::parse);
    Optional<List<OfficeKind>> kinds =
        typed.list("offices", OfficeKind.values().length, "kind of office", OfficeKind::parse);
    Optional<Instant> begins = typed.moment("begins");
    Optional<Duration> within = typed.as("within", "time such as PT24H", CheckEvents::duration);
    Optional<Boolean> announced = typed.as("announced", "yes or no", CheckEvents::yesNo);
    if (by.isEmpty()
        || rung.isEmpty()
        || name.isEmpty()
        || from.isEmpty()
        || states.isEmpty()
        || kinds.isEmpty()
        || begins.isEmpty()
        || within.isEmpty()
        || announced.isEmpty()) {
      return Optional.empty();
    }
    CheckPlan.Ask ask = new CheckPlan.Ask(states.get(), new HashSet<>(kinds.get()));
    return Optional.of(
        new CheckEvent.Planned(
            new CheckPlan(
                rung.get(),
                name.get(),
                from.get(),
                ask,
                begins.get(),
                within.get(),
                announced.get()),
            by.get(),
            at));
  }

  private static Optional<Boolean> yesNo(String text) {
    return text.matches("yes|no") ? Optional.of(text.equals("yes")) : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<CheckEvent> asked(Typed typed, Instant at) {
    Optional<Party> state = typed.as("state", "State's code", Party::parse);
    Optional<String> word = typed.text("word", 40);
    Optional<Digest> statement = typed.maybeDigest("statement");
    // Questions of before went by one way and do not say so.
    Optional<String> twice = typed.maybeText("by-two-ways", 3);
    Optional<String> why = typed.maybeText("why", 1000);
    return state.isEmpty() || word.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CheckEvent.Asked(
                state.get(),
                statement,
                word.get(),
                twice.filter("yes"::equals).isPresent(),
                why,
                at));
  }

  private static Optional<CheckEvent> writtenDown(Typed typed, Instant at) {
    Optional<String> by = typed.text("by", 400);
    Optional<OfficeId> office = typed.office("office");
    Optional<Instant> when = typed.moment("when");
    Optional<String> way = typed.text("way", 200);
    Optional<String> word = typed.maybeText("word", 40);
    return by.isEmpty() || office.isEmpty() || when.isEmpty() || way.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CheckEvent.WrittenDown(
                new CheckEvent.Contact(office.get(), when.get(), way.get(), word), by.get(), at));
  }

  private static Optional<CheckEvent> calledOff(Typed typed, Instant at) {
    Optional<String> by = typed.text("by", 400);
    Optional<String> reason = typed.text("reason", 1000);
    return by.isEmpty() || reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckEvent.CalledOff(reason.get(), by.get(), at));
  }
}
