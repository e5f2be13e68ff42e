package org.parley.node.campaign;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.campaign.Answer;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.terms.Party;

/// What one State has answered in a round.
///
/// @param name in the reader's language
/// @param newest what it has said last; empty where it has said nothing yet
/// @param otherwise when somebody here confirmed with the State on another way, within the round
/// @param hasNode whether a node of the State is in the network; without one it is asked by note
public record CampaignRow(
    Party state,
    String name,
    Answer answer,
    Optional<StatedSheet> newest,
    Optional<Instant> otherwise,
    boolean hasNode) {

  public Optional<Instant> attested() {
    return newest.flatMap(StatedSheet::attested);
  }

  /// Whether the State has confirmed, by its node or on another way.
  public boolean isConfirmed() {
    return answer.isConfirmed() || otherwise.isPresent();
  }

  /// The key of the words for the answer.
  ///
  /// @param past whether the proposed time has passed
  public String says(boolean past) {
    if (!answer.isConfirmed() && otherwise.isPresent()) {
      return "page.campaign.answer.otherwise";
    }
    return answer == Answer.NOTHING_YET && past
        ? "page.campaign.answer.passed"
        : "page.campaign.answer." + answer.word();
  }
}
