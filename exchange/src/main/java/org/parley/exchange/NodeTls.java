package org.parley.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

/// What a node shows on the wire, in its folder: the present certificate, the one before for as
/// long as it holds, and while it is being renewed the next.
///
/// @param folder with the present one in it, and `earlier` and `next` beside
record NodeTls(Path folder) {

  private Path earlierFolder() {
    return folder.resolve("earlier");
  }

  private Path nextFolder() {
    return folder.resolve("next");
  }

  TlsIdentity present() {
    return TlsIdentity.load(folder);
  }

  /// Who has not heard of the present one yet lets us in by this.
  Optional<TlsIdentity> earlier(Instant now) {
    return Files.isDirectory(earlierFolder())
        ? Optional.of(TlsIdentity.load(earlierFolder()))
            .filter(each -> now.isBefore(each.certificate().getNotAfter().toInstant()))
        : Optional.empty();
  }

  /// The one that is to be shown next; it counts once our own entry names it.
  TlsIdentity prepare(TlsIdentity next) {
    next.save(nextFolder());
    return next;
  }

  /// Shows the next one from the next start on, if our own entry names it. What a crash has left
  /// half done is done again.
  void turn(Optional<Octets> named) {
    if (!Files.isDirectory(nextFolder())) {
      return;
    }
    TlsIdentity next = TlsIdentity.load(nextFolder());
    if (!named.equals(Optional.of(next.certificateOctets()))) {
      return;
    }
    TlsIdentity before = present();
    if (!before.equals(next) && !before.certificate().equals(next.certificate())) {
      before.save(earlierFolder());
      next.save(folder);
    }
    drop(nextFolder());
  }

  private static void drop(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException why) {
      throw new UncheckedIOException(why);
    }
  }
}
