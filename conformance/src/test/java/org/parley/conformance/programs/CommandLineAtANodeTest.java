package org.parley.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Parley;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.Scope;
import org.parley.core.terms.Digest;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.casefile.AttachFile;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.node.ParleyNode;
import org.parley.node.incidents.Room;
import org.parley.node.web.Sites;
import org.springframework.context.ConfigurableApplicationContext;

/// `parley incident` against a real node on loopback.
class CommandLineAtANodeTest {

  private static final String OWNER_ONLY = "rw-------";
  private static final String REQUEST =
      """
      {"title": "Order service does not answer", "facts": {"usersAffected": 40000}}
      """;

  private static final String INCIDENT =
      """
      incident: 7a6f3c52-1f2b-4d55-8f0e-3d7f4c1b2a90
      realm: exercise:trial
      title: Order service does not answer
      revisions:
        - revision: 1
          aware: 2026-11-20T04:05:00Z
          facts:
            usersAffected: {from: 30000, to: 50000}
            availability: unavailable
      """;

  @TempDir private static Path folder;

  private static ConfigurableApplicationContext node;
  private static String address = "";

  private record Run(int status, String out, String err) {}

  @BeforeAll
  static void startNode() {
    node =
        ParleyNode.start(
            SettingsReader.read(
                    folder.resolve("data"),
                    Map.of(),
                    Map.of(SettingKey.LISTEN_PORT, "0", SettingKey.REALM, "exercise:trial"))
                .orThrow());
    node.getBean(OpenDoors.class).open().orThrow();
    address = "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  private static Account account(String login) {
    return node.getBean(Lodge.class)
        .people()
        .look(register -> register.withLogin(login))
        .orElseThrow();
  }

  private static Path token(String login) throws IOException {
    EnumSet<Scope> scopes = EnumSet.allOf(Scope.class);
    if (login.equals("operator")) {
      // Who only reports marks nothing afterwards, so no token of theirs can.
      scopes.remove(Scope.MARK_INCIDENTS);
    }
    KeepTokens.Wish wish = new KeepTokens.Wish("command line", scopes, 1);
    return file(
        "token-" + UUID.randomUUID(),
        node.getBean(KeepTokens.class).make(account(login).id(), wish).orThrow().token().text());
  }

