package org.parley.conformance.programs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.cli.Parley;
import org.parley.core.people.Account;
import org.parley.core.people.Scope;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.node.ParleyNode;
import org.springframework.context.ConfigurableApplicationContext;

/// A real node on loopback with the people of an exercise, and the command line asking it.
///
/// @param folder for the node's files and those of the commands
record CommandLineNode(Path folder, ConfigurableApplicationContext node, String address)
    implements AutoCloseable {

  private static final String OWNER_ONLY = "rw-------";

  static final String INCIDENT =
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

  /// What came of a command.
  record Run(int status, String out, String err) {}

  static CommandLineNode start(Path folder) {
    ConfigurableApplicationContext node =
        ParleyNode.start(
            SettingsReader.read(
                    folder.resolve("data"),
                    Map.of(),
                    Map.of(SettingKey.LISTEN_PORT, "0", SettingKey.REALM, "exercise:trial"))
                .orThrow());
    node.getBean(OpenDoors.class).open().orThrow();
    return new CommandLineNode(
        folder, node, "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    node.close();
  }

  Account account(String login) {
    return node.getBean(Lodge.class)
        .people()
        .look(register -> register.withLogin(login))
        .orElseThrow();
  }

  Path token(String login) throws IOException {
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

  Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
    return file;
  }

  static Run parley(String address, Path token, String... words) {
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
}
