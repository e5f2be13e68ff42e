package org.parley.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

/// What a node shows on the wire, in its folder: the present certificate, and while it is being
/// renewed the next.
///
/// @param folder with the present one in it, and the next in `next` below
record NodeTls(Path folder) {

  private Path nextFolder() {
    return folder.resolve("next");
  }

  TlsIdentity present() {
    return TlsIdentity.load(folder);
  }

  /// The one that is to be shown next; it counts once our own entry names it.
  TlsIdentity prepare(Instant from, Duration valid) {
    TlsIdentity next = present().next(from, valid);
    next.save(nextFolder());
    return next;
  }

  /// Shows the next one from the next start on, if our own entry names it. What a crash has left
  /// half done is done again.
  void turn(Optional<Octets> named) {
    // It is written last and deleted first: without it a crash came in between.
    if (!Files.exists(nextFolder().resolve(TlsIdentity.CERTIFICATE_FILE))) {
      return;
    }
    TlsIdentity next = TlsIdentity.load(nextFolder());
    if (!named.equals(Optional.of(next.certificateOctets()))) {
      return;
    }
    next.save(folder);
    drop(nextFolder());
  }

  private static void drop(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Files.deleteIfExists(folder.resolve(TlsIdentity.CERTIFICATE_FILE));
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException why) {
      throw new UncheckedIOException(why);
    }
  }
}
