package org.parley.core.terms;

import java.util.Optional;

/// Whether a record is about the world or about an exercise; the two never mix.
public sealed interface Realm {

  record Real() implements Realm {}

  record Exercise(String name) implements Realm {}

  static Optional<Realm> parse(String text) {
    if (text.equals("real")) {
      return Optional.of(new Real());
    }
    return text.matches("exercise:[a-z0-9][a-z0-9-]{0,39}")
        ? Optional.of(new Exercise(text.substring("exercise:".length())))
        : Optional.empty();
  }

  default String word() {
    return switch (this) {
      case Real() -> "real";
      case Exercise(String name) -> "exercise:" + name;
    };
  }
}
