package org.parley.core.outcome;

import java.util.List;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Grade;

/// Something that is not known and could still move the grade.
///
/// @param keys the facts asked for; several where only together they decide, such as users hit and
///   users in total
/// @param answers what the answers would leave possible
public record OpenQuestion(List<FactKey> keys, List<Answer> answers) {

  /// @param region what the answer would be
  /// @param leaves the grades that would still be possible
  public record Answer(Region region, List<Grade> leaves) {}

  /// The largest number of grades that an answer leaves: the smaller, the more the question tells.
  public int widestLeft() {
    return answers.stream().mapToInt(answer -> answer.leaves().size()).max().orElse(0);
  }
}
