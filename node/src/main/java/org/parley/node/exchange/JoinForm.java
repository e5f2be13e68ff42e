package org.parley.node.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.couriers.relay.Capability;
import org.parley.exchange.NodeSettings;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.util.MultiValueMap;

/// The form by which a node joins the exchange, read; what cannot be taken is told beside its
/// field.
final class JoinForm {

  /// What it begins with.
  static final String LISTEN = "127.0.0.1:8471";

  private final Visit visit;
  private final MultiValueMap<String, String> fields;
  private final List<Problem> problems = new ArrayList<>();

  JoinForm(Visit visit, MultiValueMap<String, String> fields) {
    this.visit = visit;
    this.fields = fields;
  }

  List<Problem> problems() {
    return problems;
  }

  Optional<NodeSettings> read(Party state) {
    Optional<NodeId> node =
        need("node", text -> NodeId.parse(state + "/" + text), "page.wrong.node");
    List<OfficeKind> offices =
        fields.getOrDefault("offices", List.of()).stream()
            .flatMap(word -> OfficeKind.parse(word).stream())
            .distinct()
            .toList();
    if (offices.isEmpty()) {
      wrong("offices", "page.wrong.offices");
    }
    boolean byDoor = !text("listen").isEmpty();
    boolean byRelay = !text("relay").isEmpty();
    if (!byDoor && !byRelay) {
      wrong("listen", "page.wrong.ways");
    }
    Optional<NodeSettings.Door> door = byDoor ? door() : Optional.empty();
    Optional<NodeSettings.RelayBox> relay = byRelay ? relay() : Optional.empty();
    Optional<Tlp> ceiling = need("ceiling", Tlp::parse, "page.wrong.ceiling");
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NodeSettings(
            node.orElseThrow(),
            offices,
            new NodeSettings.Ways(door, relay, Optional.empty()),
            Ceiling.of(ceiling.orElseThrow()),
            fields.containsKey("second"),
            Optional.empty()));
  }

  private Optional<NodeSettings.Door> door() {
    Optional<String> listen =
        need(
            "listen",
            text ->
                Optional.of(text)
                    .filter(at ->
                        at.matches("[^\\s:]{1,253}:[0-9]{1,5}|\\[[0-9a-fA-F:]+\\]:[0-9]{1,5}"))
                    .filter(at -> port(at) > 0 && port(at) <= 65_535),
            "page.wrong.listen");
    String shown = text("address").isEmpty() ? "https://" + text("listen") : text("address");
    Optional<URI> address = https("address", shown);
    return listen.isEmpty() || address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NodeSettings.Door(
                listen.get().substring(0, listen.get().lastIndexOf(':')),
                port(listen.get()),
                address.get()));
  }

  private static int port(String at) {
    return Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
  }

  private Optional<NodeSettings.RelayBox> relay() {
    Optional<URI> address = https("relay", text("relay"));
    Optional<Octets> certificate = need("certificate", JoinForm::base64, "page.wrong.certificate");
    Optional<Capability> mailbox = need("mailbox", JoinForm::capability, "page.wrong.capability");
    Optional<Capability> collect = need("collect", JoinForm::capability, "page.wrong.capability");
    Optional<Capability> depositor =
        need("depositor", JoinForm::capability, "page.wrong.capability");
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

  private static Optional<Capability> capability(String text) {
    return text.matches("[0-9a-f]{32}") ? Optional.of(new Capability(text)) : Optional.empty();
  }

  private static Optional<Octets> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return bytes.length == 0 ? Optional.empty() : Optional.of(Octets.of(bytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<URI> https(String field, String text) {
    if (!text.matches("https://[A-Za-z0-9.\\[\\]:-]{1,255}/?")) {
      wrong(field, "page.wrong.https");
      return Optional.empty();
    }
    return Optional.of(URI.create(text));
  }

  private String text(String name) {
    String text = fields.getFirst(name);
    return text == null ? "" : text.strip();
  }

  private <T> Optional<T> need(String name, Function<String, Optional<T>> parse, String key) {
    Optional<T> value = parse.apply(text(name));
    if (value.isEmpty()) {
      wrong(name, key);
    }
    return value;
  }

  private void wrong(String field, String key) {
    problems.add(new Problem(field, visit.words().say(key), ""));
  }
}
