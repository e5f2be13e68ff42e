package org.parley.core.people;

import java.util.Locale;
import java.util.Optional;

/// What somebody is entrusted with at a node, after the offices of the network. One person may hold
/// several roles; an administrator's role opens no content.
public enum Role {
  /// Works for an operator of infrastructure or a service and reports its incidents.
  OPERATOR,
  /// On duty at the technical point of contact.
  TECHNICAL_OFFICER,
  /// On duty at the policy point of contact.
  POLICY_OFFICER,
  /// The second person who clears what leaves the node.
  CLEARING_OFFICER,
  /// Works at the secretariat: runs the network and registers, without reading what passes.
  SECRETARIAT_OFFICER,
  /// Writes the national scale.
  SCALE_DESIGNER,
  /// Runs exercises.
  EXERCISE_CONTROLLER,
  /// Runs the node: accounts, settings, backups.
  ADMINISTRATOR,
  /// Reads the journal and what the node does, without content.
  AUDITOR;

  /// The role as files and addresses write it: `technical-officer`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> parse(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
