package org.parley.cli.exchange;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A time-stamp authority whose tokens OpenSSL makes. */
final class OpensslAuthority implements AutoCloseable {

  private static final String SETTINGS =
      """
      [req]
      distinguished_name = name
      [name]
      [authority]
      basicConstraints = critical, CA:TRUE
      extendedKeyUsage = critical, timeStamping
      [tsa]
      default_tsa = stamps
      [stamps]
      serial = serial
      crypto_device = builtin
      signer_cert = authority.pem
      certs = authority.pem
      signer_key = authority.key
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      accuracy = secs:1
      ess_cert_id_alg = sha256
      """;

  private final Path folder;
  private final int port;
  private final HttpServer server;
  private final AtomicLong asked = new AtomicLong();

  OpensslAuthority(Path folder) throws IOException {
    this(folder, 0);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tsa.cnf"), SETTINGS);
    Files.writeString(folder.resolve("serial"), "01\n");
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "authority.key",
        "-out",
        "authority.pem",
        "-days",
        "30",
        "-subj",
        "/CN=An authority of the tests",
        "-config",
        "tsa.cnf",
        "-extensions",
        "authority");
    openssl("x509", "-in", "authority.pem", "-outform", "DER", "-out", "authority.der");
  }

  private OpensslAuthority(Path folder, int port) throws IOException {
    this.folder = folder;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    this.port = server.getAddress().getPort();
    server.createContext(
        "/tsr",
        exchange -> {
          asked.incrementAndGet();
          byte[] answer = answer(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  static boolean isThere() {
    return Files.isExecutable(Path.of("/usr/bin/openssl"));
  }

  /** The same authority, back at the same address. */
  OpensslAuthority again() throws IOException {
    return new OpensslAuthority(folder, port);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/tsr");
  }

  byte[] certificate() throws IOException {
    return Files.readAllBytes(folder.resolve("authority.der"));
  }

  long asked() {
    return asked.get();
  }

  /** A sound token over a text, in DER. */
  byte[] stamp(byte[] text) throws IOException {
    Files.write(folder.resolve("text"), text);
    openssl("ts", "-query", "-data", "text", "-sha256", "-cert", "-out", "own.tsq");
    answer(Files.readAllBytes(folder.resolve("own.tsq")));
    openssl("ts", "-reply", "-in", "answer.tsr", "-token_out", "-out", "own.tok");
    return Files.readAllBytes(folder.resolve("own.tok"));
  }

  private synchronized byte[] answer(byte[] query) throws IOException {
    Files.write(folder.resolve("query.tsq"), query);
    openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr");
    return Files.readAllBytes(folder.resolve("answer.tsr"));
  }

  private void openssl(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new UncheckedIOException(new IOException(command + ": " + said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
