package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.MARKING_NOT_LOWERED;
import static org.parley.core.issue.IssueCode.SHOWN_BY_HOLDER;
import static org.parley.core.issue.IssueCode.SHOWN_ONLY_IF_NAMED;

import java.util.Locale;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether a case can be marked and shown so.
record HandlingRules(Casefile state, CaseDecision decision, Issues issues) {

  void check(Deed.OnHandling deed, Author by) {
    switch (deed) {
      case Deed.Mark(Marking marking) -> {
        decision.ceiling(marking, "marking", issues);
        if (!isHolder(by) && !by.isOneWith(state.head().opened())) {
          holderOnly();
        }
      }
      case Deed.MarkFact(FactKey key, Optional<Marking> marking) -> markFact(key, marking, by);
      case Deed.Show(OfficeId office, Optional<String> agreed) -> show(office, agreed, by);
      case Deed.StopShowing(_, String reason) -> {
        Wording.words(reason, "reason", issues);
        if (!isHolder(by)) {
          holderOnly();
        }
      }
    }
  }

  private void markFact(FactKey key, Optional<Marking> marking, Author by) {
    marking.ifPresent(each -> decision.ceiling(each, "marking of " + key, issues));
    Optional<Marking> before = Optional.ofNullable(state.marking().facts().get(key));
    boolean lowers =
        before.filter(was -> marking.isEmpty() || !marking.get().isAtLeast(was)).isPresent();
    if (lowers && !isHolder(by)) {
      issues.add(
          MARKING_NOT_LOWERED,
          Place.of("marking of " + key),
          String.format(Locale.ROOT, "%s marked it so", state.head().holder()),
          "ask that office");
    }
  }

  private void show(OfficeId office, Optional<String> agreed, Author by) {
    decision.office(office, issues);
    agreed.ifPresent(words -> Wording.words(words, "agreed", issues));
    if (!isHolder(by) || office.equals(state.head().holder())) {
      holderOnly();
    }
    if (state.marking().staysWithThoseNamed() && agreed.isEmpty()) {
      issues.add(
          SHOWN_ONLY_IF_NAMED,
          Place.of("marking"),
          String.format(
              Locale.ROOT,
              "%s goes only to those whom the originator named",
              state.marking().whole()),
          "ask the originator, and write down how it named this office");
    }
  }

  private boolean isHolder(Author by) {
    return by.office().equals(Optional.of(state.head().holder()));
  }

  private void holderOnly() {
    issues.add(
        SHOWN_BY_HOLDER,
        Place.of("office"),
        String.format(Locale.ROOT, "only %s shows it, and to other offices", state.head().holder()),
        "ask that office");
  }
}
