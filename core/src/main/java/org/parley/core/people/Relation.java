package org.parley.core.people;

import java.util.Locale;
import java.util.Optional;

/// How the one who acts stands to the thing acted on.
public enum Relation {
  /// The action concerns no single thing, such as opening an empty form.
  NOTHING,
  /// The actor made it, or the actor's organisation did.
  OWN,
  /// The actor's office holds it.
  OFFICE,
  /// Another office of this node holds it and has shown it to the actor's office.
  SHOWN,
  /// None of these.
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Relation> parse(String word) {
    for (Relation relation : values()) {
      if (relation.word().equals(word)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
