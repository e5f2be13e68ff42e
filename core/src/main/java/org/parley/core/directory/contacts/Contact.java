package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One office of a State as others can reach it.
///
/// @param number its own within the State, from 1; never given to another office later
/// @param deputies the numbers of the offices that stand in, in this order
public record Contact(
    int number,
    ContactKind kind,
    Naming naming,
    Reach reach,
    Watch watch,
    Validity validity,
    List<Integer> deputies) {

  public Contact {
    deputies = List.copyOf(deputies);
  }

  /// @param name in the office's own language
  /// @param international in English or transliterated; may be empty
  /// @param shortName may be empty
  /// @param task what it is in charge of, and for whom; may be empty
  public record Naming(String name, String international, String shortName, String task) {

    /// The short name, else the name in full.
    public String brief() {
      return shortName.isEmpty() ? name : shortName;
    }
  }

  /// @param languages that it reads, by BCP 47 tag, preferred first
  /// @param address by post; may be empty
  public record Reach(
      List<Channel> channels, List<KeyNote> keys, List<String> languages, String address) {

    public Reach {
      channels = List.copyOf(channels);
      keys = List.copyOf(keys);
      languages = List.copyOf(languages);
    }
  }

  /// @param from first day; empty where it always was
  /// @param until last day; empty where no end is foreseen
  public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public boolean covers(LocalDate day) {
      return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
    }
  }

  public Contact numbered(int other) {
    return new Contact(other, kind, naming, reach, watch, validity, deputies);
  }
}
