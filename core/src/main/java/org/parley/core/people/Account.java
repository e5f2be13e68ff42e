package org.parley.core.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;

/// Somebody who may sign in at a node.
///
/// @param id random, and what every record names instead of the person
/// @param naming what they sign in with and how they are called
/// @param roles what they are entrusted with
/// @param office the office they act for
/// @param organisation for operators, the organisation they report for
/// @param reading how they read pages
/// @param active whether they may sign in
public record Account(
    UUID id,
    Naming naming,
    Set<Role> roles,
    Optional<OfficeId> office,
    Optional<UUID> organisation,
    Reading reading,
    boolean active) {

  public Account {
    roles = Set.copyOf(roles);
  }

  /// @param login what is typed to sign in, in lower case; one account has it
  /// @param name how the person is called
  public record Naming(String login, String name) {}

  /// @param language BCP 47
  /// @param zone a time zone's id, such as `Europe/Vienna`; empty for the node's own
  public record Reading(String language, Optional<String> zone) {}

  public Actor actor() {
    return new Actor(id, roles, office, organisation);
  }

  public Account called(String name) {
    return new Account(
        id, new Naming(naming.login(), name), roles, office, organisation, reading, active);
  }

  public Account reading(Reading other) {
    return new Account(id, naming, roles, office, organisation, other, active);
  }

  public Account entrusted(Set<Role> others, Optional<OfficeId> otherOffice) {
    return new Account(id, naming, others, otherOffice, organisation, reading, active);
  }

  public Account active(boolean now) {
    return new Account(id, naming, roles, office, organisation, reading, now);
  }
}
