package org.parley.cli.incident;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.parley.cli.ExitStatus;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Asks a node over its programming interface. It follows no redirection, so that the token goes to
/// the address that was named and nowhere else.
final class NodeClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST = 16 << 20;
  private static final Limits LIMITS = new Limits(LARGEST, 64, 500_000);
  private static final int TRIES = 3;
  private static final int UNAUTHORIZED = 401;

  private final URI node;
  private final String token;
  private final HttpClient client;

  NodeClient(URI node, String token, SSLContext trust) {
    this.node = node;
    this.token = token;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(trust)
            .build();
  }

  /// What a node answered.
  ///
  /// @param tag the version of what was read, as HTTP writes it; empty where there is none
  record Answer(Octets body, Tree tree, String tag) {}

  Answer get(String path) throws Refusal {
    return asked(request(path).GET().build());
  }

  /// Fetches the bytes of a file, and holds them against the digest that came with them.
  Octets fetch(String path) throws Refusal {
    Whole whole = whole(request(path).GET().build());
    if (whole.status() / 100 != 2) {
      throw refused(whole);
    }
    String digest =
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(whole.body().digest().hex()));
    String said = whole.header("Repr-Digest");
    if (!said.equals("sha-256=:" + digest + ":")) {
      throw away("what came is not what the node says that it sent");
    }
    return whole.body();
  }

  /// Sends a deed; where no answer comes, the same again under the same key: that is one deed.
  ///
  /// @param tag the version it is about; empty for what is new
  Answer post(String path, Octets body, String key, Optional<String> tag) throws Refusal {
    return post(path, new Sending("application/json", body), key, tag);
  }

  /// @param type its kind of media
  record Sending(String type, Octets body) {}

  /// The same with a body of any kind.
  Answer post(String path, Sending sending, String key, Optional<String> tag) throws Refusal {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", sending.type())
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(sending.body().toArray()));
    tag.ifPresent(each -> request.header("If-Match", each));
    Refusal last = away("no answer came");
    for (int each = 0; each < TRIES; each++) {
      try {
        return asked(request.build());
      } catch (Refusal refused) {
        if (refused.status() != ExitStatus.UNAVAILABLE) {
          throw refused;
        }
        last = refused;
      }
    }
    List<Issue> issues = new ArrayList<>(last.issues());
    issues.add(
        new Issue(
            IssueCode.NODE_UNREACHABLE,
            Place.of("--key"),
            "it is not known whether the deed was done",
            Optional.of("repeat the command with --key " + key + ": it is done once at most")));
    throw new Refusal(ExitStatus.UNAVAILABLE, issues);
  }

  private HttpRequest.Builder request(String path) {
    String base = node.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  /// An answer as it came.
  private record Whole(int status, HttpHeaders headers, Octets body) {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private Answer asked(HttpRequest request) throws Refusal {
    Whole whole = whole(request);
    Tree tree = tree(whole);
    if (whole.status() / 100 != 2) {
      throw refused(whole);
    }
    return new Answer(whole.body(), tree, whole.header("ETag"));
  }

  private Whole whole(HttpRequest request) throws Refusal {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        return new Whole(
            response.statusCode(), response.headers(), Octets.of(in.readNBytes(LARGEST + 1)));
      }
    } catch (SSLException untrusted) {
      throw new Refusal(
          ExitStatus.BAD_INPUT,
          IssueCode.CERTIFICATE_UNKNOWN,
          "--node",
          "the node's certificate is not one that is trusted here",
          "compare it with what the node's administrator says, and name the authority with --ca");
    } catch (IOException fault) {
      throw away("nothing answers at " + node);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw away("it was stopped");
    }
  }

  private Tree tree(Whole whole) throws Refusal {
    Issues unreadable = new Issues();
    Optional<Tree> tree = Trees.readJson(whole.body().toArray(), "answer", LIMITS, unreadable);
    if (tree.isEmpty() || unreadable.hasErrors()) {
      throw new Refusal(
          ExitStatus.UNAVAILABLE,
          IssueCode.NODE_UNREACHABLE,
          "--node",
          "what answers at %s with status %d is no node".formatted(node, whole.status()),
          "look at the address, and at what stands between");
    }
    return tree.get();
  }

  private Refusal refused(Whole whole) throws Refusal {
    int status = whole.status() / 100 == 5 ? ExitStatus.UNAVAILABLE : ExitStatus.BAD_INPUT;
    return new Refusal(
        whole.status() == UNAUTHORIZED ? ExitStatus.NO_INPUT : status,
        Problems.of(tree(whole), whole.status()));
  }

  private static Refusal away(String message) {
    return new Refusal(
        ExitStatus.UNAVAILABLE,
        IssueCode.NODE_UNREACHABLE,
        "--node",
        message,
        "look whether it runs, and whether this machine may reach it");
  }
}
