package org.parley.node.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A program that reports incidents and notes on them, one request after the other, each under a
/// key of its own, until the node is gone. It keeps what the node acknowledged and what it was
/// asking when no answer came.
final class Writer implements Runnable {

  static final String ALL = "/api/v1/incidents";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final String token;
  private final String name;
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private Optional<Asked> open = Optional.empty();
  private String address = "";
  private volatile boolean stopped;
  private int asked;

  /// A request.
  ///
  /// @param words what the node keeps of it, and nothing else has
  /// @param headers beside those that each request has
  record Asked(String path, String body, String words, Map<String, String> headers) {}

  /// @param answer the body of the answer
  record Acknowledged(Asked asked, String answer) {}

  Writer(String token, String name) {
    this.token = token;
    this.name = name;
  }

  /// What was acknowledged so far, in order.
  synchronized List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /// The request that was under way when the node went.
  synchronized Optional<Asked> open() {
    return open;
  }

  void at(String where) {
    this.address = where;
    this.stopped = false;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!stopped) {
        HttpResponse<String> reported = say(client, report());
        if (reported.statusCode() != 201) {
          throw new IllegalStateException(reported.statusCode() + " " + reported.body());
        }
        HttpResponse<String> noted = say(client, note(reported));
        if (noted.statusCode() != 200) {
          throw new IllegalStateException(noted.statusCode() + " " + noted.body());
        }
      }
    } catch (IOException _) {
      // The node is gone: that is what this is about.
    }
  }

  private Asked report() {
    String words = "incident-" + name + "-" + ++asked + "-";
    String body =
        """
        {"title": "%s", "marking": {"tlp": "AMBER"}, "facts": {"usersAffected": %d}}
        """
            .formatted(words, asked);
    return new Asked(ALL, body, words, Map.of("Idempotency-Key", words));
  }

  private Asked note(HttpResponse<String> reported) {
    String words = "note-" + name + "-" + ++asked + "-";
    return new Asked(
        reported.headers().firstValue("Location").orElseThrow() + "/notes",
        "{\"words\": \"" + words + "\"}",
        words,
        Map.of(
            "Idempotency-Key",
            words,
            "If-Match",
            reported.headers().firstValue("ETag").orElseThrow()));
  }

  private HttpResponse<String> say(HttpClient client, Asked what) throws IOException {
    synchronized (this) {
      open = Optional.of(what);
    }
    HttpResponse<String> answer = send(client, what);
    synchronized (this) {
      if (answer.statusCode() < 300) {
        acknowledged.add(new Acknowledged(what, answer.body()));
      }
      open = Optional.empty();
    }
    return answer;
  }

  /// Asks once more for what may or may not have been done, in the same words and under the same
  /// key; from then on it is acknowledged.
  HttpResponse<String> sayAgain(HttpClient client) throws IOException {
    return say(client, open().orElseThrow());
  }

  HttpResponse<String> send(HttpClient client, Asked what) throws IOException {
    HttpRequest.Builder request =
        request(what.path())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(what.body()));
    what.headers().forEach(request::header);
    return send(client, request);
  }

  /// The incidents that the node lists for this program: how often each title is there.
  Map<String, Integer> titles(HttpClient client) throws IOException {
    Map<String, Integer> titles = new LinkedHashMap<>();
    String next = "";
    do {
      String cursor = next.isEmpty() ? "" : "&cursor=" + next;
      var page = JSON.readTree(get(client, ALL + "?limit=200" + cursor).body());
      page.get("incidents")
          .forEach(each -> titles.merge(each.get("title").asString(), 1, Integer::sum));
      next = page.has("next") ? page.get("next").asString() : "";
    } while (!next.isEmpty());
    return titles;
  }

  HttpResponse<String> get(HttpClient client, String path) throws IOException {
    return send(client, request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
