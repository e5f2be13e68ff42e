package org.parley.core.measure;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.parley.core.terms.Certainty;

/// All sixteen measures, in their order.
///
/// @param edition of the file
/// @param decisions the sources by key
public record Measures(
    String edition, SequencedMap<String, Decision> decisions, List<Measure> list) {

  public Measures {
    decisions = new TreeMap<>(decisions);
    list = List.copyOf(list);
  }

  /// A decision that measures stand in.
  public record Decision(String text, Certainty certainty) {}

  public Optional<Measure> find(int number) {
    return list.stream().filter(each -> each.number() == number).findFirst();
  }

  public Decision decision(Measure measure) {
    return Optional.ofNullable(decisions.get(measure.source().source())).orElseThrow();
  }
}
