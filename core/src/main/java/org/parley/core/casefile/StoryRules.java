package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.MOMENT_AHEAD;
import static org.parley.core.issue.IssueCode.TIED_TO_ITSELF;

import java.time.Duration;
import java.time.Instant;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether something can be told of a case.
final class StoryRules {

  /// By how much clocks may differ before a moment counts as ahead.
  private static final Duration SLACK = Duration.ofMinutes(5);

  private StoryRules() {}

  static void check(Casefile state, Deed.OnStory deed, Instant now, Issues issues) {
    switch (deed) {
      case Deed.Retitle(String title) -> Wording.title(title, "title", issues);
      case Deed.Note(Instant happened, String words) -> {
        Wording.words(words, "words", issues);
        if (happened.isAfter(now.plus(SLACK))) {
          issues.add(
              MOMENT_AHEAD,
              Place.of("happened"),
              "the moment has not come yet",
              "write what is to come into the outlook or a task");
        }
      }
      case Deed.SetOutlook(var outlook) -> Wording.words(outlook.words(), "outlook", issues);
      case Deed.FindOrigin(_, var words) ->
          words.ifPresent(said -> Wording.words(said, "words", issues));
      case Deed.Relate(CaseId other, _) -> {
        if (other.equals(state.id())) {
          issues.add(
              TIED_TO_ITSELF,
              Place.of("other"),
              "this is the same incident",
              "name another incident");
        }
      }
      case Deed.Unrelate _ -> {}
      case Deed.JoinCampaign(String campaign) -> Wording.title(campaign, "campaign", issues);
      case Deed.LeaveCampaign _ -> {}
    }
  }
}
