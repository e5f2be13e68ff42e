package org.parley.core.directory.states;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Party;

/// A State as reference data knows it.
///
/// @param code ISO 3166-1 alpha-2, or `XA` to `XZ`
/// @param languages it works in, by BCP 47 tag
/// @param zone one in which offices of it work; to fill in forms, not to decide anything
/// @param aliases names by which documents call or called it; never shown as its name
public record StateEntry(
    Party code, Standing standing, List<String> languages, ZoneId zone, List<Alias> aliases) {

  public StateEntry {
    languages = List.copyOf(languages);
    aliases = List.copyOf(aliases);
  }

  /// How a State stands to the OSCE.
  public enum Standing {
    PARTICIPATING,
    /// A Mediterranean Partner for Co-operation.
    MEDITERRANEAN,
    /// An Asian Partner for Co-operation.
    ASIAN,
    /// Made up, for exercises and tests.
    FICTITIOUS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Another name.
  ///
  /// @param until the last day on which the State used it for itself; empty for a name that others
  ///   use
  public record Alias(String name, Optional<LocalDate> until) {}
}
