package org.parley.desk.voice;

import org.parley.core.scale.Rule;

/// How many decimals of a score an edition shows.
public final class Score {

  private Score() {}

  public static int decimals(Rule rule) {
    return switch (rule) {
      case Rule.WeightedMean(_, _, var bands, _) -> bands.decimals();
      case Rule.Score(_, var bands, _) -> bands.decimals();
      case Rule.Gate(_, _, Rule open, _) -> decimals(open);
      case Rule.Fixed _, Rule.Ladder _, Rule.Matrix _, Rule.GravestOf _, Rule.ByOption _ -> 2;
    };
  }
}
