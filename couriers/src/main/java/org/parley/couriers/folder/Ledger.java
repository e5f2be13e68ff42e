package org.parley.couriers.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.terms.Digest;

/// Numbers and digests, a line each, added to and forced to disk; a last line that was cut short is
/// dropped.
final class Ledger {

  private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,17}) ([0-9a-f]{64})");

  private final Path file;
  private final TreeMap<Long, Digest> digests = new TreeMap<>();
  private final Map<Digest, Long> numbers = new HashMap<>();

  Ledger(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      lines(whole.lines().toList()).forEach(this::remember);
      if (whole.length() < text.length()) {
        Files.writeString(file, whole, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
      }
    }
  }

  /// The lines that have the form of a ledger's.
  static TreeMap<Long, Digest> lines(List<String> lines) {
    TreeMap<Long, Digest> read = new TreeMap<>();
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        read.put(Long.parseLong(parts.group(1)), new Digest(parts.group(2)));
      }
    }
    return read;
  }

  static String line(long number, Digest digest) {
    return number + " " + digest.hex() + "\n";
  }

  private void remember(long number, Digest digest) {
    digests.put(number, digest);
    numbers.put(digest, number);
  }

  Optional<Long> numberOf(Digest digest) {
    return Optional.ofNullable(numbers.get(digest));
  }

  Map<Long, Digest> all() {
    return digests;
  }

  long last() {
    return digests.isEmpty() ? 0 : digests.lastKey();
  }

  void add(long number, Digest digest) throws IOException {
    if (digest.equals(digests.get(number))) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer rest = ByteBuffer.wrap(line(number, digest).getBytes(StandardCharsets.US_ASCII));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    remember(number, digest);
  }
}
