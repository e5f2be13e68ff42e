package org.parley.duties.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.RosterBytes;

/// Changes who is in a network, and its charter: proposes a link, puts this node's signature under
/// one, and adds it once all that its change needs have signed. What is not agreed yet is sent to
/// those who may sign.
public final class KeepRoster {

  private static final String APART = "this node is in no network of this realm";

  private final NodeId self;
  private final Books books;
  private final DirectoryBook directory;
  private final Seal seal;
  private final Signatures signatures;
  private final TellRoster tell;

  public KeepRoster(NodeId self, Books books, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.books = books;
    this.directory = directory;
    this.seal = seal;
    this.signatures = new Signatures(directory, seal);
    this.tell = new TellRoster(self, directory, seal);
  }

  /// A link with its signatures, in the roster or waiting for more.
  ///
  /// @param isIn whether it is in the roster
  public record Proposed(RosterEntry entry, Digest digest, Undersigned paper, boolean isIn) {}

  /// Registers a node by the keys that the directory here has of it.
  public Checked<Proposed> register(Realm realm, NodeId node, String reference, Instant now) {
    return books.change(book -> {
      Optional<NodeRecord> record = directory.directory(book).node(node);
      return record.isEmpty()
          ? refused(IssueCode.COUNTERPART_UNKNOWN, node + " is not in the directory here")
          : propose(
              book,
              realm,
              new RosterChange.Add(
                  node, RosterChange.Role.MEMBER, record.get().signing().fingerprint()),
              reference,
              now);
    });
  }

  /// Proposes a change; it is in the roster at once where this node's signature is enough.
  ///
  /// @param reference the document by which it is asked for; at most 200 characters
  public Checked<Proposed> propose(
      Realm realm, RosterChange change, String reference, Instant now) {
    return books.change(book -> propose(book, realm, change, reference, now));
  }

  /// What a charter may say otherwise than the one before.
  ///
  /// @param registrars nodes that have a say
  /// @param signatures how many parties must sign the next change; at least two
  /// @param witnesses how many other nodes must have seen a checkpoint before a proof relies on it
  public record Terms(Set<NodeId> registrars, int signatures, int witnesses) {

    public Terms {
      registrars = Set.copyOf(registrars);
    }

    /// What a charter says now.
    public static Terms of(Charter charter) {
      return new Terms(
          charter.registrars(), charter.limits().signatures(), charter.limits().witnesses());
    }
  }

  /// Proposes another charter; it names all who have a say now, by their present certificates.
  public Checked<Proposed> amend(Realm realm, Terms terms, String reference, Instant now) {
    return books.change(book -> {
      Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
      if (network.isEmpty()) {
        return refused(IssueCode.CHARTER_MISSING, APART);
      }
      return Terms.of(network.get().charter()).equals(terms)
          ? refused(IssueCode.CHARTER_CONTRADICTS, "it says what the one in force says")
          : propose(book, realm, amended(network.get().roster(), terms, now), reference, now);
    });
  }

  /// Proposes that this node's present certificates count, signed by those that the roster names
  /// still. Nothing where the roster names others, or the present ones already, or where such a
  /// proposal waits for who registers.
  ///
  /// @param earlier a seal with the certificates before
  public Optional<Checked<Proposed>> rekey(Realm realm, Seal earlier, Instant now) {
    return books.change(book -> {
      Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
      Digest named = earlier.certificates().fingerprint();
      Digest present = seal.certificates().fingerprint();
      if (network.flatMap(each -> each.roster().certificates(self)).filter(named::equals).isEmpty()
          || named.equals(present)) {
        return Optional.empty();
      }
      Roster roster = network.orElseThrow().roster();
      RosterChange change = new RosterChange.Rekey(self, present);
      return waits(book, realm, roster, change)
          ? Optional.empty()
          : Optional.of(propose(book, realm, change, "", now, earlier));
    });
  }

  /// Whether a proposal of this change waits; one that another link has overtaken is dropped.
  private boolean waits(Book book, Realm realm, Roster roster, RosterChange change) {
    boolean waits = false;
    for (var each : directory.rosters().proposals(book, realm).entrySet()) {
      RosterEntry entry = signatures.content(each.getValue()).then(RosterBytes::read).orThrow();
      if (entry.change().equals(change)) {
        if (entry.number() == roster.number() + 1 && entry.previous().equals(roster.head())) {
          waits = true;
        } else {
          directory.rosters().dropProposal(book, realm, each.getKey());
        }
      }
    }
    return waits;
  }

