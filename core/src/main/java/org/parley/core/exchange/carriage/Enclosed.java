package org.parley.core.exchange.carriage;

import java.util.Locale;
import java.util.Optional;

/// What a parcel can hold.
public enum Enclosed {
  STATEMENT,
  ATTACHMENT,
  RECEIPT,
  DIRECTORY_ENTRY,
  ROSTER_ENTRY,
  CHECKPOINT,
  COSIGNATURE,
  RESEND_REQUEST,
  CONTACT_SHEET;

  public static Optional<Enclosed> parse(String word) {
    for (Enclosed kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
