package org.parley.exchange;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.KeepCampaign;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.PublishSheet;
import org.parley.duties.contacts.TellSheets;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.network.FoundNetwork;
import org.parley.duties.network.KeepRoster;
import org.parley.duties.network.TellRoster;
import org.parley.duties.port.Books;
import org.parley.formats.directory.DirectoryBytes;
import org.parley.formats.directory.RosterBytes;

/// A node's part in networks: their charters and rosters, and entries that wait for a person.
public record Membership(NodeHome home) {

  /// The largest file of a network that is looked at, in octets.
  public static final int LARGEST = 8 << 20;

  public FoundNetwork founding() {
    return new FoundNetwork(
        home.settings().node(), home.station().books(), home.directory(), home.station().seal());
  }

  public KeepRoster keeping() {
    return new KeepRoster(
        home.settings().node(), home.station().books(), home.directory(), home.station().seal());
  }

  /// States our own offices to the network.
  public PublishSheet publishing(KeepContacts contacts) {
    return new PublishSheet(
        home.settings().node(),
        home.station().books(),
        home.directory(),
        home.station().seal(),
        contacts);
  }

  /// Asks the States of the network to confirm what they have said, where this node registers.
  public KeepCampaign campaigning() {
    return new KeepCampaign(
        home.settings().node(), home.station().books(), home.directory(), home.station().seal());
  }

  /// Tells every node what it may not know yet of the rosters, of our renewed certificates and of
  /// States' own sheets; how often something goes.
  public int tell() {
    home.ownEntry().nameKeys();
    NodeId self = home.settings().node();
    Books books = home.station().books();
    return new TellRoster(self, home.directory(), home.station().seal())
            .run(books, home.station().now())
        + new TellSheets(self, home.directory(), home.station().seal())
            .run(books, home.station().now());
  }

  public Optional<RosterBook.Network> network(Realm realm) {
    return home.station().books().look(book -> home.directory().rosters().find(book, realm));
  }

  /// How many other nodes must have seen a checkpoint of a log before a proof relies on it, by the
  /// charter in force; 0 where there is none.
  public int witnesses(Realm realm) {
    return network(realm).map(each -> each.charter().limits().witnesses()).orElse(0);
  }

  /// Links that wait for signatures.
  public List<RosterBook.Link> waiting(Realm realm) {
    return home.station()
        .books()
        .look(book ->
            home.directory().rosters().proposals(book, realm).entrySet().stream()
                .map(each ->
                    new RosterBook.Link(
                        home.station()
                            .seal()
                            .claimed(each.getValue().signatures().getFirst().signed())
                            .then(RosterBytes::read)
                            .orThrow(),
                        each.getKey(),
                        each.getValue()))
                .toList());
  }

  /// An entry that waits for a person.
  ///
  /// @param entry what it says, believed by nobody yet
  public record Held(Arrival arrival, DirectoryEntry entry) {}

  /// The entries that wait for somebody to compare fingerprints, by party.
  public List<Held> held() {
    return home.station()
        .books()
        .look(book ->
            home.directory().arrived(book).stream()
                .flatMap(party -> home.directory().held(book, party).stream())
                .map(arrival ->
                    new Held(
                        arrival,
                        home.station()
                            .seal()
                            .claimed(book.documents().find(arrival.document()).orElseThrow())
                            .then(DirectoryBytes::read)
                            .orThrow()))
                .toList());
  }

  /// Takes the entry in that waits, against the fingerprint that people compared on another way.
  ///
  /// @param digits as they were read out
  public Checked<DirectoryEntry> compared(Party party, String digits) {
    Optional<Held> waiting =
        held().stream().filter(each -> each.entry().party().equals(party)).findFirst();
    Optional<Digest> same = waiting.flatMap(each -> Introduction.compared(each.entry(), digits));
    if (same.isEmpty()) {
      return new Checked.Refused<>(
          List.of(
              new Issue(
                  IssueCode.FINGERPRINT_DIFFERS,
                  Place.of("directory entry " + party),
                  "the fingerprint is not the one that was read out",
                  Optional.empty())));
    }
    return home.station()
        .books()
        .change(book -> {
          Octets signed =
              book.documents().find(waiting.orElseThrow().arrival().document()).orElseThrow();
          return new TakeEntry(home.directory(), home.station().seal())
              .anew(book, signed, same.get(), home.station().now());
        });
  }

  /// Sets the entry of a party aside that waits.
  public void setAside(Party party) {
    home.station()
        .books()
        .change(book -> {
          home.directory()
              .held(book, party)
              .ifPresent(held ->
                  home.directory()
                      .note(
                          book,
                          party,
                          new Arrival(
                              Arrival.How.DISMISSED,
                              held.document(),
                              held.number(),
                              Optional.empty(),
                              home.station().now(),
                              "")));
          return party;
        });
  }
}
