package org.parley.couriers.https;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/// How our servers read lengths and answer.
public final class Answers {

  /// Octets of a refused request that are read away to keep its line.
  private static final int LARGEST_REST = 64 << 10;

  private Answers() {}

  /// The announced length, if exactly one is announced.
  public static OptionalLong length(HttpExchange exchange) {
    List<String> announced = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
    return announced.size() == 1 && announced.getFirst().matches("[0-9]{1,12}")
        ? OptionalLong.of(Long.parseLong(announced.getFirst()))
        : OptionalLong.empty();
  }

  /// A short answer that says what kind of thing happened and nothing else, whether or not the
  /// request was read to its end.
  public static void say(HttpExchange exchange, int status, String kind) throws IOException {
    settle(exchange);
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    send(
        exchange,
        status,
        "{\"title\":\"%s\",\"status\":%d}"
            .formatted(kind, status)
            .getBytes(StandardCharsets.US_ASCII));
  }

  /// Asks the other side to come again.
  public static void busy(HttpExchange exchange, int seconds) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
    say(exchange, 503, "busy");
  }

  /// Answers a request that was read to its end.
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    // The platform's server cuts the line of a request whose body nobody asked for, even an empty
    // one, under the feet of a client that already writes its next request there.
    InputStream _ = exchange.getRequestBody();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// Reads away what is left of a short request, and ends the line of a long one.
  ///
  /// A client writes its next request as soon as it has our answer. Were the rest of this one read
  /// only then, the platform's server could take in both at once, and wait for ever for what it
  /// already holds.
  private static void settle(HttpExchange exchange) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    if (asked.containsKey("Transfer-Encoding") || length(exchange).orElse(0) > LARGEST_REST) {
      exchange.getResponseHeaders().set("Connection", "close");
    } else {
      exchange.getRequestBody().readNBytes(LARGEST_REST);
    }
  }
}
