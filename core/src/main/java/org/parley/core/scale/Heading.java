package org.parley.core.scale;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.core.terms.ScaleId;

/// Who says what the scale is, for whom, and when it holds.
///
/// @param unit what is assessed
public record Heading(
    ScaleId id,
    String edition,
    String title,
    String issuer,
    Authority authority,
    Unit unit,
    Validity validity) {

  /// Who wrote the file.
  public enum Authority {
    /// The issuer of the scale wrote it.
    ISSUER,
    /// Others wrote it from the published text.
    TRANSCRIPTION,
    /// Nobody has adopted it.
    DRAFT
  }

  /// What an assessment is about.
  public enum Unit {
    INCIDENT,
    ENTITY,
    SERVICE,
    COUNTRY
  }

  /// From when to when an edition holds, and which day decides.
  ///
  /// @param to the last day, included; empty while it holds
  /// @param zone the issuer's zone, in which the deciding day is a day
  public record Validity(LocalDate from, Optional<LocalDate> to, DecidingDay day, ZoneId zone) {
    public boolean holdsOn(LocalDate date) {
      return !date.isBefore(from) && to.map(last -> !date.isAfter(last)).orElse(true);
    }
  }

  /// Which day decides which edition holds.
  public enum DecidingDay {
    AWARENESS,
    OCCURRENCE
  }

  /// The edition as people quote it: `eu/dora@2024-1772`.
  public String quoted() {
    return id + "@" + edition;
  }
}