  private static RosterChange amended(Roster roster, Terms terms, Instant now) {
    Charter before = roster.charter();
    Charter.Heading heading = before.heading();
    Charter next =
        new Charter(
            new Charter.Heading(
                heading.network(),
                heading.realm(),
                heading.number() + 1,
                Optional.of(roster.inForce()),
                now),
            roster.speakers(),
            terms.registrars(),
            new Charter.Limits(
                terms.signatures(),
                terms.witnesses(),
                before.limits().largestParcel(),
                before.limits().offlineDays()),
            before.timeStampAuthorities(),
            before.suites());
    return new RosterChange.Amend(next, CharterBytes.write(next).digest());
  }

  private Checked<Proposed> propose(
      Book book, Realm realm, RosterChange change, String reference, Instant now) {
    return propose(book, realm, change, reference, now, seal);
  }

  /// @param by with what this node signs the link
  private Checked<Proposed> propose(
      Book book, Realm realm, RosterChange change, String reference, Instant now, Seal by) {
    Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
    if (network.isEmpty()) {
      return refused(IssueCode.CHARTER_MISSING, APART);
    }
    if (reference.length() > 200) {
      return refused(IssueCode.ROSTER_CONTRADICTS, "a reference has at most 200 characters");
    }
    Roster roster = network.get().roster();
    RosterEntry entry =
        new RosterEntry(
            network.get().charter().heading().network(),
            realm,
            roster.number() + 1,
            roster.head(),
            now,
            change,
            reference.strip());
    Octets content = RosterBytes.write(entry);
    return settle(book, network.get(), content, own(content, by), now);
  }

  /// Puts this node's signature under a link that waits for it.
  public Checked<Proposed> cosign(Realm realm, Digest digest, Instant now) {
    return books.change(book -> {
      Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
      Optional<Undersigned> paper =
          Optional.ofNullable(directory.rosters().proposals(book, realm).get(digest));
      if (network.isEmpty() || paper.isEmpty()) {
        return refused(IssueCode.ROSTER_CONTRADICTS, "nothing of this kind waits here");
      }
      Octets content = signatures.content(paper.get()).orThrow();
      return settle(book, network.get(), content, paper.get().with(own(content, seal)), now);
    });
  }

  /// Sets a proposal aside at this node; who else has it may still sign it.
  public void setAside(Realm realm, Digest digest) {
    books.change(book -> {
      if (directory.rosters().proposals(book, realm).containsKey(digest)) {
        directory.rosters().dropProposal(book, realm, digest);
      }
      return digest;
    });
  }

  /// Adds the link where it is agreed and ours to add, and sends it round otherwise.
  private Checked<Proposed> settle(
      Book book, RosterBook.Network network, Octets content, Undersigned paper, Instant now) {
    RosterEntry entry = RosterBytes.read(content).orThrow();
    Roster roster = network.roster();
    if (roster.certificates(self).isEmpty()) {
      return refused(IssueCode.ROSTER_SIGNERS, "this node has no say in the network");
    }
    Map<Digest, SigningCertificates> known = signatures.known(book, List.of());
    Undersigned holding = signatures.holding(paper, roster::certificates, known);
    Roster.Offered offered = new Roster.Offered(entry, content.digest(), holding.claimed());
    Checked<Roster.Offered> decided = roster.decide(offered);
    boolean waits =
        decided.issues().stream()
            .filter(Issue::isError)
            .allMatch(issue -> issue.code() == IssueCode.ROSTER_SIGNERS);
    if (!waits) {
      return decided.map(_ -> new Proposed(entry, content.digest(), holding, false));
    }
    boolean agreed = decided instanceof Checked.Sound<Roster.Offered>;
    if (agreed && mayAdd(network, entry)) {
      TakeNews.add(directory.rosters(), book, entry.realm(), content, holding, now);
      tell.run(book, now);
      return new Checked.Sound<>(new Proposed(entry, content.digest(), holding, true), List.of());
    }
    directory.rosters().keepProposal(book, entry.realm(), content.digest(), holding);
    RosterNews news = new RosterNews(Optional.empty(), List.of(), List.of(holding), List.of());
    tell.send(book, entry.realm(), tell.others(book, entry.realm()), news, now);
    return new Checked.Sound<>(new Proposed(entry, content.digest(), holding, false), List.of());
  }

  /// Only who registers adds links, so that there is one order; but nobody waits for who is to go.
  private boolean mayAdd(RosterBook.Network network, RosterEntry entry) {
    Set<NodeId> registrars = network.charter().registrars();
    return registrars.contains(self)
        || switch (entry.change()) {
          case RosterChange.Remove(NodeId node) -> registrars.contains(node);
          case RosterChange.Amend(Charter next, _) -> !next.registrars().containsAll(registrars);
          case RosterChange.Add _, RosterChange.ChangeRole _, RosterChange.Rekey _ -> false;
        };
  }

  private Undersigned own(Octets content, Seal by) {
    return new Undersigned(List.of(new Undersigned.Signature(self, by.sign(content))));
  }

  private static <T> Checked<T> refused(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("roster"), message, Optional.empty())));
  }
}
