package org.parley.core.casefile.deed;

import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Actor;

/// Who did something with a case: an account, for an office of this node or for an organisation
/// that reports. Names stay with the account.
public record Author(UUID account, Optional<OfficeId> office, Optional<UUID> organisation) {

  public static Author of(Actor actor) {
    return new Author(actor.account(), actor.office(), actor.organisation());
  }

  /// Whether the two speak for the same office or organisation, or are the same account where they
  /// speak for none.
  public boolean isOneWith(Author other) {
    if (office.isPresent() || other.office.isPresent()) {
      return office.equals(other.office);
    }
    if (organisation.isPresent() || other.organisation.isPresent()) {
      return organisation.equals(other.organisation);
    }
    return account.equals(other.account);
  }

  /// For whom the words are, as revisions write it: the office, or `operator`.
  public String side() {
    return office.map(OfficeId::toString).orElse("operator");
  }
}
