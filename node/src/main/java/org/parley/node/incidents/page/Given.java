package org.parley.node.incidents.page;

import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.issue.Issue;
import org.parley.desk.calculator.Answers;
import org.parley.desk.calculator.Field;
import org.parley.desk.voice.Values;

/// Answers of a form that could not be taken, to be shown again in its controls.
///
/// @param wrong what cannot be taken, by the key of the answer
public record Given(Answers answers, Map<String, Issue> wrong) {

  public static final Given NOTHING = new Given(Answers.none(), Map.of());

  public Given {
    wrong = Map.copyOf(wrong);
  }

  /// The question about a fact, with what was answered.
  public Field field(FactKey key, Values values) {
    return Field.of(key, values, answers.text(key), Optional.ofNullable(wrong.get(key.toString())));
  }
}
