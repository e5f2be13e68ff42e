package org.parley.formats.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;

/// An office that a file of another directory describes, as it could be written down here.
///
/// @param state the two-letter code or the name of the State that the file gives, if it does
/// @param contact with number 1: its own it gets when it is taken
/// @param lost what the file says and this directory does not keep
/// @param exercise whether the file says that it is of an exercise
public record Offer(Optional<String> state, Contact contact, List<Loss> lost, boolean exercise) {

  public Offer {
    lost = List.copyOf(lost);
  }

  /// Something that is not taken over.
  ///
  /// @param field where it stands in the file
  /// @param value the beginning of what stands there; empty for a person's data
  public record Loss(String field, String value, Why why) {}

  public enum Why {
    /// This directory has no field for it.
    NO_FIELD,
    /// It is about a person, and offices are kept here.
    PERSON,
    /// It cannot be read as what it should be.
    UNREADABLE,
    /// It is too long and was cut.
    CUT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
