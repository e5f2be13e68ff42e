package org.parley.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of a run over an archive.
final class ArchiveOptions {

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "IN",
      description = "The archive to read, as a stream in bounded memory.")
  Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Gets one line of JSON a record.")
  Path out = Path.of("");

  @Option(
      names = "--rejects",
      required = true,
      paramLabel = "BAD",
      description = "Gets the records that cannot be read, with the reasons.")
  Path rejects = Path.of("");

  @Option(names = "--resume", description = "Go on where an unfinished run stopped.")
  boolean resume;

  @Option(
      names = "--over",
      description = "Throw away what an unfinished run left, and begin again.")
  boolean over;
}
