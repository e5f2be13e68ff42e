package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Mark;

/// The pairs of facts that a scale divides or multiplies, kept within the fragment in which answers
/// can be proved.
///
/// Facts that are divided form stars around one common whole; a fact stands in one product at most,
/// and one of the two factors stands in no ratio.
final class Couplings {

  private record Pair(FactKey first, FactKey second) {}

  private final Issues issues;
  private final Map<Pair, Mark> ratios = new LinkedHashMap<>();
  private final Map<Pair, Mark> products = new LinkedHashMap<>();

  Couplings(Issues issues) {
    this.issues = issues;
  }

  void ratio(FactKey part, FactKey whole, Mark mark) {
    ratios.putIfAbsent(new Pair(part, whole), mark);
  }

  void product(FactKey one, FactKey other, Mark mark) {
    boolean inOrder = one.compareTo(other) <= 0;
    products.putIfAbsent(inOrder ? new Pair(one, other) : new Pair(other, one), mark);
  }

  /// Tells every pair that leaves the fragment, once.
  void check() {
    Set<FactKey> parts = new LinkedHashSet<>();
    Set<FactKey> wholes = new LinkedHashSet<>();
    ratios.forEach((pair, mark) -> {
      if (pair.first().equals(pair.second())) {
        tell(mark, "%s is divided by itself".formatted(pair.first()));
      } else if (parts.contains(pair.first())) {
        tell(mark, "%s is divided by two different facts".formatted(pair.first()));
      } else if (wholes.contains(pair.first())) {
        tell(mark, "%s is divided here and divides elsewhere".formatted(pair.first()));
      } else if (parts.contains(pair.second())) {
        tell(mark, "%s divides here and is divided elsewhere".formatted(pair.second()));
      }
      parts.add(pair.first());
      wholes.add(pair.second());
    });
    checkProducts(parts, wholes);
  }

  private void checkProducts(Set<FactKey> parts, Set<FactKey> wholes) {
    List<FactKey> multiplied = new ArrayList<>();
    products.forEach((pair, mark) -> {
      if (pair.first().equals(pair.second())) {
        tell(mark, "%s is multiplied by itself".formatted(pair.first()));
      }
      for (FactKey key : List.of(pair.first(), pair.second())) {
        if (multiplied.contains(key)) {
          tell(mark, "%s stands in two products".formatted(key));
        }
      }
      multiplied.add(pair.first());
      multiplied.add(pair.second());
      if (isDivided(pair.first(), parts, wholes) && isDivided(pair.second(), parts, wholes)) {
        tell(
            mark,
            "both factors, %s and %s, stand in ratios too".formatted(pair.first(), pair.second()));
      }
    });
  }

  private static boolean isDivided(FactKey key, Set<FactKey> parts, Set<FactKey> wholes) {
    return parts.contains(key) || wholes.contains(key);
  }

  private void tell(Mark mark, String message) {
    issues.add(
        IssueCode.OUTSIDE_FRAGMENT,
        mark.place(),
        message,
        "this is outside the fragment in which answers can be proved: scale-format.md, section 3");
  }
}
