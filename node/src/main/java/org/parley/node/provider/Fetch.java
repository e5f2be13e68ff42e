package org.parley.node.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.parley.desk.settings.Provider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/// How the provider is asked: by https, within seconds, no redirect followed, and no more read than
/// such an answer has.
final class Fetch implements ClientHttpRequestInterceptor {

  /// The largest answer that is read, in bytes; key sets of large providers have some ten thousand.
  static final int MOST = 256 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private final boolean exercise;

  Fetch(boolean exercise) {
    this.exercise = exercise;
  }

  static ClientHttpRequestFactory connections() {
    JdkClientHttpRequestFactory connections =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    connections.setReadTimeout(ANSWER);
    return connections;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (!Provider.mayBeAsked(request.getURI(), exercise)) {
      throw new IOException("the provider names an address without https");
    }
    return new Bounded(execution.execute(request, body));
  }

  private record Bounded(ClientHttpResponse answer) implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return answer.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new BoundedStream(answer.getBody());
    }

    @Override
    public void close() {
      answer.close();
    }
  }

  private static final class BoundedStream extends FilterInputStream {
    private int left = MOST;

    BoundedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long octets) throws IOException {
      long skipped = in.skip(Math.min(octets, MOST));
      count((int) skipped);
      return skipped;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("the answer has more than " + MOST + " bytes");
      }
    }
  }
}
