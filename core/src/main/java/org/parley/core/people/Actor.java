package org.parley.core.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;

/// Somebody who acts at a node, as far as the deed needs to know: names stay with the account.
///
/// @param account the account, random
/// @param roles what the account is entrusted with
/// @param office the office it acts for; empty for operators, administrators and auditors
/// @param organisation for operators, the organisation they report for
public record Actor(
    UUID account, Set<Role> roles, Optional<OfficeId> office, Optional<UUID> organisation) {

  public Actor {
    roles = Set.copyOf(roles);
  }
}
