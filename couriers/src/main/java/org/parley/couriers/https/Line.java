package org.parley.couriers.https;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.parley.core.terms.Octets;

/// A line to one server that shows a certificate known before: TLS 1.3, no redirects, an end to
/// every wait and to every answer.
public final class Line implements AutoCloseable {

  private final HttpClient client;
  private final Patience patience;

  /// @param ours what we show, if anything
  /// @param known what the server may show
  public Line(@Nullable TlsIdentity ours, List<Octets> known, Patience patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .sslContext(Tls.client(ours, known::contains))
            .sslParameters(Tls.parameters())
            .build();
  }

  /// Sends and waits for the whole answer.
  ///
  /// @param longest octets; a longer answer is dropped
  public Came send(HttpRequest.Builder request, int longest) {
    // The platform's own timeout ends with the headers; this one covers the whole answer.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.timeout(patience.whole()).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
    try {
      HttpResponse<byte[]> came = answer.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS);
      return new Came.Answered(came, Octets.of(came.body()));
    } catch (TimeoutException slow) {
      answer.cancel(true);
      return new Came.Silent("no answer in time");
    } catch (ExecutionException failed) {
      return new Came.Silent(why(failed.getCause()));
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Came.Silent("stopped while waiting");
    }
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

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// What came of a request.
  public sealed interface Came {

    record Answered(HttpResponse<byte[]> response, Octets body) implements Came {

      public int status() {
        return response.statusCode();
      }

      public String header(String name) {
        return response.headers().firstValue(name).orElse("");
      }
    }

    /// No answer, and why, for a person.
    record Silent(String why) implements Came {}
  }
}
