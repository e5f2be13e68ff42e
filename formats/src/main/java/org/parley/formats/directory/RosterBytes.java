package org.parley.formats.directory;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// A link of a roster as bytes, there and back.
public final class RosterBytes {

  private static final String KIND = "roster-entry/1";

  private RosterBytes() {}

  public static Octets write(RosterEntry entry) {
    return Lines.document(
        KIND,
        out -> {
          out.text("network", entry.network());
          out.text("realm", entry.realm().word());
          out.number("number", entry.number());
          out.text("previous", entry.previous());
          out.text("at", entry.at());
          out.text("reference", entry.reference());
          change(out, entry.change());
        });
  }

  private static void change(Lines out, RosterChange change) {
    switch (change) {
      case RosterChange.OfNode of -> {
        out.text("node", of.node());
        ofNode(out, of);
      }
      case RosterChange.Amend(Charter charter, _) -> {
        out.text("change", "amend");
        out.text("charter", Lines.base64(CharterBytes.write(charter)));
      }
    }
  }

  private static void ofNode(Lines out, RosterChange.OfNode change) {
    switch (change) {
      case RosterChange.Add(_, RosterChange.Role role, Digest certificates) -> {
        out.text("change", "add");
        out.text("role", role.word());
        out.text("certificates", certificates);
      }
      case RosterChange.Remove _ -> out.text("change", "remove");
      case RosterChange.ChangeRole(_, RosterChange.Role role) -> {
        out.text("change", "role");
        out.text("role", role.word());
      }
      case RosterChange.Rekey(_, Digest certificates) -> {
        out.text("change", "rekey");
        out.text("certificates", certificates);
      }
    }
  }

  public static Checked<RosterEntry> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<RosterEntry> entry = Part.document(bytes, KIND, issues).flatMap(RosterBytes::entry);
    return entry.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(entry.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private static Optional<RosterEntry> entry(Part part) {
    Optional<String> network = part.text("network");
    Optional<Realm> realm = part.parsed("realm", "real or exercise:NAME", Realm::parse);
    Optional<Long> number = part.number("number");
    Optional<Digest> previous = part.digest("previous");
    Optional<Instant> at = part.instant("at");
    Optional<String> reference = part.text("reference");
    Optional<RosterChange> change =
        part.text("change")
            .flatMap(word ->
                word.equals("amend")
                    ? part.parsed("charter", "a charter in Base64", RosterBytes::amend)
                    : part.parsed("node", "a node such as XA/csirt", NodeId::parse)
                        .flatMap(node -> ofNode(part, word, node)));
    part.fields().end();
    return network.isEmpty()
            || realm.isEmpty()
            || number.isEmpty()
            || previous.isEmpty()
            || at.isEmpty()
            || reference.isEmpty()
            || change.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RosterEntry(
                network.get(),
                realm.get(),
                number.get(),
                previous.get(),
                at.get(),
                change.get(),
                reference.get()));
  }

  /// Only in the form in which we write it, so that a charter has one digest.
  private static Optional<RosterChange> amend(String text) {
    return Part.base64(text)
        .flatMap(bytes ->
            CharterBytes.read(bytes) instanceof Checked.Sound<Charter>(Charter charter, _)
                    && CharterBytes.write(charter).equals(bytes)
                ? Optional.of(new RosterChange.Amend(charter, bytes.digest()))
                : Optional.empty());
  }

  private static Optional<RosterChange> ofNode(Part part, String word, NodeId node) {
    return switch (word) {
      case "add" ->
          role(part)
              .flatMap(role ->
                  part.digest("certificates")
                      .map(digest -> new RosterChange.Add(node, role, digest)));
      case "remove" -> Optional.of(new RosterChange.Remove(node));
      case "role" -> role(part).map(role -> new RosterChange.ChangeRole(node, role));
      case "rekey" ->
          part.digest("certificates").map(digest -> new RosterChange.Rekey(node, digest));
      default -> part.parsed("change", "add, remove, role, rekey or amend", _ -> Optional.empty());
    };
  }

  private static Optional<RosterChange.Role> role(Part part) {
    return part.parsed("role", "member or observer", RosterChange.Role::parse);
  }
}
