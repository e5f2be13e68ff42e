package org.parley.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The exceptions to the rules of the house, each with its reason: {@code path | rule | most |
 * reason}.
 *
 * <p>{@code most} is the largest measure allowed in that file, or for rules that count (words), how
 * often. It has to be exact: when the code gets better, the line is lowered or goes, so that the
 * list can only get shorter.
 */
record Deviations(Map<Place, Allowed> allowed) {
  /** The file and the rule that an exception is about. */
  record Place(String path, String rule) {}

  /** What is allowed there and why. */
  record Allowed(long most, String reason) {}

  static Deviations read() {
    return parse(ProjectFiles.text(ProjectFiles.root().resolve("conformance/deviations.txt")));
  }

  static Deviations parse(String text) {
    Map<Place, Allowed> allowed = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length != 4 || cells[3].isBlank()) {
        throw new IllegalArgumentException("not 'path | rule | most | reason': " + line);
      }
      var place = new Place(cells[0], cells[1]);
      if (allowed.put(place, new Allowed(Long.parseLong(cells[2]), cells[3])) != null) {
        throw new IllegalArgumentException("listed twice: " + line);
      }
    }
    return new Deviations(allowed);
  }

  /** The exceptions for the files that one test looks at. */
  Deviations onlyFor(Predicate<String> paths) {
    Map<Place, Allowed> some = new LinkedHashMap<>(allowed);
    some.keySet().removeIf(place -> !paths.test(place.path()));
    return new Deviations(some);
  }

  /**
   * What is wrong about the breaches {@code found}, each rule's worst measure per file compared
   * with the list.
   */
  List<String> complaints(List<Untidy> found, List<String> rules) {
    Map<Place, Long> worst = new LinkedHashMap<>();
    for (Untidy one : found) {
      worst.merge(new Place(one.path(), one.rule()), one.measure(), Math::max);
    }
    List<String> complaints = new ArrayList<>();
    for (Untidy one : found) {
      Allowed here = allowed.get(new Place(one.path(), one.rule()));
      if (here == null || one.measure() > here.most()) {
        complaints.add(one.toString());
      }
    }
    allowed.forEach((place, here) -> {
      long now = worst.getOrDefault(place, 0L);
      if (rules.contains(place.rule()) && now < here.most()) {
        complaints.add(
            "deviations.txt allows "
                + here.most()
                + " for "
                + place
                + " but it is "
                + now
                + " now: lower it");
      }
    });
    return complaints;
  }
}
