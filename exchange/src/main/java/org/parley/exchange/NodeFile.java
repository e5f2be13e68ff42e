package org.parley.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.couriers.mail.MailServer;
import org.parley.couriers.relay.Capability;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads and writes `node.yaml`. All mistakes are told together, each with its place.
public final class NodeFile {

  static final String NAME = "node.yaml";

  private final Issues issues = new Issues();

  private NodeFile() {}

  public static Checked<NodeSettings> read(byte[] bytes) {
    NodeFile file = new NodeFile();
    Optional<NodeSettings> settings =
        Trees.readYaml(bytes, NAME, Limits.DOCUMENT, file.issues)
            .flatMap(tree -> file.settings(Fields.of(tree, "the node", file.issues)));
    return settings.isPresent() && !file.issues.hasErrors()
        ? new Checked.Sound<>(settings.get(), file.issues.list())
        : new Checked.Refused<>(file.issues.list());
  }

  private Optional<NodeSettings> settings(Fields fields) {
    Optional<NodeId> node =
        parsed(fields.needText("node"), NodeId::parse, "a node such as XA/csirt");
    List<OfficeKind> offices = new ArrayList<>();
    for (Tree each : fields.needList("offices").orElse(List.of())) {
      parsed(
              Fields.text(each, "an office", issues),
              OfficeKind::parse,
              "technical, policy or secretariat")
          .ifPresent(offices::add);
    }
    Optional<NodeSettings.Door> door = fields.map("door").flatMap(this::door);
    Optional<NodeSettings.RelayBox> relay = fields.map("relay").flatMap(this::relay);
    Optional<NodeSettings.MailBox> mail = fields.map("mail").flatMap(this::mail);
    Optional<Tlp> ceiling =
        parsed(fields.needText("ceiling"), Tlp::parse, "a level such as AMBER+STRICT");
    TreeSet<SecrecyGrade> grades = grades(fields);
    Optional<Boolean> second =
        parsed(fields.needText("second-person"), NodeFile::yesNo, "yes or no");
    Optional<String> database = fields.text("database").map(Tree.Text::text);
    List<NodeSettings.Stamper> stampers = stampers(fields);
    Optional<NodeSettings.TokenSlot> token = fields.map("token").flatMap(this::token);
    fields.end();
    return node.isEmpty() || ceiling.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NodeSettings(
                node.get(),
                offices,
                new NodeSettings.Ways(door, relay, mail),
                new Ceiling(ceiling.get(), grades, Set.of()),
                second.get(),
                new NodeSettings.Outside(database, stampers, token)));
  }

  private TreeSet<SecrecyGrade> grades(Fields fields) {
    TreeSet<SecrecyGrade> grades = new TreeSet<>();
    for (Tree each : fields.list("grades").orElse(List.of())) {
      parsed(
              Fields.text(each, "a secrecy grade", issues),
              SecrecyGrade::parse,
              "a State's code and its words, such as XA RESTRICTED")
          .ifPresent(grades::add);
    }
    return grades;
  }

  private List<NodeSettings.Stamper> stampers(Fields fields) {
    List<NodeSettings.Stamper> all = new ArrayList<>();
    for (Tree each : fields.list("time-stamps").orElse(List.of())) {
      Fields one = Fields.of(each, "a time-stamp authority", issues);
      Optional<URI> address =
          parsed(one.needText("address"), NodeFile::web, "an http or https address");
      Optional<Octets> certificate =
          parsed(one.needText("certificate"), NodeFile::base64, "a certificate in Base64");
      one.end();
      address
          .flatMap(at -> certificate.map(by -> new NodeSettings.Stamper(at, by)))
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<NodeSettings.TokenSlot> token(Fields fields) {
    Optional<Path> library = parsed(fields.needText("library"), NodeFile::file, "a full path");
    Optional<Integer> slot =
        parsed(fields.needText("slot"), NodeFile::slot, "a number from 0 to 999");
    Optional<Path> pin = parsed(fields.needText("pin-file"), NodeFile::file, "a full path");
    fields.end();
    return library.isEmpty() || slot.isEmpty() || pin.isEmpty()
        ? Optional.empty()
        : Optional.of(new NodeSettings.TokenSlot(library.get(), slot.get(), pin.get()));
  }

  private static Optional<Path> file(String text) {
    return text.matches("/[^\\x00-\\x1f\"]{1,1000}")
        ? Optional.of(Path.of(text))
        : Optional.empty();
  }

  private static Optional<Integer> slot(String text) {
    return text.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private Optional<NodeSettings.Door> door(Fields fields) {
    Optional<Tree.Text> listen = fields.needText("listen");
    Optional<URI> address = parsed(fields.needText("address"), NodeFile::https, "an https address");
    fields.end();
    Optional<String[]> at = parsed(listen, NodeFile::hostAndPort, "host:port");
    return at.isEmpty() || address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NodeSettings.Door(at.get()[0], Integer.parseInt(at.get()[1]), address.get()));
  }

  private Optional<NodeSettings.MailBox> mail(Fields fields) {
    Optional<String> address =
        parsed(fields.needText("address"), NodeFile::mailAddress, "a mail address");
    Optional<String> user = fields.needText("user").map(Tree.Text::text);
    Optional<String> password = fields.needText("password").map(Tree.Text::text);
    Optional<String[]> smtp =
        parsed(
            fields.needText("smtp"), NodeFile::hostAndPort, "host:port of the server to send by");
    Optional<String[]> imap =
        parsed(fields.needText("imap"), NodeFile::hostAndPort, "host:port of the mailbox");
    boolean plain =
        fields.has("tls")
            && parsed(fields.needText("tls"), NodeFile::yesNo, "yes or no")
                .equals(Optional.of(false));
    fields.end();
    if (address.isEmpty()
        || user.isEmpty()
        || password.isEmpty()
        || smtp.isEmpty()
        || imap.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new NodeSettings.MailBox(
              address.get(),
              server(smtp.get(), !plain, user.get(), password.get()),
              server(imap.get(), !plain, user.get(), password.get())));
    } catch (IllegalArgumentException why) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), String.valueOf(why.getMessage()));
      return Optional.empty();
    }
  }

  private static MailServer server(String[] at, boolean secured, String user, String password) {
    return new MailServer(at[0], Integer.parseInt(at[1]), secured, user, password);
  }

  private static Optional<String> mailAddress(String text) {
    return text.matches("[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,190}")
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<NodeSettings.RelayBox> relay(Fields fields) {
    Optional<URI> address = parsed(fields.needText("address"), NodeFile::https, "an https address");
    Optional<Octets> certificate =
        parsed(
            fields.needText("certificate"),
            NodeFile::base64,
            "a certificate in Base64, as the relay prints it");
    Optional<Capability> mailbox = capability(fields, "mailbox");
    Optional<Capability> collect = capability(fields, "collect");
    Optional<Capability> depositor = capability(fields, "depositor");
    fields.end();
    return address.isEmpty()
            || certificate.isEmpty()
            || mailbox.isEmpty()
            || collect.isEmpty()
            || depositor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NodeSettings.RelayBox(
                address.get(), certificate.get(), mailbox.get(), collect.get(), depositor.get()));
  }

  private Optional<Capability> capability(Fields fields, String key) {
    return parsed(
        fields.needText(key), NodeFile::capability, "a key of 32 digits, as the relay prints it");
  }

  private static Optional<Capability> capability(String text) {
    return text.matches("[0-9a-f]{32}") ? Optional.of(new Capability(text)) : Optional.empty();
  }

  private static Optional<Octets> base64(String text) {
    try {
      return Optional.of(Octets.of(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> yesNo(String word) {
    return switch (word) {
      case "yes", "true" -> Optional.of(true);
      case "no", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<URI> web(String text) {
    return text.matches("https?://[^\\s/]{1,255}(/[^\\s]{0,255})?")
        ? Optional.of(URI.create(text))
        : Optional.empty();
  }

  private static Optional<URI> https(String text) {
    return text.matches("https://[^\\s/]{1,255}/?")
        ? Optional.of(URI.create(text))
        : Optional.empty();
  }

  private static Optional<String[]> hostAndPort(String text) {
    int colon = text.lastIndexOf(':');
    boolean sound =
        colon > 0
            && text.substring(colon + 1).matches("[0-9]{1,5}")
            && Integer.parseInt(text.substring(colon + 1)) <= 65_535;
    return sound
        ? Optional.of(new String[] {text.substring(0, colon), text.substring(colon + 1)})
        : Optional.empty();
  }

  private <T> Optional<T> parsed(
      Optional<Tree.Text> text, Function<String, Optional<T>> parse, String wanted) {
    Optional<T> value = text.map(Tree.Text::text).flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          text.get().place(),
          "\"%s\" is not %s".formatted(text.get().text(), wanted));
    }
    return value;
  }

  public static String write(NodeSettings settings) {
    StringBuilder out =
        new StringBuilder("# This node of the exchange. All mistakes are told when it starts.\n");
    out.append("node: ").append(settings.node()).append('\n');
    out.append("offices: [")
        .append(String.join(", ", settings.offices().stream().map(OfficeKind::word).toList()))
        .append("]\n");
    settings
        .door()
        .ifPresent(door ->
            out.append("door:\n  listen: \"")
                .append(door.host())
                .append(':')
                .append(door.port())
                .append("\"\n  address: \"")
                .append(door.address())
                .append("\"\n"));
    settings.relay().ifPresent(relay -> write(out, relay));
    settings.mail().ifPresent(mail -> write(out, mail));
    out.append("# The strictest level that this node may hold; stricter statements are refused.\n");
    out.append("ceiling: ").append(settings.ceiling().most().word()).append('\n');
    if (!settings.ceiling().grades().isEmpty()) {
      out.append("# The secrecy grades that it may hold, with their States.\ngrades:\n");
      new TreeSet<>(settings.ceiling().grades())
          .forEach(grade -> out.append("  - ").append(quoted(grade.toString())).append('\n'));
    }
    out.append("# Whether another person than the author must clear a statement.\n");
    out.append("second-person: ").append(settings.secondPerson() ? "yes" : "no").append('\n');
    settings.database().ifPresent(url -> out.append("database: \"").append(url).append("\"\n"));
    write(out, settings.stampers());
    settings.token().ifPresent(token -> write(out, token));
    return out.toString();
  }

  private static void write(StringBuilder out, NodeSettings.TokenSlot token) {
    out.append("# The token that holds the identity key.\ntoken:\n");
    out.append("  library: ").append(quoted(token.library().toString())).append('\n');
    out.append("  slot: \"").append(token.slot()).append("\"\n");
    out.append("  pin-file: ").append(quoted(token.pinFile().toString())).append('\n');
  }

  private static void write(StringBuilder out, List<NodeSettings.Stamper> stampers) {
    if (stampers.isEmpty()) {
      return;
    }
    out.append(
        "# Who stamps the checkpoints of the log: a digest goes there, a token comes back.\n");
    out.append("time-stamps:\n");
    for (NodeSettings.Stamper each : stampers) {
      out.append("  - address: \"")
          .append(each.address())
          .append("\"\n    certificate: \"")
          .append(Base64.getEncoder().encodeToString(each.certificate().toArray()))
          .append("\"\n");
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void write(StringBuilder out, NodeSettings.MailBox mail) {
    out.append("mail:\n  address: \"").append(mail.address()).append("\"\n");
    out.append("  user: \"").append(mail.smtp().user()).append("\"\n");
    out.append("  password: \"").append(mail.smtp().password()).append("\"\n");
    for (Map.Entry<String, MailServer> each :
        Map.of("smtp", mail.smtp(), "imap", mail.imap()).entrySet()) {
      out.append("  ").append(each.getKey()).append(": \"").append(each.getValue().host());
      out.append(':').append(each.getValue().port()).append("\"\n");
    }
    out.append("  tls: \"").append(mail.smtp().secured() ? "yes" : "no").append("\"\n");
  }

  private static void write(StringBuilder out, NodeSettings.RelayBox relay) {
    String certificate = Base64.getEncoder().encodeToString(relay.certificate().toArray());
    out.append("# Keep this file to yourself: the keys below open the mailbox.\n");
    out.append("relay:\n  address: \"").append(relay.address()).append("\"\n");
    out.append("  certificate: \"").append(certificate).append("\"\n");
    out.append("  mailbox: \"").append(relay.mailbox().hex()).append("\"\n");
    out.append("  collect: \"").append(relay.collect().hex()).append("\"\n");
    out.append("  depositor: \"").append(relay.depositor().hex()).append("\"\n");
  }
}
