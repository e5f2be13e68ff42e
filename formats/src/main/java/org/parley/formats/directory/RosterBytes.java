package org.parley.formats.directory;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A link of a roster as bytes, there and back.
public final class RosterBytes {

  private static final String KIND = "roster-entry/1";

  private RosterBytes() {}

  public static Octets write(RosterEntry entry) {
    return Lines.document(
        KIND,
        out -> {
          out.text("channel", entry.channel());
          out.number("number", entry.number());
          entry.previous().ifPresent(previous -> out.text("previous", previous));
          out.text("at", entry.at());
          switch (entry.change()) {
            case RosterChange.Add(_, RosterChange.Role role) -> {
              out.text("change", "add");
              out.text("role", role);
            }
            case RosterChange.Remove _ -> out.text("change", "remove");
            case RosterChange.ChangeRole(_, RosterChange.Role role) -> {
              out.text("change", "role");
              out.text("role", role);
            }
            case RosterChange.Rekey _ -> out.text("change", "rekey");
          }
          out.text("node", entry.change().node());
        });
  }

  public static Checked<RosterEntry> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<RosterEntry> entry = Part.document(bytes, KIND, issues).flatMap(RosterBytes::entry);
    return entry.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(entry.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private static Optional<RosterEntry> entry(Part part) {
    Optional<String> channel = part.text("channel");
    Optional<Long> number = part.number("number");
    Optional<Digest> previous = part.has("previous") ? part.digest("previous") : Optional.empty();
    var at = part.instant("at");
    Optional<NodeId> node = part.parsed("node", "a node such as XA/csirt", NodeId::parse);
    Optional<String> word = part.text("change");
    Optional<RosterChange> change =
        node.flatMap(who -> word.flatMap(what -> change(part, what, who)));
    part.fields().end();
    return channel.isEmpty() || number.isEmpty() || at.isEmpty() || change.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RosterEntry(channel.get(), number.get(), previous, at.get(), change.get()));
  }

  private static Optional<RosterChange> change(Part part, String word, NodeId node) {
    return switch (word) {
      case "add" -> role(part).map(role -> new RosterChange.Add(node, role));
      case "remove" -> Optional.of(new RosterChange.Remove(node));
      case "role" -> role(part).map(role -> new RosterChange.ChangeRole(node, role));
      case "rekey" -> Optional.of(new RosterChange.Rekey(node));
      default -> part.parsed("change", "add, remove, role or rekey", _ -> Optional.empty());
    };
  }

  private static Optional<RosterChange.Role> role(Part part) {
    return part.parsed(
        "role",
        "MEMBER or OBSERVER",
        text -> {
          for (RosterChange.Role role : RosterChange.Role.values()) {
            if (role.name().equals(text)) {
              return Optional.of(role);
            }
          }
          return Optional.empty();
        });
  }
}
