package org.parley.couriers.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// Writes parcels into a folder that somebody carries to the other node.
///
/// Parcels are numbered for each node, over all sticks; the numbers are kept at home, so that the
/// same parcel on another stick has the same number. They are the carrier's numbers and prove
/// nothing: the slips inside do.
public final class FolderCourier implements Courier {

  private final Path stick;
  private final Path home;
  private final NodeId ours;
  private final Predicate<NodeId> known;

  /// @param stick the folder that is carried
  /// @param home where our own numbers are kept, on our own disk
  public FolderCourier(Path stick, Path home, NodeId ours, Predicate<NodeId> known) {
    this.stick = stick;
    this.home = home;
    this.ours = ours;
    this.known = known;
  }

  @Override
  public Grade grade() {
    return Grade.FOLDER;
  }

  @Override
  public boolean reaches(NodeId to) {
    return known.test(to) && Files.isDirectory(stick);
  }

  @Override
  public synchronized Carried carry(NodeId to, Octets parcel) {
    if (!known.test(to)) {
      return new Carried.Failed(false, "the directory does not name this node");
    }
    if (parcel.size() > Doorway.LARGEST_PARCEL) {
      return new Carried.Failed(true, "larger than any parcel may be");
    }
    if (!Files.isDirectory(stick)) {
      return new Carried.Failed(false, "the folder to be carried is not there");
    }
    try {
      write(to, parcel);
      return new Carried.InCustody(Optional.empty());
    } catch (IOException failed) {
      return new Carried.Failed(false, "the folder to be carried takes no more");
    }
  }

  private void write(NodeId to, Octets parcel) throws IOException {
    Digest digest = parcel.digest();
    Ledger sent = new Ledger(home.resolve("sent-" + Stick.folder(to) + ".txt"));
    long number = sent.numberOf(digest).orElse(sent.last() + 1);
    Path folder = stick.resolve(Stick.folder(to)).resolve(Stick.folder(ours));
    Files.createDirectories(folder);
    sent.add(number, digest);
    Path file = folder.resolve(Stick.file(number, digest));
    if (!Files.exists(file)) {
      Stick.write(file, parcel.toArray());
    }
    StringBuilder manifest = new StringBuilder();
    sent.all().forEach((each, of) -> manifest.append(Ledger.line(each, of)));
    Stick.write(
        folder.resolve(Stick.MANIFEST), manifest.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
