package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.DEED_NOT_NOW;
import static org.parley.core.issue.IssueCode.INCIDENT_UNKNOWN;
import static org.parley.core.issue.IssueCode.MARKING_ABOVE_CEILING;
import static org.parley.core.issue.IssueCode.OFFICE_NOT_HERE;
import static org.parley.core.issue.IssueCode.POINTER_ONLY;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;

/// Decides what comes of a deed: events, or a refusal that says why. Whether the actor may do such
/// a thing at all is asked of the table of permissions before; here is decided whether it can be
/// done to this case now.
public final class CaseDecision {

  private final CaseRules rules;

  public CaseDecision(CaseRules rules) {
    this.rules = rules;
  }

  public CaseRules rules() {
    return rules;
  }

  /// Begins a case.
  public Checked<List<CaseEvent>> open(CaseId id, Deed.Opening deed, Actor actor, Instant now) {
    Issues issues = new Issues();
    office(deed.holder(), issues);
    if (actor.office().filter(own -> !own.equals(deed.holder())).isPresent()) {
      issues.add(
          OFFICE_NOT_HERE,
          Place.of("office"),
          "an officer opens an incident for the own office",
          "open it for your office, and show it to the other");
    }
    if (!deed.number().fits(deed.realm())) {
      throw new IllegalArgumentException("the number is of another series");
    }
    switch (deed) {
      case Deed.Report(_, _, _, var title, var words, var marking, var stating) -> {
        Wording.title(title, "title", issues);
        words.ifPresent(said -> Wording.words(said, "words", issues));
        ceiling(marking, "marking", issues);
        FactRules.stating(stating, marking, this, issues);
      }
      case Deed.KeepPointer(_, _, _, var pointer) -> {
        Wording.title(pointer.holder(), "holder", issues);
        Wording.title(pointer.reference(), "reference", issues);
        Wording.words(pointer.how(), "how", issues);
      }
    }
    return result(new CaseEvent(id, deed, Author.of(actor), now), issues);
  }

  /// Goes on with a case. A deed that changes nothing gives no event.
  public Checked<List<CaseEvent>> decide(Casefile state, Deed deed, Actor actor, Instant now) {
    Issues issues = new Issues();
    CaseEvent event = new CaseEvent(state.id(), deed, Author.of(actor), now);
    if (StageRules.isThere(state, deed)) {
      return new Checked.Sound<>(List.of(), List.of());
    }
    if (!Grammar.stages(deed).contains(state.stage())) {
      notNow(state, deed, issues);
    } else if (state.pointer().isPresent() && !Grammar.fitsPointer(deed)) {
      issues.add(
          POINTER_ONLY,
          Place.of("incident " + state.head().number()),
          "only who holds it and how to get it is kept here",
          "ask " + state.pointer().get().holder() + " for it");
    } else {
      check(state, event, issues);
    }
    boolean changes = issues.hasErrors() || !state.evolve(event).equals(state);
    return changes ? result(event, issues) : new Checked.Sound<>(List.of(), issues.list());
  }

  private void check(Casefile state, CaseEvent event, Issues issues) {
    switch (event.deed()) {
      case Deed.Opening _ ->
          throw new IllegalArgumentException("a case is opened once, by CaseDecision.open");
      case Deed.OnFacts deed -> new FactRules(state, this, issues).check(deed, event.by());
      case Deed.OnHandling deed -> new HandlingRules(state, this, issues).check(deed, event.by());
      case Deed.OnStory deed -> StoryRules.check(state, deed, event.at(), issues);
      case Deed.OnWork deed -> new WorkRules(state, rules, issues).check(deed, event.by());
      case Deed.OnStage deed -> StageRules.check(state, deed, rules, issues);
    }
  }

  private static Checked<List<CaseEvent>> result(CaseEvent event, Issues issues) {
    return issues.hasErrors()
        ? new Checked.Refused<>(issues.list())
        : new Checked.Sound<>(List.of(event), issues.list());
  }

  private static void notNow(Casefile state, Deed deed, Issues issues) {
    String when = Grammar.stages(deed).stream().map(Stage::word).collect(Collectors.joining(", "));
    issues.add(
        DEED_NOT_NOW,
        Place.of("incident " + state.head().number()),
        String.format(Locale.ROOT, "this cannot be done while it is %s", state.stage().word()),
        when.isEmpty() ? "open another incident" : "it can be done while it is " + when);
  }

  /// Tells a marking above the ceiling.
  void ceiling(Marking marking, String where, Issues issues) {
    rules
        .ceiling()
        .above(marking)
        .ifPresent(part ->
            issues.add(
                MARKING_ABOVE_CEILING,
                Place.of(where),
                String.format(Locale.ROOT, "%s is above what this node may hold", part),
                "keep a pointer instead: who holds it, and how to get it"));
  }

  void office(OfficeId office, Issues issues) {
    if (!rules.offices().contains(office)) {
      issues.add(
          OFFICE_NOT_HERE,
          Place.of("office"),
          String.format(Locale.ROOT, "%s is no office of this node", office),
          "name an office of this node");
    }
  }

  /// The refusal for what is not there, and in the same words for what the actor may not know of.
  public static <T> Checked<T> unknown(CaseId id) {
    Issues issues = new Issues();
    issues.add(
        INCIDENT_UNKNOWN,
        Place.of("incident " + id),
        "there is no such incident here",
        "look for it in the list");
    return new Checked.Refused<>(issues.list());
  }
}
