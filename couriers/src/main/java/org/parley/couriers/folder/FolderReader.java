package org.parley.couriers.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;

/// Reads in what a carried folder holds for us, and names what is missing from the sequence.
///
/// The folder comes from outside: links in it are not followed, and only files with the right name,
/// size and digest are handed in. Reading the same folder again changes nothing.
public final class FolderReader {

  private static final Pattern PARCEL = Pattern.compile("([0-9]{6,18})-([0-9a-f]{64})\\.parcel");
  private static final int LONGEST_MANIFEST = 16 * 1024 * 1024;
  private static final int MOST_NAMED = 100;

  private final Path stick;
  private final Path home;
  private final NodeId ours;
  private final Doorway doorway;

  /// @param home where we keep which numbers came, on our own disk
  public FolderReader(Path stick, Path home, NodeId ours, Doorway doorway) {
    this.stick = stick;
    this.home = home;
    this.ours = ours;
    this.doorway = doorway;
  }

  /// Reads everything that lies there for us.
  ///
  /// @return for each node that wrote to us, what came of it
  public List<Found> read() {
    Path mine = stick.resolve(Stick.folder(ours));
    List<Found> found = new ArrayList<>();
    try {
      for (Path folder : children(mine)) {
        Optional<NodeId> from =
            NodeId.parse(folder.getFileName().toString().replaceFirst("_", "/"));
        if (from.isPresent() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          found.add(read(from.get(), folder));
        }
      }
    } catch (IOException failed) {
      throw new UnreachableException("the carried folder cannot be read", failed);
    }
    return found;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private Found read(NodeId from, Path folder) throws IOException {
    Ledger came = new Ledger(home.resolve("came-" + Stick.folder(from) + ".txt"));
    int taken = 0;
    int refused = 0;
    List<String> damaged = new ArrayList<>();
    for (Path file : children(folder)) {
      Matcher name = PARCEL.matcher(file.getFileName().toString());
      if (!name.matches() || Long.parseLong(name.group(1)) == 0) {
        continue;
      }
      Optional<Octets> parcel = parcel(file, new Digest(name.group(2)));
      if (parcel.isEmpty()) {
        damaged.add(file.getFileName().toString());
        continue;
      }
      switch (doorway.receive(parcel.get(), ReceiptBack.AS_A_PARCEL)) {
        case Checked.Sound<Octets> _ -> taken++;
        case Checked.Refused<Octets> _ -> refused++;
      }
      came.add(Long.parseLong(name.group(1)), parcel.get().digest());
    }
    return new Found(from, taken, refused, damaged, missing(came, manifest(folder)));
  }

  private static Optional<Octets> parcel(Path file, Digest digest) throws IOException {
    return bounded(file, Doorway.LARGEST_PARCEL).filter(octets -> octets.digest().equals(digest));
  }

  /// A regular file that is not too long; it may grow while it is read.
  private static Optional<Octets> bounded(Path file, int longest) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(longest + 1);
      return bytes.length > longest ? Optional.empty() : Optional.of(Octets.of(bytes));
    }
  }

  private static TreeMap<Long, Digest> manifest(Path folder) throws IOException {
    Path file = folder.resolve(Stick.MANIFEST);
    return bounded(file, LONGEST_MANIFEST)
        .map(octets -> new String(octets.toArray(), StandardCharsets.US_ASCII))
        .map(text -> Ledger.lines(text.lines().toList()))
        .orElseGet(TreeMap::new);
  }

  /// The numbers up to the highest known of that never came, lowest first.
  private static List<Long> missing(Ledger came, TreeMap<Long, Digest> manifest) {
    long highest = Math.max(came.last(), manifest.isEmpty() ? 0 : manifest.lastKey());
    List<Long> missing = new ArrayList<>();
    for (long number = 1; number <= highest && missing.size() < MOST_NAMED; number++) {
      if (!came.all().containsKey(number)) {
        missing.add(number);
      }
    }
    return missing;
  }

  /// What a folder held from one node.
  ///
  /// @param refused handed in and refused by our doorway, which says why in its own records
  /// @param damaged names of files that are not what they are called
  /// @param missing numbers that never came, on this stick or an earlier one; at most 100 are named
  public record Found(
      NodeId from, int taken, int refused, List<String> damaged, List<Long> missing) {}
}
