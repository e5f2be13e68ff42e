package org.parley.formats.directory;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeRecord;
import org.parley.core.directory.Way;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;

/// A party's directory entry as bytes, there and back.
public final class DirectoryBytes {

  static final String KIND = "directory-entry/1";

  private DirectoryBytes() {}

  public static Octets write(DirectoryEntry entry) {
    return Lines.document(
        KIND,
        out -> {
          out.text("party", entry.party());
          out.number("number", entry.number());
          entry.previous().ifPresent(previous -> out.text("previous", previous));
          out.text("at", entry.at());
          out.parts("nodes", entry.nodes(), node -> node(out, node));
          out.parts("offices", entry.offices(), office -> office(out, office));
          out.parts(
              "revoked",
              entry.revoked(),
              each -> {
                out.text("certificates", each.certificates());
                out.text("from", each.from());
                out.text("reason", each.reason());
              });
        });
  }

  /// Reads an entry; what was received stays as it is, nothing is written anew.
  public static Checked<DirectoryEntry> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<DirectoryEntry> entry =
        Part.document(bytes, KIND, issues).flatMap(EntryReading::entry);
    return entry.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(entry.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private static void node(Lines out, NodeRecord node) {
    out.text("node", node.node());
    out.octets("ecdsa", node.signing().classical());
    out.octets("mlDsa", node.signing().postQuantum());
    out.octets("tls", node.tls());
    out.octets("log", node.logKey());
    out.parts(
        "sealing",
        node.sealing(),
        keys -> {
          out.text("period", keys.period());
          out.octets("ecdh", keys.ecdh());
          out.octets("mlKem", keys.mlKem());
          out.text("from", keys.from());
          out.text("until", keys.until());
        });
    out.texts("serves", node.serves().stream().map(kind -> kind.word()).toList());
    out.parts("ways", node.ways(), way -> way(out, way));
  }

  private static void way(Lines out, Way way) {
    switch (way) {
      case Way.Https(String address) -> {
        out.text("by", "https");
        out.text("address", address);
      }
      case Way.Relay(String address, String mailbox) -> {
        out.text("by", "relay");
        out.text("address", address);
        out.text("mailbox", mailbox);
      }
      case Way.Mail(String address) -> {
        out.text("by", "mail");
        out.text("address", address);
      }
    }
  }

  private static void office(Lines out, OfficeRecord office) {
    out.text("office", office.kind().word());
    out.texts("deputies", office.deputies().stream().map(kind -> kind.word()).toList());
    out.texts("languages", office.languages());
    office.hours().ifPresent(hours -> out.part("hours", () -> hours(out, hours)));
  }

  private static void hours(Lines out, DutyHours hours) {
    out.text("zone", hours.zone());
    List<DutyHours.Window> windows = hours.windows();
    out.parts(
        "windows",
        windows,
        window -> {
          out.text("day", window.day());
          out.text("from", window.from());
          out.text("until", window.until());
        });
  }
}
