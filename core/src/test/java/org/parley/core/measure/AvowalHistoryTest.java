package org.parley.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;

class AvowalHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Actor OFFICER =
      new Actor(new UUID(1, 2), Set.of(Role.POLICY_OFFICER), Optional.empty(), Optional.empty());
  private static final AvowalHistory NOTHING = new AvowalHistory(new Party("XA"), 8, List.of());

  private static AvowalEvent.Say say(String words, LocalDate day) {
    return new AvowalEvent.Say(new Avowal(Avowal.Extent.DONE, words, day, true));
  }

  private static AvowalHistory after(AvowalHistory history, AvowalEvent.Deed deed) {
    return history.with(history.decide(deed, OFFICER, NOW).orThrow());
  }

  @Test
  void whatIsSaidStandsUntilItIsTakenBackAndStaysInTheHistory() {
    AvowalHistory said = after(NOTHING, say("two offices", LocalDate.of(2026, 11, 1)));
    AvowalHistory anew = after(said, say("three offices", LocalDate.of(2026, 11, 2)));
    AvowalHistory back = after(anew, new AvowalEvent.TakeBack(""));

    assertThat(said.avowal()).map(Avowal::words).contains("two offices");
    assertThat(anew.avowal()).map(Avowal::words).contains("three offices");
    assertThat(back.avowal()).isEmpty();
    assertThat(back.events()).hasSize(3);
  }

  @Test
  void emptyWordsAndADayToComeAreToldTogether() {
    List<Issue> issues = NOTHING.decide(say(" ", LocalDate.of(2027, 1, 1)), OFFICER, NOW).issues();

    assertThat(issues)
        .extracting(Issue::code)
        .containsExactly(IssueCode.WORDS_UNFIT, IssueCode.DAY_UNFIT);
  }

  @Test
  void whatWasNotSaidCannotBeTakenBack() {
    assertThat(NOTHING.decide(new AvowalEvent.TakeBack(""), OFFICER, NOW).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.NOTHING_TO_TAKE_BACK);
  }
}
