package org.parley.duties.register;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Digest;

/// A register that an office has brought in and is working on.
///
/// @param name as its file was called
/// @param choices what was chosen for its columns so far, as the form says it; empty for nothing
/// @param mapping the digest of a mapping that was written by hand; it stands instead of choices
/// @param progress how far it has been taken
public record RegisterFile(
    UUID id,
    Source source,
    String name,
    String choices,
    Optional<Digest> mapping,
    Progress progress) {

  /// What kind of file it is.
  public enum Kind {
    /// CSV or a spreadsheet, whose columns need a mapping.
    TABLE,
    /// VERIS records as JSON, which need none.
    VERIS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where it comes from.
  ///
  /// @param office the office that brought it; no other sees it
  /// @param document the digest under which its bytes are kept
  public record Source(Kind kind, OfficeId office, Instant at, Digest document) {}

  /// How far it has been taken.
  ///
  /// @param upTo how many records have been looked at
  /// @param saved how many of them are incidents now
  /// @param over whether it was cancelled or wholly taken, and its bytes are gone
  public record Progress(int upTo, int saved, boolean over) {
    static final Progress NONE = new Progress(0, 0, false);
  }

  RegisterFile choosing(String said) {
    return new RegisterFile(id, source, name, said, Optional.empty(), progress);
  }

  RegisterFile mapped(Digest written) {
    return new RegisterFile(id, source, name, choices, Optional.of(written), progress);
  }

  RegisterFile at(Progress now) {
    return new RegisterFile(id, source, name, choices, mapping, now);
  }
}
