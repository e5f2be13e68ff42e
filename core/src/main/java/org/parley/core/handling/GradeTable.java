package org.parley.core.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Party;

/// Secrecy grades of States side by side, and the agreements under which they count as equal.
///
/// Words are read by their issuer, never by themselves: the same word means different ranks in
/// different States. An equivalence is told only between parties of an agreement that holds on the
/// day, and only beside the originator's words.
///
/// @param schemes in order of the States' codes
public record GradeTable(
    String edition, List<GradeScheme> schemes, List<GradeAgreement> agreements) {

  public GradeTable {
    schemes = List.copyOf(schemes);
    agreements = List.copyOf(agreements);
  }

  public Optional<GradeScheme> of(Party state) {
    return schemes.stream().filter(each -> each.state().equals(state)).findFirst();
  }

  /// What counts as equal to a State's grade for a reader of another State, under one agreement.
  ///
  /// @param words those of the reader's State at the same rank; empty where it has no such grade,
  ///   which the agreement then settles in words of its own
  public record Equal(GradeAgreement agreement, GradeRank rank, List<String> words) {
    public Equal {
      words = List.copyOf(words);
    }
  }

  /// Empty where nothing is agreed, the words are not known, or they are the reader's own.
  public List<Equal> beside(SecrecyGrade grade, Party reader, LocalDate day) {
    if (grade.state().equals(reader)) {
      return List.of();
    }
    Optional<GradeRank> rank = of(grade.state()).flatMap(scheme -> scheme.rank(grade.words()));
    return rank.stream()
        .flatMap(same ->
            agreements.stream()
                .filter(each -> each.covers(grade.state(), reader, day))
                .map(each ->
                    new Equal(
                        each, same, of(reader).map(scheme -> scheme.at(same)).orElse(List.of()))))
        .toList();
  }
}
