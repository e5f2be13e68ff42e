package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.Optional;

/// Something done with what is kept of a State's offices.
public sealed interface SheetDeed {

  /// Writes down an office: a new one, or in place of what was kept of it.
  ///
  /// @param since the day on which it changed in the world; a change is to be told within 30 days
  record Put(Contact contact, Optional<LocalDate> since) implements SheetDeed {}

  /// Strikes out an office; what was kept of it stays in the history.
  record Drop(int number, String reason) implements SheetDeed {}

  /// Takes an office in again as it was when it was struck out.
  record PutBack(int number) implements SheetDeed {}

  record Nominate(Nomination nomination) implements SheetDeed {}

  record Register(Registration registration) implements SheetDeed {}

  /// Says that all of it still holds. By the State itself this is the yearly confirmation.
  record Confirm() implements SheetDeed {}
}
