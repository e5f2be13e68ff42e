package org.parley.core.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Party;

/// A communication check as the office that asks keeps it.
///
/// @param planner a token of the person who planned it
/// @param asked by State, in the order asked
/// @param contacts what was written down, in the order written
/// @param calledOff why, where it was
public record Check(
    CheckId id,
    CheckPlan plan,
    String planner,
    Map<Party, CheckEvent.Asked> asked,
    List<CheckEvent.WrittenDown> contacts,
    Optional<String> calledOff) {

  public Check {
    asked = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    contacts = List.copyOf(contacts);
  }

  /// How far it has come.
  public enum Stage {
    PLANNED,
    RUNNING,
    OVER,
    CALLED_OFF
  }

  /// The check that these events tell of; empty where the first plans none.
  public static Optional<Check> of(CheckId id, List<CheckEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof CheckEvent.Planned planned)) {
      return Optional.empty();
    }
    Check check =
        new Check(id, planned.plan(), planned.by(), Map.of(), List.of(), Optional.empty());
    for (CheckEvent event : events) {
      check = check.after(event);
    }
    return Optional.of(check);
  }

  private Check after(CheckEvent event) {
    return switch (event) {
      case CheckEvent.Planned _ -> this;
      case CheckEvent.Asked question -> {
        Map<Party, CheckEvent.Asked> all = new LinkedHashMap<>(asked);
        all.put(question.state(), question);
        yield new Check(id, plan, planner, all, contacts, calledOff);
      }
      case CheckEvent.WrittenDown written -> {
        List<CheckEvent.WrittenDown> all = new ArrayList<>(contacts);
        all.add(written);
        yield new Check(id, plan, planner, asked, all, calledOff);
      }
      case CheckEvent.CalledOff(String reason, _, _) ->
          new Check(id, plan, planner, asked, contacts, Optional.of(reason));
    };
  }

  public Stage stage(Instant now) {
    if (calledOff.isPresent()) {
      return Stage.CALLED_OFF;
    }
    if (asked.isEmpty()) {
      return Stage.PLANNED;
    }
    return now.isAfter(plan.ends()) ? Stage.OVER : Stage.RUNNING;
  }

  /// Whether its questions are to go out now: some State was not asked yet.
  public boolean isDue(Instant now) {
    return calledOff.isEmpty()
        && !now.isBefore(plan.begins())
        && asked.size() < plan.ask().states().size();
  }

  /// Whether a contact can be written down.
  public Checked<CheckEvent.Contact> admits(CheckEvent.Contact contact, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    CheckEvent.Asked question = asked.get(contact.office().party());
    if (question == null || !plan.ask().kinds().contains(contact.office().kind())) {
      wrong.add(issue("office", contact.office() + " was not asked"));
    }
    if (contact.when().isAfter(now) || contact.when().isBefore(plan.begins())) {
      wrong.add(issue("when", "the contact lies ahead, or before the check began"));
    }
    if (contact.way().isBlank() || contact.way().length() > 200) {
      wrong.add(issue("way", "say by which way, in at most 200 characters"));
    }
    if (contact.word().filter(word -> word.length() > 40).isPresent()) {
      wrong.add(issue("word", "a word has at most 40 characters"));
    }
    if (calledOff.isPresent()) {
      wrong.add(issue("check", "it was called off"));
    }
    return wrong.isEmpty()
        ? new Checked.Sound<>(contact, List.of())
        : new Checked.Refused<>(List.copyOf(wrong));
  }

  /// Whether it can be called off for this reason.
  public Checked<String> admitsCallingOff(String reason, Instant now) {
    Stage stage = stage(now);
    if (stage == Stage.OVER || stage == Stage.CALLED_OFF) {
      return new Checked.Refused<>(List.of(issue("check", "it is over already")));
    }
    return reason.isBlank() || reason.length() > 1000
        ? new Checked.Refused<>(List.of(issue("reason", "say why, in at most 1,000 characters")))
        : new Checked.Sound<>(reason, List.of());
  }

  private static Issue issue(String where, String message) {
    return new Issue(IssueCode.CHECK_UNSOUND, Place.of(where), message, Optional.empty());
  }
}
