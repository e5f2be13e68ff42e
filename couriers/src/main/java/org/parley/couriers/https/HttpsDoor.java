package org.parley.couriers.https;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;

/// Our door for other nodes: one address, `POST /parcels`, for known certificates only.
///
/// The length is announced and checked before an octet is read. Each peer holds a bounded share of
/// memory and enters the doorway one parcel at a time.
public final class HttpsDoor implements AutoCloseable {

  /// The header that names the codes of a refusal.
  static final String REFUSAL = "Parley-Refusal";

  /// 20 MiB: two of the largest parcels, or many small ones.
  private static final int STEPS_PER_PEER = 320;

  private static final System.Logger LOG = System.getLogger(HttpsDoor.class.getName());

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Peers peers;
  private final Doorway doorway;
  private final Shares<NodeId> shares = new Shares<>(STEPS_PER_PEER);

  private HttpsDoor(HttpsServer server, Peers peers, Doorway doorway) {
    this.server = server;
    this.peers = peers;
    this.doorway = doorway;
  }

  /// Opens the door.
  ///
  /// @param at port 0 for any free one
  public static HttpsDoor open(
      InetSocketAddress at, TlsIdentity ours, Peers peers, Doorway doorway) {
    try {
      HttpsServer server =
          Tls.server(at, ours, certificate -> peers.holderOf(certificate).isPresent());
      HttpsDoor door = new HttpsDoor(server, peers, doorway);
      server.setExecutor(door.threads);
      server.createContext("/", door::answer);
      server.start();
      return door;
    } catch (IOException failed) {
      throw new UnreachableException("the door does not open at " + at, failed);
    }
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      Optional<NodeId> peer = peer(exchange);
      if (peer.isEmpty()) {
        Answers.say(exchange, 403, "unknown");
      } else if (!exchange.getRequestURI().getPath().equals("/parcels")) {
        Answers.say(exchange, 404, "nothing-here");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        Answers.say(exchange, 405, "post-only");
      } else {
        takeIn(exchange, peer.get());
      }
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "door.gone");
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "door.defect kind=" + defect.getClass().getName());
    }
  }

  /// Who is there, asked anew: the connection may be older than the directory's last entry.
  private Optional<NodeId> peer(HttpExchange exchange) {
    try {
      X509Certificate[] shown =
          Stream.of(((HttpsExchange) exchange).getSSLSession().getPeerCertificates())
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      return Pinned.find(shown, each -> peers.holderOf(each).isPresent()).flatMap(peers::holderOf);
    } catch (SSLPeerUnverifiedException | CertificateException nobody) {
      return Optional.empty();
    }
  }

  private void takeIn(HttpExchange exchange, NodeId peer) throws IOException {
    OptionalLong length = Answers.length(exchange);
    if (length.isEmpty()) {
      Answers.say(exchange, 411, "length-needed");
    } else if (length.getAsLong() > Doorway.LARGEST_PARCEL) {
      Answers.say(exchange, 413, "too-large");
    } else {
      boolean room =
          shares.within(peer, length.getAsLong(), () -> read(exchange, peer, length.getAsLong()));
      if (!room) {
        Answers.busy(exchange, 1);
      }
    }
  }

  private void read(HttpExchange exchange, NodeId peer, long length) {
    try {
      byte[] body = exchange.getRequestBody().readNBytes((int) length + 1);
      if (body.length != length) {
        Answers.say(exchange, 400, "cut-short");
        return;
      }
      Octets parcel = Octets.of(body);
      answer(
          exchange,
          shares.inTurn(peer, () -> doorway.receive(parcel, ReceiptBack.WITH_THE_ANSWER)));
    } catch (UnreachableException fault) {
      LOG.log(System.Logger.Level.WARNING, "door.fault peer=" + peer);
      exchange.getResponseHeaders().set("Retry-After", "30");
      trySaying(exchange, 503, "busy");
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "door.gone peer=" + peer);
    } catch (RuntimeException defect) {
      LOG.log(
          System.Logger.Level.ERROR,
          "door.defect peer=" + peer + " kind=" + defect.getClass().getName());
      trySaying(exchange, 500, "defect");
    }
  }

  private static void answer(HttpExchange exchange, Checked<Octets> outcome) throws IOException {
    switch (outcome) {
      case Checked.Sound<Octets>(Octets receipt, _) -> {
        exchange.getResponseHeaders().set("Content-Type", "application/cms");
        Answers.send(exchange, 200, receipt.toArray());
      }
      case Checked.Refused<Octets>(List<Issue> reasons) -> {
        String codes =
            reasons.stream()
                .filter(Issue::isError)
                .map(issue -> issue.code().label() + " " + issue.code().name())
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        exchange.getResponseHeaders().set(REFUSAL, codes);
        Answers.say(exchange, 422, "refused");
      }
    }
  }

  private static void trySaying(HttpExchange exchange, int status, String kind) {
    try {
      Answers.say(exchange, status, kind);
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "door.gone");
    }
  }
}
