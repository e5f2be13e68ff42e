package org.parley.couriers.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// One mailbox on disk: a folder, and in it a file for each parcel, named by number, time and
/// digest. What lies there is all there is to know; nothing else survives a restart or needs to.
final class Shelf {

  private static final Pattern NAME = Pattern.compile("([0-9]{16})-([0-9]{13})-([0-9a-f]{64})");

  private final Path folder;
  private final TreeMap<Long, Item> items = new TreeMap<>();
  private long octets;
  private long last;

  Shelf(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          remember(
              new Item(
                  Long.parseLong(name.group(1)),
                  Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                  new Digest(name.group(3)),
                  Files.size(file)));
        } else if (file.getFileName().toString().endsWith(".new")) {
          // Never acknowledged: the relay died over it.
          Files.delete(file);
        }
      }
    }
  }

  private void remember(Item item) {
    items.put(item.number(), item);
    octets += item.size();
    last = Math.max(last, item.number());
  }

  synchronized boolean hasRoom(long size, Quota quota) {
    return items.size() < quota.mailboxParcels() && octets + size <= quota.mailboxOctets();
  }

  /// Puts a parcel on disk, forced, before it returns; the same parcel that still waits is not put
  /// in twice.
  synchronized Item put(Octets parcel, Instant now) throws IOException {
    Digest digest = parcel.digest();
    Optional<Item> there =
        items.values().stream().filter(item -> item.digest().equals(digest)).findAny();
    if (there.isPresent()) {
      return there.get();
    }
    Item item = new Item(last + 1, Instant.ofEpochMilli(now.toEpochMilli()), digest, parcel.size());
    Path draft = folder.resolve(digest.hex() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(parcel.toArray());
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException full) {
      Files.deleteIfExists(draft);
      throw full;
    }
    Files.move(draft, file(item), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    remember(item);
    return item;
  }

  /// Forces a folder, so that the names in it last too.
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  synchronized Optional<Item> after(long number) {
    return Optional.ofNullable(items.higherEntry(number)).map(Map.Entry::getValue);
  }

  /// The exact octets; empty where the disk no longer has them as they were put in.
  synchronized Optional<Octets> read(Item item) throws IOException {
    Octets parcel = Octets.of(Files.readAllBytes(file(item)));
    return parcel.digest().equals(item.digest()) ? Optional.of(parcel) : Optional.empty();
  }

  synchronized void remove(long number, Digest digest) throws IOException {
    Item item = items.get(number);
    if (item != null && item.digest().equals(digest)) {
      Files.deleteIfExists(file(item));
      force(folder);
      items.remove(number);
      octets -= item.size();
    }
  }

  /// Throws away what has waited too long.
  ///
  /// @return how many
  synchronized int expire(Instant now, Duration kept) throws IOException {
    int thrown = 0;
    for (Item item : Map.copyOf(items).values()) {
      if (!item.at().plus(kept).isAfter(now)) {
        remove(item.number(), item.digest());
        thrown++;
      }
    }
    return thrown;
  }

  synchronized int size() {
    return items.size();
  }

  private Path file(Item item) {
    return folder.resolve(
        "%016d-%013d-%s".formatted(item.number(), item.at().toEpochMilli(), item.digest()));
  }

  /// A parcel that waits.
  record Item(long number, Instant at, Digest digest, long size) {}
}
