package org.parley.couriers.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.core.terms.Digest;

/// All mailboxes and depositors of a relay, as folders and files named by digests.
///
/// Who put a parcel in is nowhere written down; how much a depositor put in today is counted in
/// memory alone.
final class Depot {

  private static final FileAttribute<Set<PosixFilePermission>> OURS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final String COLLECT = "collect";

  private final Path mailboxes;
  private final Path depositors;
  private final Quota quota;
  private final Map<Digest, Shelf> shelves = new ConcurrentHashMap<>();
  private final Map<Digest, Used> used = new ConcurrentHashMap<>();

  Depot(Path folder, Quota quota) throws IOException {
    this.mailboxes = folder.resolve("mailboxes");
    this.depositors = folder.resolve("depositors");
    this.quota = quota;
    Files.createDirectories(folder, OURS);
    Files.createDirectories(mailboxes, OURS);
    Files.createDirectories(depositors, OURS);
  }

  void addMailbox(Capability putIn, Capability collect) throws IOException {
    Path made = Files.createDirectory(mailboxes.resolve(putIn.digest().hex()), OURS);
    Files.writeString(
        made.resolve(COLLECT),
        collect.digest().hex(),
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.SYNC);
    Shelf.force(made);
    Shelf.force(mailboxes);
  }

  void addDepositor(Capability key) throws IOException {
    Files.createFile(depositors.resolve(key.digest().hex()));
    Shelf.force(depositors);
  }

  boolean knows(Capability depositor) {
    return Files.exists(depositors.resolve(depositor.digest().hex()));
  }

  /// The mailbox that this capability puts into.
  Optional<Shelf> shelf(Digest putIn) throws IOException {
    Path folder = mailboxes.resolve(putIn.hex());
    if (!Files.exists(folder.resolve(COLLECT))) {
      return Optional.empty();
    }
    Shelf there = shelves.get(putIn);
    if (there == null) {
      synchronized (this) {
        there = shelves.get(putIn);
        if (there == null) {
          there = new Shelf(folder);
          shelves.put(putIn, there);
        }
      }
    }
    return Optional.of(there);
  }

  boolean mayCollect(Digest putIn, Capability collect) throws IOException {
    Path file = mailboxes.resolve(putIn.hex()).resolve(COLLECT);
    return Files.exists(file)
        && MessageDigest.isEqual(
            Files.readAllBytes(file), collect.digest().hex().getBytes(StandardCharsets.US_ASCII));
  }

  /// Counts a deposit, unless the depositor has had its share of this day.
  boolean count(Capability depositor, long octets, Instant now) {
    long day = now.toEpochMilli() / Duration.ofDays(1).toMillis();
    boolean[] within = {true};
    used.compute(
        depositor.digest(),
        (key, before) -> {
          Used today = before == null || before.day() != day ? new Used(day, 0, 0) : before;
          within[0] =
              today.octets() + octets <= quota.depositorOctets()
                  && today.parcels() < quota.depositorParcels();
          return within[0] ? new Used(day, today.octets() + octets, today.parcels() + 1) : today;
        });
    return within[0];
  }

  int expire(Instant now) throws IOException {
    int thrown = 0;
    try (Stream<Path> folders = Files.list(mailboxes)) {
      for (Path folder : folders.toList()) {
        Optional<Shelf> shelf = shelf(new Digest(folder.getFileName().toString()));
        thrown += shelf.isPresent() ? shelf.get().expire(now, quota.kept()) : 0;
      }
    }
    return thrown;
  }

  int waiting() {
    return shelves.values().stream().mapToInt(Shelf::size).sum();
  }

  private record Used(long day, long octets, int parcels) {}
}
