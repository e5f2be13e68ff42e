package org.parley.core.handling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How strictly marked information a node may hold: what it was accredited for.
///
/// @param most the strictest level it may hold
/// @param grades the secrecy grades it may hold, in the words of their States; any other is above
///   it
/// @param known markings of other systems that it may hold, word for word; any other is above it
public record Ceiling(Tlp most, Set<SecrecyGrade> grades, Set<String> known) {

  public Ceiling {
    grades = Set.copyOf(grades);
    known = Set.copyOf(known);
  }

  public static Ceiling of(Tlp most) {
    return new Ceiling(most, Set.of(), Set.of());
  }

  /// Reads a level and the secrecy grades, apart by semicolons: `TLP:RED; XA RESTRICTED`. Empty
  /// where a part has another form.
  public static Optional<Ceiling> parse(String text) {
    List<String> parts = Stream.of(text.split(";", -1)).map(String::strip).toList();
    Optional<Tlp> most = Tlp.parse(parts.getFirst());
    List<SecrecyGrade> grades =
        parts.stream().skip(1).flatMap(part -> SecrecyGrade.parse(part).stream()).toList();
    return most.filter(_ -> grades.size() == parts.size() - 1)
        .map(level -> new Ceiling(level, Set.copyOf(grades), Set.of()));
  }

  /// The part of a marking that is above the ceiling, in words; empty where the node may hold it.
  public Optional<String> above(Marking marking) {
    if (!most.isAtLeast(marking.tlp())) {
      return Optional.of("TLP:" + marking.tlp().word());
    }
    Optional<String> grade =
        marking.grades().stream()
            .filter(each -> !grades.contains(each))
            .findFirst()
            .map(SecrecyGrade::toString);
    return grade.or(
        () -> marking.unknown().stream().filter(each -> !known.contains(each)).findFirst());
  }
}
