package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// How near the last day of something is.
public enum Expiry {
  SOUND,
  WITHIN_90_DAYS,
  WITHIN_30_DAYS,
  WITHIN_7_DAYS,
  PASSED,
  NOT_SAID;

  public static Expiry of(Optional<LocalDate> last, LocalDate today) {
    if (last.isEmpty()) {
      return NOT_SAID;
    }
    long left = ChronoUnit.DAYS.between(today, last.get());
    if (left < 0) {
      return PASSED;
    }
    return left <= 7
        ? WITHIN_7_DAYS
        : left <= 30 ? WITHIN_30_DAYS : left <= 90 ? WITHIN_90_DAYS : SOUND;
  }

  /// Whether somebody has to do something about it.
  public boolean isNear() {
    return switch (this) {
      case WITHIN_90_DAYS, WITHIN_30_DAYS, WITHIN_7_DAYS, PASSED -> true;
      case SOUND, NOT_SAID -> false;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
