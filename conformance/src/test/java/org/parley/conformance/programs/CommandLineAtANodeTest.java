package org.parley.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.conformance.programs.CommandLineNode.Run;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Scope;
import org.parley.core.terms.Digest;
import org.parley.duties.people.Lodge;

/// `parley incident` against a real node on loopback.
class CommandLineAtANodeTest {

  private static final String REQUEST =
      """
      {"title": "Order service does not answer", "facts": {"usersAffected": 40000}}
      """;

  @TempDir private static Path folder;

  private static CommandLineNode there;

  @BeforeAll
  static void startNode() {
    there = CommandLineNode.start(folder);
  }

  @AfterAll
  static void stopNode() {
    there.close();
  }

  private static Path token(String login) throws IOException {
    return there.token(login);
  }

  private static Path file(String name, String content) throws IOException {
    return there.file(name, content);
  }

  private static Run parley(String address, Path token, String... words) {
    return CommandLineNode.parley(address, token, words);
  }

  @Test
  void anIncidentIsReportedListedShownAndRevised() throws IOException {
    Path token = token("operator");
    Path yaml = file("incident.yaml", CommandLineNode.INCIDENT);

    Run reported = parley(there.address(), token, "report", "--tlp", "AMBER", yaml.toString());
    assertThat(reported.err()).isEmpty();
    String number = reported.out().replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
    Run list = parley(there.address(), token, "list");
    Run lines = parley(there.address(), token, "list", "--json", "--search", "order service");
    Run revised =
        parley(
            there.address(),
            token,
            "revise",
            number,
            file("more.json", "{\"facts\": {\"recordsAffected\": 7}}").toString());
    Run shown = parley(there.address(), token, "show", number);

    assertThat(list.out()).contains(number).contains("Order service does not answer");
    assertThat(lines.out()).contains("\"number\":\"" + number + "\"");
    assertThat(revised.err()).isEmpty();
    assertThat(shown.out())
        .contains("\"tlp\":\"AMBER\"")
        .contains("\"from\":\"30000\"")
        .contains("recordsAffected");
    for (Run each : List.of(reported, list, lines, revised, shown)) {
      assertThat(each.status()).as(each.err()).isZero();
      assertThat(each.out() + each.err()).doesNotContain(Files.readString(token));
    }
  }

  @Test
  void aRequestThatIsRepeatedUnderItsKeyIsOneIncident() throws IOException {
    Path token = token("operator");
    String file = file("request.json", REQUEST).toString();
    String key = UUID.randomUUID().toString();

    Run once = parley(there.address(), token, "report", "--tlp", "GREEN", "--key", key, file);
    Run again = parley(there.address(), token, "report", "--tlp", "GREEN", "--key", key, file);

    assertThat(once.status()).as(once.err()).isZero();
    assertThat(again.out()).isEqualTo(once.out());
  }

  @Test
  void whatTheNodeRefusesIsToldWithItsCodesAndPlaces() throws IOException {
    Run refused =
        parley(there.address(), token("operator"), "report", file("bare.json", REQUEST).toString());
    Run none = parley(there.address(), token("operator"), "show", "4711");

    assertThat(refused.status()).isEqualTo(65);
    assertThat(refused.err()).contains("P110").contains("marking");
    assertThat(none.status()).isEqualTo(65);
    assertThat(none.err()).contains("P1106");
  }

  @Test
  void aTokenThatRanOutAndOneThatOthersCanReadAreTold() throws IOException {
    String text = "parley_over";
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    AccessToken over =
        new AccessToken(
            UUID.randomUUID(),
            Digest.of(text.getBytes(StandardCharsets.UTF_8)),
            there.account("operator").id(),
            "over",
            EnumSet.allOf(Scope.class),
            new AccessToken.Life(
                now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)), Optional.empty()));
    there
        .node()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(over);
          return true;
        });
    Path open = token("operator");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

    Run expired = parley(there.address(), file("over", text), "list");
    Run readable = parley(there.address(), open, "list");
    Run unknown = parley(there.address(), file("unknown", "parley_unknown"), "list");

    assertThat(expired.status()).isEqualTo(66);
    assertThat(expired.err()).contains("P1103").contains("ran out");
    assertThat(unknown.err()).contains("P1102");
    assertThat(readable.status()).isEqualTo(66);
    assertThat(readable.err()).contains("P1116").contains("chmod 600");
    assertThat(expired.err() + unknown.err()).doesNotContain(text).doesNotContain("parley_unknown");
  }

  @Test
  void aNodeThatIsAwayIsToldAndHowToRepeatWithoutDoingItTwice() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String away = "http://127.0.0.1:" + free;

    Run list = parley(away, token("operator"), "list");
    Run report =
        parley(
            away,
            token("operator"),
            "report",
            "--key",
            "my-key",
            file("away.json", REQUEST).toString());
    Run plain = parley("http://parley.example", token("operator"), "list");

    assertThat(list.status()).isEqualTo(69);
    assertThat(list.err()).contains("P1114").contains("nothing answers");
    assertThat(report.err()).contains("--key my-key");
    assertThat(plain.status()).isEqualTo(64);
    assertThat(plain.err()).contains("https://");
  }

  @Test
  void aCertificateThatNobodyTrustsIsToldUntilItsAuthorityIsNamed() throws Exception {
    Path store = folder.resolve("server.p12");
    Path certificate = folder.resolve("server.pem");
    makeCertificate(store, certificate);
    HttpServer server = server(store);
    try {
      String there = "https://localhost:" + server.getAddress().getPort();

      Run untrusted = parley(there, token("operator"), "list");
      Run trusted = parley(there, token("operator"), "list", "--ca", certificate.toString());

      assertThat(untrusted.status()).isEqualTo(65);
      assertThat(untrusted.err()).contains("P1115").contains("--ca");
      assertThat(trusted.status()).as(trusted.err()).isZero();
    } finally {
      server.stop(0);
    }
  }

  private static void makeCertificate(Path store, Path certificate) throws Exception {
    keytool(
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-storepass",
        "password",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(
        "-exportcert",
        "-keystore",
        store.toString(),
        "-storepass",
        "password",
        "-alias",
        "server",
        "-rfc",
        "-file",
        certificate.toString());
  }

  private static HttpServer server(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "password".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"incidents\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void keytool(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(words));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
