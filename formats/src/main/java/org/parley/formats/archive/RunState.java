package org.parley.formats.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// What an unfinished run leaves beside its files, so that it can be resumed.
///
/// @param purpose what the run was for; a run with another purpose must not go on with its files
/// @param tally what was done with the lines so far
/// @param prefix the SHA-256 of the unpacked archive up to there
/// @param written how many bytes of the file of written lines belong to these lines
/// @param rejected how many bytes of the file of rejected records belong to these lines
record RunState(String purpose, Tally tally, Digest prefix, long written, long rejected) {

  private static final String FORM = "parley archive run 1";

  /// Puts the state at `path` in one step: whoever looks sees the old or the new one.
  void save(Path path) throws IOException {
    String text =
        String.join(
            "\n",
            FORM,
            "purpose=" + purpose,
            "written=" + tally.written(),
            "rejected=" + tally.rejected(),
            "blank=" + tally.blank(),
            "prefix=" + prefix,
            "writtenBytes=" + written,
            "rejectedBytes=" + rejected,
            "");
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(next, text, StandardCharsets.UTF_8);
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The state at `path`; empty where there is none or it is not one.
  static Optional<RunState> load(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > 100_000) {
      return Optional.empty();
    }
    String[] lines = Files.readString(path, StandardCharsets.UTF_8).split("\n", -1);
    if (!lines[0].equals(FORM)) {
      return Optional.empty();
    }
    Map<String, String> said = new HashMap<>();
    for (String line : lines) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        said.put(line.substring(0, sign), line.substring(sign + 1));
      }
    }
    return from(said);
  }

  private static Optional<RunState> from(Map<String, String> said) {
    boolean numbers =
        said.keySet().stream()
            .filter(key -> !key.equals("purpose") && !key.equals("prefix"))
            .allMatch(key -> said.getOrDefault(key, "").matches("[0-9]{1,18}"));
    if (said.size() != 7 || !numbers || !said.getOrDefault("prefix", "").matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    return Optional.of(
        new RunState(
            said.getOrDefault("purpose", ""),
            new Tally(number(said, "written"), number(said, "rejected"), number(said, "blank")),
            new Digest(said.getOrDefault("prefix", "")),
            number(said, "writtenBytes"),
            number(said, "rejectedBytes")));
  }

  private static long number(Map<String, String> said, String key) {
    return Long.parseLong(said.getOrDefault(key, "0"));
  }
}
