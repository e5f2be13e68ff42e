package org.parley.core.handling;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Party;

/// The secrecy grades of one State, in its own words, by rank.
///
/// @param words one or more for a rank, one per official language; no entry where the State has no
///   such grade
/// @param sure how sure we are of the words
public record GradeScheme(Party state, Map<GradeRank, List<String>> words, Certainty sure) {

  public GradeScheme {
    Map<GradeRank, List<String>> copy = new EnumMap<>(GradeRank.class);
    words.forEach((rank, each) -> copy.put(rank, List.copyOf(each)));
    words = Map.copyOf(copy);
  }

  public List<String> at(GradeRank rank) {
    return words.getOrDefault(rank, List.of());
  }

  /// The rank of these words, letter for letter but for capitals; empty where the State has no such
  /// grade.
  public Optional<GradeRank> rank(String grade) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(grade::equalsIgnoreCase))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
