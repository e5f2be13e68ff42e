package org.parley.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of a browser as the measurement needs.
final class Visitor {

  private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int OK = 200;

  private final URI node;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Visitor(String node) {
    this.node = URI.create(node);
  }

  /// What so many requests took.
  ///
  /// @param millis in rising order
  record Taken(double[] millis, int bytes) {

    /// What this share of the requests did not exceed, in milliseconds.
    double atMost(double share) {
      return millis[Math.min(millis.length - 1, (int) (millis.length * share))];
    }
  }

  void walkIn(String door) throws IOException, InterruptedException {
    Matcher mark = MARK.matcher(get(door));
    if (!mark.find()) {
      throw new IllegalStateException("the door has no form");
    }
    String form = "_csrf=" + URLEncoder.encode(mark.group(1), StandardCharsets.UTF_8);
    send(
        HttpRequest.newBuilder(node.resolve(door))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(node.resolve(path)));
  }

  /// Asks for a page often enough that it is warm, then so many times again.
  Taken measure(String path, int rounds) throws IOException, InterruptedException {
    double[] millis = new double[rounds];
    int bytes = 0;
    for (int round = -rounds / 2; round < rounds; round++) {
      long begun = System.nanoTime();
      String page = get(path);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - begun) / 1e6;
      }
      bytes = page.getBytes(StandardCharsets.UTF_8).length;
    }
    Arrays.sort(millis);
    return new Taken(millis, bytes);
  }

  /// Anything but a page is no measurement.
  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
