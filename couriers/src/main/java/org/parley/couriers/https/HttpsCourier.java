package org.parley.couriers.https;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// Pushes a parcel straight into the other node, which answers with its receipt.
///
/// The other side must show exactly a certificate that the directory names for it; redirects are
/// not followed, and an answer longer than any receipt is dropped.
public final class HttpsCourier implements Courier, AutoCloseable {

  /// A receipt with both signatures has some 20 KiB.
  static final int LONGEST_ANSWER = 64 * 1024;

  private static final Pattern CODES = Pattern.compile("[A-Z0-9_, ]{1,300}");

  private final TlsIdentity ours;
  private final Peers peers;
  private final Patience patience;
  private final Map<NodeId, Reached> lines = new ConcurrentHashMap<>();

  public HttpsCourier(TlsIdentity ours, Peers peers, Patience patience) {
    this.ours = ours;
    this.peers = peers;
    this.patience = patience;
  }

  @Override
  public Grade grade() {
    return Grade.DIRECT;
  }

  @Override
  public boolean reaches(NodeId to) {
    return peers.peer(to).isPresent();
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    Optional<Peer> peer = peers.peer(to);
    if (peer.isEmpty()) {
      return new Carried.Failed(false, "the directory names no door of this node");
    }
    if (parcel.size() > Doorway.LARGEST_PARCEL) {
      return new Carried.Failed(true, "larger than any parcel may be");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(peer.get().address().resolve("/parcels"))
            .header("Content-Type", "application/cms")
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.toArray()));
    return switch (line(peer.get()).send(request, LONGEST_ANSWER)) {
      case Line.Came.Answered answer -> read(answer);
      case Line.Came.Silent(String why) -> new Carried.Failed(false, why);
    };
  }

  private static Carried read(Line.Came.Answered answer) {
    return switch (answer.status()) {
      case 200 -> new Carried.Delivered(answer.body());
      case 413 -> new Carried.Failed(true, "too large for the other node");
      case 422 -> new Carried.Failed(false, "refused: " + codes(answer));
      case 429, 503 -> new Carried.Failed(false, "the other node is busy");
      default -> new Carried.Failed(false, "the other node answered " + answer.status());
    };
  }

  /// The codes the other node gives, and no other word of it: it could write anything there.
  private static String codes(Line.Came.Answered answer) {
    String codes = answer.header(HttpsDoor.REFUSAL);
    return CODES.matcher(codes).matches() ? codes : "without a code";
  }

  /// The line to a node, made anew when the directory changes.
  private Line line(Peer peer) {
    return lines
        .compute(
            peer.node(),
            (node, there) -> {
              if (there != null && there.peer().equals(peer)) {
                return there;
              }
              if (there != null) {
                there.line().close();
              }
              return new Reached(peer, new Line(ours, peer.certificates(), patience));
            })
        .line();
  }

  @Override
  public void close() {
    lines.values().forEach(reached -> reached.line().close());
    lines.clear();
  }

  private record Reached(Peer peer, Line line) {}
}
