package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.cli.Parley;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.RelayProgram;
import picocli.CommandLine;

/** Folders of real nodes below one folder, and the real command line over them. */
final class TwoNodes {
  static final String NOTICE =
      """
      format: C3
      from: technical
      to: [XB/technical]
      marking: TLP:AMBER
      items:
        1: XA-2026-17
        2: "2026-11-22T01:10:00Z"
        3: {absent: not-known-yet}
        4: Control systems of two substations do not answer
        5: NIL
        6: Electricity
        7: Energy
        8: NIL
        9: steady
        10: Lines switched by hand
        11: look
        13: NIL
      """;

  private final Path folder;

  TwoNodes(Path folder) {
    this.folder = folder;
  }

  record Said(int status, String out, String err) {}

  /** A relay's certificate as it prints it. */
  static String printed(TlsIdentity relay) {
    return Base64.getEncoder().encodeToString(relay.certificateOctets().toArray());
  }

  /** A mailbox and an account at the relay, written into the node's settings. */
  void useRelay(String name, int port, String certificate, Path depot) throws IOException {
    Map<String, String> keys = new HashMap<>();
    for (String what : List.of("mailbox", "depositor")) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try {
        RelayProgram.run(new String[] {what, depot.toString()}, new PrintStream(said));
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      said.toString(StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .forEach(words -> keys.put(words[0], words[1]));
    }
    Files.writeString(
        folder.resolve(name).resolve("node.yaml"),
        """
        relay:
          address: "https://127.0.0.1:%d"
          certificate: "%s"
          mailbox: "%s"
          collect: "%s"
          depositor: "%s"
        """
            .formatted(
                port, certificate, keys.get("mailbox"), keys.get("collect"), keys.get("depositor")),
        StandardOpenOption.APPEND);
  }

  void node(String name, String id, String listen) {
    node(name, id, listen, "technical");
  }

  void node(String name, String id, String listen, String office) {
    Said made =
        parley("init", "--node", at(name), "--id", id, "--listen", listen, "--offices", office);
    assertThat(made.status()).as(made.err()).isZero();
  }

  /** Writes a card; the fingerprint as it is read out. */
  String card(String name) {
    Said card =
        parley("card", "--node", at(name), "--out", folder.resolve(name + ".card").toString());
    return card.out().lines().toList().get(1);
  }

  void introduce(String to, String whom) {
    String fingerprint = card(whom);
    Said taken =
        parley(
            "introduce",
            "--node",
            at(to),
            folder.resolve(whom + ".card").toString(),
            "--fingerprint",
            fingerprint);
    assertThat(taken.out()).as(taken.err()).contains("is in the directory");
  }

  String at(String name) {
    return folder.resolve(name).toString();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A command of `parley exchange`. */
  Said parley(String... words) {
    return say("exchange", words);
  }

  /** What is done about the network of a node. */
  Said network(String name, String deed, String... words) {
    List<String> all = new ArrayList<>(List.of(deed, "--node", at(name)));
    all.addAll(List.of(words));
    return say("network", all.toArray(String[]::new));
  }

  private static Said say(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(words));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Parley.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int status = line.execute(all.toArray(String[]::new));
    return new Said(status, out.toString(), err.toString());
  }
}
