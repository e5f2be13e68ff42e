package org.parley.couriers.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

/// A sealed parcel that waits at a relay, as whoever runs the relay sees it: this is all there is
/// to see.
///
/// @param mailbox the digest of the key that puts into the mailbox; whose it is stands nowhere
/// @param parcel the digest of the sealed octets
/// @param at when it came, by the relay's clock
/// @param until when it is thrown away if nobody fetches it
/// @param octets its size, which is that of a class and not of the text
public record Held(Digest mailbox, Digest parcel, Instant at, Instant until, long octets) {

  private static final Pattern NAME = Pattern.compile("([0-9]{16})-([0-9]{13})-([0-9a-f]{64})");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /// What waits in the folder of a relay, the newest first. The relay may be running over it: what
  /// is fetched meanwhile is not listed.
  ///
  /// @param most how many are listed at most
  public static List<Held> in(Path relay, int most) {
    List<Held> found = new ArrayList<>();
    for (Path mailbox : list(relay.resolve("mailboxes"))) {
      String name = mailbox.getFileName().toString();
      if (DIGEST.matcher(name).matches()) {
        list(mailbox).forEach(file -> of(new Digest(name), file).ifPresent(found::add));
      }
    }
    return found.stream().sorted(Comparator.comparing(Held::at).reversed()).limit(most).toList();
  }

  /// The sealed octets themselves; empty where they were fetched meanwhile.
  public Optional<Octets> read(Path relay) {
    for (Path file : list(relay.resolve("mailboxes").resolve(mailbox.hex()))) {
      if (of(mailbox, file).filter(this::equals).isPresent()) {
        try {
          return Optional.of(Octets.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
          return Optional.empty();
        } catch (IOException fault) {
          throw new UnreachableException("the relay's folder cannot be read", fault);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Held> of(Digest mailbox, Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(name.group(2)));
      Duration kept = Quota.USUAL.kept();
      return Optional.of(
          new Held(mailbox, new Digest(name.group(3)), at, at.plus(kept), Files.size(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException fault) {
      throw new UnreachableException("the relay's folder cannot be read", fault);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException fault) {
      throw new UnreachableException("the relay's folder cannot be read", fault);
    }
  }
}
