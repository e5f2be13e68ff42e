package org.parley.formats.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.OfficeRecord;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Way;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

class DirectoryBytesTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Digest DIGEST = Octets.of("before").digest();
  private static final Realm REALM = new Realm.Exercise("harbour");
  private static final NodeId NODE = new NodeId(new Party("XA"), "csirt");
  private static final Charter CHARTER =
      new Charter(
          new Charter.Heading("network", REALM, 2, Optional.of(DIGEST), AT),
          Map.of(NODE, DIGEST, new NodeId(new Party("XB"), "csirt"), DIGEST),
          Set.of(NODE),
          new Charter.Limits(2, 2, 1 << 20, 30),
          List.of(Octets.of("certificate")),
          List.of("parley-suite/1"));

  @Test
  void anEntryIsReadBackAsItWasWritten() {
    DirectoryEntry entry = entry();
    Octets bytes = DirectoryBytes.write(entry);

    assertThat(DirectoryBytes.read(bytes).orThrow()).isEqualTo(entry);
    assertThat(DirectoryBytes.write(entry)).isEqualTo(bytes);
  }

  @Test
  void everyRosterChangeIsReadBack() {
    for (RosterChange change :
        List.of(
            new RosterChange.Add(NODE, RosterChange.Role.OBSERVER, DIGEST),
            new RosterChange.Remove(NODE),
            new RosterChange.ChangeRole(NODE, RosterChange.Role.MEMBER),
            new RosterChange.Rekey(NODE, DIGEST),
            new RosterChange.Amend(CHARTER, CharterBytes.write(CHARTER).digest()))) {
      RosterEntry entry = new RosterEntry("east", REALM, 2, DIGEST, AT, change, "Note 17/2026");
      assertThat(RosterBytes.read(RosterBytes.write(entry)).orThrow()).isEqualTo(entry);
    }
  }

  @Test
  void aCharterIsReadBack() {
    assertThat(CharterBytes.read(CharterBytes.write(CHARTER)).orThrow()).isEqualTo(CHARTER);
  }

  @Test
  void newsOfARosterAreReadBack() {
    Undersigned document =
        new Undersigned(
            List.of(
                new Undersigned.Signature(NODE, Octets.of("one")),
                new Undersigned.Signature(
                    new NodeId(new Party("secretariat"), "desk"), Octets.of("two"))));
    RosterNews news =
        new RosterNews(
            Optional.of(document),
            List.of(document, document),
            List.of(),
            List.of(Octets.of("entry")));

    assertThat(NewsBytes.read(NewsBytes.write(news)).orThrow()).isEqualTo(news);
    assertThat(NewsBytes.readUndersigned(NewsBytes.write(document)).orThrow()).isEqualTo(document);
    assertThat(NewsBytes.readUndersigned(NewsBytes.write(new Undersigned(List.of()))))
        .as("a document that nobody has signed")
        .isInstanceOf(Checked.Refused.class);
  }

  @Test
  void whatIsMissingMistypedOrUnknownIsRefusedWithItsPlace() {
    String sound = DirectoryBytes.write(entry()).shown();
    for (String other :
        List.of(
            "",
            "[]",
            "{}",
            sound + " {}",
            sound.replace("directory-entry/1", "directory-entry/2"),
            sound.replace("\"number\":2", "\"number\":\"2\""),
            sound.replace("\"number\":2", "\"number\":2.0"),
            sound.replace("\"number\":2", "\"number\":-2"),
            sound.replace("\"number\":2", "\"number\":2,\"number\":2"),
            sound.replace("\"number\":2", "\"number\":2,\"more\":1"),
            sound.replace("\"party\":\"XA\"", "\"party\":\"xa!\""),
            sound.replace("\"by\":\"relay\"", "\"by\":\"pigeon\""),
            sound.replace("technical", "other"),
            sound.replace("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.0Z"),
            sound.replace(DIGEST.hex(), DIGEST.hex().substring(1)))) {
      assertThat(other).isNotEqualTo(sound);
      Checked<DirectoryEntry> read = DirectoryBytes.read(Octets.of(other));
      assertThat(read).as(other).isInstanceOf(Checked.Refused.class);
      assertThat(read.issues()).isNotEmpty();
    }
  }

  private static DirectoryEntry entry() {
    NodeRecord node =
        new NodeRecord(
            NODE,
            new SigningCertificates(Octets.of("ecdsa"), Octets.of("ml-dsa")),
            Octets.of("tls"),
            Octets.of(new byte[32]),
            List.of(
                new SealingKeys(
                    "2026-W47", Octets.of("ecdh"), Octets.of("kem"), AT, AT.plusSeconds(9))),
            List.of(OfficeKind.TECHNICAL),
            List.of(
                new Way.Https("https://node.example:8443/in"),
                new Way.Relay("https://relay.example", "0f3a"),
                new Way.Mail("duty@node.example")));
    OfficeRecord office =
        new OfficeRecord(
            OfficeKind.TECHNICAL,
            List.of(OfficeKind.POLICY),
            List.of("de-AT", "en"),
            Optional.of(
                new DutyHours(
                    ZoneId.of("Europe/Vienna"),
                    List.of(
                        new DutyHours.Window(
                            DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 30))))));
    return new DirectoryEntry(
        new Party("XA"),
        2,
        Optional.of(DIGEST),
        AT,
        List.of(node),
        List.of(office),
        List.of(new Revocation(DIGEST, AT, "lost")));
  }
}
