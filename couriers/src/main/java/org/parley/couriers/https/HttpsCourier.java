package org.parley.couriers.https;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// Pushes a parcel straight into the other node, which answers with its receipt.
///
/// The other side must show exactly the certificate that the directory names for it; redirects are
/// not followed, and an answer longer than any receipt is dropped.
public final class HttpsCourier implements Courier, AutoCloseable {

  /// A receipt with both signatures has some 5 KiB.
  static final int LONGEST_ANSWER = 64 * 1024;

  private static final Pattern CODES = Pattern.compile("[A-Z0-9_, ]{1,300}");

  private final TlsIdentity ours;
  private final Peers peers;
  private final Patience patience;
  private final Map<NodeId, Line> lines = new ConcurrentHashMap<>();

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
    HttpRequest request =
        HttpRequest.newBuilder(peer.get().address().resolve("/parcels"))
            .header("Content-Type", "application/cms")
            .timeout(patience.whole())
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.toArray()))
            .build();
    return await(line(peer.get()).client(), request);
  }

  private Carried await(HttpClient client, HttpRequest request) {
    // The platform's own timeout ends with the headers; this one covers the whole answer.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return read(answer.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException slow) {
      answer.cancel(true);
      return new Carried.Failed(false, "no answer in time");
    } catch (ExecutionException failed) {
      return new Carried.Failed(false, why(failed.getCause()));
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Carried.Failed(false, "stopped while waiting");
    }
  }

  private static Carried read(HttpResponse<byte[]> answer) {
    return switch (answer.statusCode()) {
      case 200 -> new Carried.Delivered(Octets.of(answer.body()));
      case 413 -> new Carried.Failed(true, "too large for the other node");
      case 422 -> new Carried.Failed(false, "refused: " + codes(answer));
      case 429, 503 -> new Carried.Failed(false, "the other node is busy");
      default -> new Carried.Failed(false, "the other node answered " + answer.statusCode());
    };
  }

  /// The codes the other node gives, and no other word of it: it could write anything there.
  private static String codes(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue(HttpsDoor.REFUSAL)
        .filter(codes -> CODES.matcher(codes).matches())
        .orElse("without a code");
  }

  /// The kind of fault in our own words; what the exception says could hold anything.
  private static String why(@Nullable Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SSLException) {
        return "the secure connection failed: a wrong certificate, or bytes changed on the way";
      }
      if (each instanceof ConnectException) {
        return "nobody listens there";
      }
    }
    return fault instanceof IOException ? "the connection broke" : "the connection failed";
  }

  /// A connection pool for one node, made anew when the directory changes.
  private Line line(Peer peer) {
    Line line =
        lines.compute(
            peer.node(),
            (node, there) -> {
              if (there != null && there.peer().equals(peer)) {
                return there;
              }
              if (there != null) {
                there.client().shutdownNow();
              }
              return new Line(peer, client(peer));
            });
    return line;
  }

  private HttpClient client(Peer peer) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience.connect())
        .sslContext(Tls.client(ours, peer.certificate()::equals))
        .sslParameters(Tls.parameters())
        .build();
  }

  @Override
  public void close() {
    lines.values().forEach(line -> line.client().shutdownNow());
    lines.clear();
  }

  private record Line(Peer peer, HttpClient client) {}
}
