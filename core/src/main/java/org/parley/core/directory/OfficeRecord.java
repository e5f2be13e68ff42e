package org.parley.core.directory;

import java.util.List;
import java.util.Optional;

/// What a party says of one of its offices.
///
/// @param deputies who stands in, in this order
/// @param languages that it reads, by BCP 47 tag, preferred first
/// @param hours when it is staffed, if that is said
public record OfficeRecord(
    OfficeKind kind, List<OfficeKind> deputies, List<String> languages, Optional<DutyHours> hours) {

  public OfficeRecord {
    deputies = List.copyOf(deputies);
    languages = List.copyOf(languages);
  }
}
