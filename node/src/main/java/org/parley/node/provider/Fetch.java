package org.parley.node.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

  /// @param authorities who vouch for the provider's address; those of the machine where there are
  ///   none
  static ClientHttpRequestFactory connections(List<X509Certificate> authorities) {
    HttpClient.Builder client =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
    if (!authorities.isEmpty()) {
      client.sslContext(trusting(authorities));
    }
    JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(client.build());
    connections.setReadTimeout(ANSWER);
    return connections;
  }

  /// Only what these authorities have signed; the name in the certificate is compared as ever.
  private static SSLContext trusting(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int at = 0; at < authorities.size(); at++) {
        store.setCertificateEntry("authority-" + at, authorities.get(at));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException none) {
      throw new IllegalStateException("every Java platform has TLS", none);
    }
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
