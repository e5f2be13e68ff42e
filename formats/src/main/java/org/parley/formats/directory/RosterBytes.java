package org.parley.formats.directory;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
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
          out.text("node", entry.change().node());
          change(out, entry.change());
        });
  }

  private static void change(Lines out, RosterChange change) {
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
    Optional<NodeId> node = part.parsed("node", "a node such as XA/csirt", NodeId::parse);
    Optional<String> word = part.text("change");
    Optional<RosterChange> change =
        node.flatMap(who -> word.flatMap(what -> change(part, what, who)));
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

  private static Optional<RosterChange> change(Part part, String word, NodeId node) {
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
      default -> part.parsed("change", "add, remove, role or rekey", _ -> Optional.empty());
    };
  }

  private static Optional<RosterChange.Role> role(Part part) {
    return part.parsed("role", "member or observer", RosterChange.Role::parse);
  }
}
