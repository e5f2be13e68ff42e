package org.parley.core.directory.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something about a State's offices that somebody should mend before the bad day; gravest first.
public enum Alarm {
  /// A point of contact to which nothing can be written that others could not read: no key that
  /// counts, no protected channel, no node that receives for it.
  NOT_SECURELY_REACHABLE,
  KEY_PASSED,
  NOT_VALID,
  KEY_WITHIN_7_DAYS,
  KEY_WITHIN_30_DAYS,
  KEY_WITHIN_90_DAYS,
  ENDS_SOON,
  NO_DUTY_HOURS,
  NO_DEPUTY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the office may not be reached at all, or not safely.
  public boolean isGrave() {
    return switch (this) {
      case NOT_SECURELY_REACHABLE, KEY_PASSED, NOT_VALID, KEY_WITHIN_7_DAYS -> true;
      case KEY_WITHIN_30_DAYS, KEY_WITHIN_90_DAYS, ENDS_SOON, NO_DUTY_HOURS, NO_DEPUTY -> false;
    };
  }

  /// What is to be mended about one office.
  ///
  /// @param hasNode whether a node receives for it whose keys others can seal to now
  public static List<Alarm> of(Contact contact, boolean hasNode, Instant now) {
    LocalDate today = now.atZone(contact.watch().hours().zone()).toLocalDate();
    List<Alarm> alarms = new ArrayList<>();
    boolean point = contact.kind().isPointOfContact();
    if (point && !hasNode && !isSecurelyReachable(contact, today)) {
      alarms.add(NOT_SECURELY_REACHABLE);
    }
    if (!contact.validity().covers(today)) {
      alarms.add(NOT_VALID);
    }
    for (KeyNote key : contact.reach().keys()) {
      key(Expiry.of(key.expires(), today))
          .filter(each -> !alarms.contains(each))
          .ifPresent(alarms::add);
    }
    if (contact.validity().covers(today) && Expiry.of(contact.validity().until(), today).isNear()) {
      alarms.add(ENDS_SOON);
    }
    if (point && contact.watch().at(now) instanceof Watch.Unsaid) {
      alarms.add(NO_DUTY_HOURS);
    }
    if (point && contact.deputies().isEmpty()) {
      alarms.add(NO_DEPUTY);
    }
    return alarms.stream().sorted().toList();
  }

  private static Optional<Alarm> key(Expiry expiry) {
    return switch (expiry) {
      case PASSED -> Optional.of(KEY_PASSED);
      case WITHIN_7_DAYS -> Optional.of(KEY_WITHIN_7_DAYS);
      case WITHIN_30_DAYS -> Optional.of(KEY_WITHIN_30_DAYS);
      case WITHIN_90_DAYS -> Optional.of(KEY_WITHIN_90_DAYS);
      case SOUND, NOT_SAID -> Optional.empty();
    };
  }

  /// By mail with a key that counts, or by a protected channel.
  private static boolean isSecurelyReachable(Contact contact, LocalDate today) {
    boolean key =
        contact.reach().keys().stream()
            .anyMatch(each -> Expiry.of(each.expires(), today) != Expiry.PASSED);
    return contact.reach().channels().stream()
        .anyMatch(each ->
            each.means() == Channel.Means.PROTECTED || each.means() == Channel.Means.MAIL && key);
  }
}
