package org.parley.couriers.https;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/// How our servers read lengths and answer.
public final class Answers {

  private Answers() {}

  /// The announced length, if exactly one is announced.
  public static OptionalLong length(HttpExchange exchange) {
    List<String> announced = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
    return announced.size() == 1 && announced.getFirst().matches("[0-9]{1,12}")
        ? OptionalLong.of(Long.parseLong(announced.getFirst()))
        : OptionalLong.empty();
  }

  /// A short answer that says what kind of thing happened and nothing else.
  public static void say(HttpExchange exchange, int status, String kind) throws IOException {
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

  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
