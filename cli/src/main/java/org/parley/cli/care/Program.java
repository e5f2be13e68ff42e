package org.parley.cli.care;

import java.util.Optional;

/// This program, as copies name it.
final class Program {

  private Program() {}

  static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }
}