  private static Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
    return file;
  }

  private static Run parley(String address, Path token, String... words) {
    List<String> all = new ArrayList<>(List.of("incident", words[0]));
    all.addAll(List.of("--node", address, "--token-file", token.toString()));
    all.addAll(List.of(words).subList(1, words.length));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Parley.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }

  @Test
  void anIncidentIsReportedListedShownAndRevised() throws IOException {
    Path token = token("operator");
    Path yaml = file("incident.yaml", INCIDENT);

    Run reported = parley(address, token, "report", "--tlp", "AMBER", yaml.toString());
    assertThat(reported.err()).isEmpty();
    String number = reported.out().replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
    Run list = parley(address, token, "list");
    Run lines = parley(address, token, "list", "--json", "--search", "order service");
    Run revised =
        parley(
            address,
            token,
            "revise",
            number,
            file("more.json", "{\"facts\": {\"recordsAffected\": 7}}").toString());
    Run shown = parley(address, token, "show", number);

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

  private static String reported(Path token) throws IOException {
    Path yaml = file("incident-" + UUID.randomUUID() + ".yaml", INCIDENT);
    Run reported = parley(address, token, "report", "--tlp", "AMBER", yaml.toString());
    assertThat(reported.status()).as(reported.err()).isZero();
    return reported.out().replaceAll("(?s).*\"incident\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void aFileIsAttachedListedAndFetchedOnceAnOfficerHasReleasedIt() throws IOException {
    Path token = token("csirt");
    String incident = reported(token);
    byte[] log = "--parley-\r\nline \u0000 two\n".getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("Журнал \"1\".log");
    Files.write(file, log);
    Path out = folder.resolve("fetched.log");
    String[] fetch = {"fetch", "--out", out.toString(), incident, "1"};

    Run attached = parley(address, token, "attach", "--words", "Log.", incident, file.toString());
    Run early = parley(address, token, fetch);
    Run list = parley(address, token, "files", incident);
    release(incident);
    Run fetched = parley(address, token, fetch);
    Run again = parley(address, token, fetch);
    Run lines = parley(address, token, "files", "--json", incident);

    assertThat(attached.status()).as(attached.err()).isZero();
    assertThat(attached.out()).contains("\"file\":1");
    assertThat(list.out()).contains("in quarantine").contains("Журнал");
    assertThat(early.status()).isEqualTo(65);
    assertThat(early.err()).contains("P1106");
    assertThat(fetched.status()).as(fetched.err()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(log);
    assertThat(fetched.out()).startsWith(Digest.of(log).hex());
    assertThat(again.status()).isEqualTo(73);
    assertThat(lines.out()).contains("\"custody\":\"released\"").contains("\"words\":\"Log.\"");
  }

  private static void release(String incident) {
    Room room = node.getBean(Room.class);
    new AttachFile(room.work())
        .release(
            node.getBean(Sites.class).now().realm(),
            CaseId.parse(incident).orElseThrow(),
            1,
            account("csirt").actor())
        .orThrow();
  }

  @Test
  void anIncidentAndOneOfItsFactsAreMarkedAndTheMarkingsTold() throws IOException {
    Path token = token("csirt");
    String incident = reported(token);

    Run whole = parley(address, token, "mark", "--tlp", "AMBER+STRICT", "--pap", "AMBER", incident);
    Run fact = parley(address, token, "mark", "--fact", "usersAffected", "--tlp", "RED", incident);
    Run told = parley(address, token, "mark", incident);
    Run none = parley(address, token, "mark", "--fact", "usersAffected", "--none", incident);
    Run after = parley(address, token, "mark", incident);

    for (Run each : List.of(whole, fact, told, none, after)) {
      assertThat(each.status()).as(each.err()).isZero();
    }
    assertThat(told.out())
        .contains("\"marking\":{\"tlp\":\"AMBER+STRICT\",\"pap\":\"AMBER\"}")
        .contains("\"fact\":\"usersAffected\"")
        .contains("{\"tlp\":\"RED\",\"pap\":\"AMBER\"}");
    assertThat(after.out()).doesNotContain("usersAffected");
  }

  @Test
  void optionsOfAMarkingThatDoNotGoTogetherAreTold() throws IOException {
    Path token = token("csirt");
    String[][] wrong = {
      {"mark", "--tlp", "ORANGE", "17"},
      {"mark", "--tlp", "RED", "--pap", "BLUE", "17"},
      {"mark", "--pap", "RED", "17"},
      {"mark", "--fact", "usersAffected", "17"},
      {"mark", "--none", "17"},
      {"mark", "--potential", "--tlp", "RED", "17"},
      {"mark", "--tlp", "RED", "--grade", "no-where!=SECRET", "17"},
    };

    for (String[] each : wrong) {
      Run run = parley(address, token, each);
      assertThat(run.status()).as(String.join(" ", each)).isEqualTo(64);
      assertThat(run.err()).contains("--");
    }
    Run missing = parley(address, token, "attach", "17", folder.resolve("none").toString());
    assertThat(missing.status()).isEqualTo(66);
  }

  @Test
  void aRequestThatIsRepeatedUnderItsKeyIsOneIncident() throws IOException {
    Path token = token("operator");
    String file = file("request.json", REQUEST).toString();
    String key = UUID.randomUUID().toString();

    Run once = parley(address, token, "report", "--tlp", "GREEN", "--key", key, file);
    Run again = parley(address, token, "report", "--tlp", "GREEN", "--key", key, file);

    assertThat(once.status()).as(once.err()).isZero();
    assertThat(again.out()).isEqualTo(once.out());
  }

  @Test
  void whatTheNodeRefusesIsToldWithItsCodesAndPlaces() throws IOException {
    Run refused =
        parley(address, token("operator"), "report", file("bare.json", REQUEST).toString());
    Run none = parley(address, token("operator"), "show", "4711");

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
            account("operator").id(),
            "over",
            EnumSet.allOf(Scope.class),
            new AccessToken.Life(
                now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)), Optional.empty()));
    node.getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(over);
          return true;
        });
    Path open = token("operator");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

    Run expired = parley(address, file("over", text), "list");
    Run readable = parley(address, open, "list");
    Run unknown = parley(address, file("unknown", "parley_unknown"), "list");

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
