package org.parley.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.casefile.Cases.CSIRT;
import static org.parley.core.casefile.Cases.DECISION;
import static org.parley.core.casefile.Cases.MINISTRY;
import static org.parley.core.casefile.Cases.NOON;
import static org.parley.core.casefile.Cases.OFFICER;
import static org.parley.core.casefile.Cases.OTHER;
import static org.parley.core.casefile.Cases.typeNotKnown;
import static org.parley.core.casefile.Cases.users;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;

/// Every sequence of deeds up to a depth, from a fresh report.
class GrammarTest {

  private static final List<Deed> DEEDS =
      List.of(
          Cases.stating(typeNotKnown()),
          Cases.stating(users(7)),
          new Deed.Adopt(1, "better source"),
          new Deed.Withdraw(1, "a slip of the pen"),
          new Deed.Mark(Marking.of(Tlp.AMBER_STRICT)),
          new Deed.Show(MINISTRY, Optional.empty()),
          new Deed.Relate(OTHER, Tie.RELATED),
          new Deed.SetOutlook(new Outlook(Outlook.Course.WORSE, "It spreads.")),
          new Deed.FindOrigin(OriginFinding.NOT_ESTABLISHED, Optional.empty()),
          new Deed.GiveTask(CSIRT, "Ring back.", Optional.empty()),
          new Deed.FinishTask(1, "Rang back."),
          new Deed.HandOver("Quiet so far."),
          new Deed.TakeOver(1),
          new Deed.Attach(Cases.file("a.log", 10), Optional.empty()),
          new Deed.ReleaseFile(1),
          Cases.judgedNew(),
          new Deed.Judge(new Triage.DuplicateOf(OTHER, "same gateway")),
          new Deed.Judge(new Triage.NotAnIncident("maintenance")),
          new Deed.BeginWork(Optional.empty()),
          new Deed.Contain(Optional.empty()),
          new Deed.Recover(Optional.empty()),
          Cases.closing(),
          new Deed.Reopen("it is back"));

  /// The moves, written down apart from the grammar under test.
  private static final Map<Stage, Set<Stage>> MOVES =
      Map.of(
          Stage.REPORTED, Set.of(Stage.TRIAGED, Stage.CLOSED),
          Stage.TRIAGED, Set.of(Stage.UNDER_WAY, Stage.CONTAINED, Stage.RECOVERED),
          Stage.UNDER_WAY, Set.of(Stage.CONTAINED, Stage.RECOVERED),
          Stage.CONTAINED, Set.of(Stage.UNDER_WAY, Stage.RECOVERED),
          Stage.RECOVERED, Set.of(Stage.UNDER_WAY, Stage.CLOSED),
          Stage.CLOSED, Set.of(Stage.UNDER_WAY, Stage.REPORTED));

  @Test
  void everySequenceOfDeedsKeepsTheRules() {
    Set<Casefile> seen = new HashSet<>();
    List<List<CaseEvent>> fringe = new ArrayList<>();
    fringe.add(
        DECISION
            .open(Cases.ID, Cases.report(Marking.of(Tlp.AMBER), users(3)), Cases.OPERATOR, NOON)
            .orThrow());
    Set<Stage> reached = new HashSet<>();
    int tried = 0;
    for (int depth = 0; depth < 5; depth++) {
      List<List<CaseEvent>> next = new ArrayList<>();
      for (List<CaseEvent> history : fringe) {
        Casefile state = Casefile.of(history).orElseThrow();
        reached.add(state.stage());
        for (Deed deed : DEEDS) {
          tried++;
          Checked<List<CaseEvent>> decided = DECISION.decide(state, deed, OFFICER, NOON);
          if (decided instanceof Checked.Sound<List<CaseEvent>>(var events, _)) {
            Casefile after = state.after(events);
            check(state, deed, events, after);
            if (!events.isEmpty() && seen.add(after)) {
              List<CaseEvent> longer = new ArrayList<>(history);
              longer.addAll(events);
              next.add(longer);
            }
          } else {
            assertThat(decided.issues()).anyMatch(Issue::isError);
          }
        }
      }
      fringe = next;
    }

    System.out.printf("%d deeds tried, %d cases met%n", tried, seen.size());
    assertThat(reached).containsExactlyInAnyOrder(Stage.values());
  }

  private static void check(Casefile before, Deed deed, List<CaseEvent> events, Casefile after) {
    if (before.stage() != after.stage()) {
      assertThat(MOVES.get(before.stage()))
          .as("%s by %s", before.stage(), deed)
          .contains(after.stage());
      assertThat(deed).isInstanceOf(Deed.OnStage.class);
    }
    if (before.stage() == Stage.CLOSED && after.stage() == Stage.CLOSED) {
      assertThat(after.facts()).isEqualTo(before.facts());
    }
    assertThat(events.isEmpty()).as("an event changes something").isEqualTo(before.equals(after));
    assertThat(after.facts().said().size())
        .as("nothing said is forgotten")
        .isGreaterThanOrEqualTo(before.facts().said().size());
    if (!(deed instanceof Deed.Reopen)) {
      Checked<List<CaseEvent>> again = DECISION.decide(after, deed, OFFICER, NOON.plusSeconds(60));
      assertThat(again instanceof Checked.Sound<List<CaseEvent>>(var more, _) && !more.isEmpty())
          .as("%s takes effect once", deed)
          .isFalse();
    }
  }

  @Test
  void anEventThatSpeaksOfSomethingUnknownChangesNothing() {
    Casefile state = Cases.reported();

    for (Deed deed :
        List.of(
            new Deed.Adopt(9, "x"),
            new Deed.Withdraw(9, "x"),
            new Deed.FinishTask(9, "x"),
            new Deed.TakeOver(9),
            new Deed.ReleaseFile(9),
            new Deed.Unrelate(OTHER),
            new Deed.LeaveCampaign("x"),
            new Deed.StopShowing(MINISTRY, "x"))) {
      CaseEvent event =
          new CaseEvent(state.id(), deed, org.parley.core.casefile.deed.Author.of(OFFICER), NOON);
      assertThat(state.evolve(event)).as("%s", deed).isEqualTo(state);
    }
  }
}
