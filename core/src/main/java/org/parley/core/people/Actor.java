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
/// @param grant what a program that acts in the person's place may do at most; empty where the
///   person acts
public record Actor(
    UUID account,
    Set<Role> roles,
    Optional<OfficeId> office,
    Optional<UUID> organisation,
    Optional<Grant> grant) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  /// Somebody who acts for themselves.
  public Actor(
      UUID account, Set<Role> roles, Optional<OfficeId> office, Optional<UUID> organisation) {
    this(account, roles, office, organisation, Optional.empty());
  }

  /// A program in the place of this person.
  public Actor through(Grant program) {
    return new Actor(account, roles, office, organisation, Optional.of(program));
  }

  /// The person, where a program acts in their place.
  public Actor person() {
    return new Actor(account, roles, office, organisation);
  }

  /// Whether the action lies within what was granted; a person is granted all.
  public boolean reaches(Action action) {
    return grant.isEmpty() || grant.get().actions().contains(action);
  }
}
