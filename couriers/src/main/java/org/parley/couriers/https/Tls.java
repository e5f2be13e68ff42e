package org.parley.couriers.https;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.parley.core.terms.Octets;

/// The one way TLS is set up here: version 1.3, nothing older.
public final class Tls {

  private static final String VERSION = "TLSv1.3";
  private static final int BACKLOG = 64;

  static {
    // The platform's server waits for ever unless told otherwise before it is first used: a peer
    // that sends one byte a second would hold its connection for good.
    limit("sun.net.httpserver.maxReqTime", "120");
    limit("sun.net.httpserver.maxRspTime", "120");
    limit("sun.net.httpserver.maxReqHeaders", "50");
    limit("jdk.httpserver.maxConnections", "512");
    limit("sun.net.httpserver.nodelay", "true");
  }

  private Tls() {}

  private static void limit(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /// For a client that shows `ours`, or nothing, and accepts only certificates that are known.
  public static SSLContext client(@Nullable TlsIdentity ours, Predicate<Octets> known) {
    return context(ours, known);
  }

  /// A server, not started yet, that speaks only with clients whose certificate is known.
  public static HttpsServer server(
      InetSocketAddress at, TlsIdentity ours, Predicate<Octets> knownClients) throws IOException {
    return server(at, context(ours, knownClients), true);
  }

  /// A server, not started yet, that asks its clients for no certificate.
  public static HttpsServer openServer(InetSocketAddress at, TlsIdentity ours) throws IOException {
    return server(at, context(ours, client -> false), false);
  }

  private static HttpsServer server(InetSocketAddress at, SSLContext context, boolean mutual)
      throws IOException {
    HttpsServer server = HttpsServer.create(at, BACKLOG);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = parameters();
            tls.setNeedClientAuth(mutual);
            parameters.setSSLParameters(tls);
          }
        });
    return server;
  }

  public static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {VERSION});
    return parameters;
  }

  private static SSLContext context(@Nullable TlsIdentity ours, Predicate<Octets> known) {
    try {
      SSLContext context = SSLContext.getInstance(VERSION);
      context.init(
          ours == null ? new KeyManager[0] : keyManagers(ours),
          new TrustManager[] {new Pinned(known)},
          null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("every Java platform speaks TLS 1.3", broken);
    }
  }

  private static KeyManager[] keyManagers(TlsIdentity ours)
      throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "ours",
        ours.key(),
        new char[0],
        Stream.concat(Stream.of(ours.certificate()), ours.before().stream())
            .toArray(Certificate[]::new));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, new char[0]);
    return factory.getKeyManagers();
  }
}
