package org.parley.core.directory.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.contacts.StatedSheet;

/// What a State has said since a campaign began.
public enum Answer {
  /// All of it holds, as it was said before.
  CONFIRMED,
  /// All of it holds, and it is other than before.
  CONFIRMED_ANEW,
  /// It is other than before, and nobody has said that all of it holds.
  CHANGED,
  NOTHING_YET;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isConfirmed() {
    return switch (this) {
      case CONFIRMED, CONFIRMED_ANEW -> true;
      case CHANGED, NOTHING_YET -> false;
    };
  }

  /// @param said all sheets of the State that are here, the oldest first
  public static Answer of(Campaign campaign, List<StatedSheet> said) {
    if (said.isEmpty()) {
      return NOTHING_YET;
    }
    Instant opened = campaign.opened();
    StatedSheet newest = said.getLast();
    Optional<StatedSheet> before =
        said.reversed().stream().filter(each -> each.at().isBefore(opened)).findFirst();
    boolean same = before.filter(newest::saysSame).isPresent();
    if (newest.attested().filter(at -> !at.isBefore(opened)).isPresent()) {
      return same ? CONFIRMED : CONFIRMED_ANEW;
    }
    return same ? NOTHING_YET : CHANGED;
  }
}
