package org.parley.core.scale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.issue.Place;

/// A case worked out from the source of a scale, with the result that the scale must give.
///
/// @param name unique within the edition, in plain words; of a row of cases, with the value varied
/// @param place where the expected result is written
/// @param incidents one, or several that the scale may count as one
/// @param possible every grade that is possible
/// @param score the score as displayed, if it is checked
/// @param ruling what the issuer's own rule for the unknown gives, if it is checked
public record WorkedCase(
    String name,
    Place place,
    List<Told> incidents,
    List<Grade> possible,
    Optional<String> score,
    Optional<Ruling> ruling) {

  /// One incident of a case.
  ///
  /// @param aware when the entity became aware
  public record Told(Instant aware, Sheet sheet) {}

  /// What the issuer's own rule for the unknown is expected to give.
  public sealed interface Ruling {

    /// With the values put in that the issuer lays down, these grades are possible.
    record Possible(List<Grade> grades) implements Ruling {}

    /// These facts must be estimated.
    record MustEstimate(Set<FactKey> keys) implements Ruling {}

    /// These facts are due later.
    record DueLater(Set<FactKey> keys) implements Ruling {}

    /// Nothing is computed.
    record NotComputed() implements Ruling {}

    /// The source is silent.
    record Silent() implements Ruling {}
  }
}
