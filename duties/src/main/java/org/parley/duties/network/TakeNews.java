package org.parley.duties.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
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
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.NewsBytes;
import org.parley.formats.directory.RosterBytes;

/// Takes in what another node tells of a network's charter and roster. Nothing counts because of
/// who tells it: chain, signatures, realm and the two signers that a removal needs are checked at
/// every node.
public final class TakeNews {

  private final NodeId self;
  private final DirectoryBook directory;
  private final Signatures signatures;
  private final TakeVouched takeVouched;
  private final TellRoster tell;

  public TakeNews(NodeId self, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.directory = directory;
    this.tell = new TellRoster(self, directory, seal);
    this.signatures = new Signatures(directory, seal);
    this.takeVouched = new TakeVouched(directory, seal);
  }

  /// What came by parcel. What is sound of it is kept, also where something else in it is refused.
  public Checked<Digest> take(Book book, Unpacked in, Instant now) {
    Realm realm = in.slip().journey().realm();
    return NewsBytes.read(in.content())
        .then(news -> {
          List<Issue> told = take(book, realm, news, Optional.of(in.sender().node()), now);
          return told.stream().anyMatch(Issue::isError)
              ? new Checked.Refused<>(told)
              : new Checked.Sound<>(in.content().digest(), told);
        });
  }

  /// What must come before the links of these news, where one is still on its way.
  public Optional<Issue> gap(Book book, Realm realm, Octets content) {
    Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
    Optional<RosterEntry> first =
        NewsBytes.read(content) instanceof Checked.Sound<RosterNews>(RosterNews news, _)
            ? news.links().stream().findFirst().flatMap(this::claimed)
            : Optional.empty();
    return network
        .filter(
            each -> first.filter(entry -> entry.number() > each.roster().number() + 1).isPresent())
        .map(each ->
            issue(
                IssueCode.ROSTER_GAP,
                "roster " + each.charter().heading().network(),
                "number " + (each.roster().number() + 1) + " must come first"));
  }

  private Optional<RosterEntry> claimed(Undersigned paper) {
    return signatures.content(paper).then(RosterBytes::read)
            instanceof Checked.Sound<RosterEntry>(RosterEntry entry, _)
        ? Optional.of(entry)
        : Optional.empty();
  }

  /// What was odd or refused; empty where all of it was new and sound.
  List<Issue> take(Book book, Realm realm, RosterNews news, Optional<NodeId> from, Instant now) {
    Map<Digest, SigningCertificates> known = signatures.known(book, news.entries());
    Round round = new Round(book, realm, known, from, now);
    List<Issue> told = new ArrayList<>();
    news.charter().ifPresent(paper -> told.addAll(charter(round, paper)));
    if (directory.rosters().find(book, realm).isEmpty()) {
      told.add(
          issue(
              IssueCode.CHARTER_MISSING,
              "roster",
              "this node is in no network of realm " + realm.word()));
      return told;
    }
    news.links().forEach(paper -> told.addAll(link(round, paper)));
    news.proposals().forEach(paper -> told.addAll(proposal(round, paper)));
    told.addAll(takeVouched.run(book, realm, news.entries(), from, now));
    return told;
  }

  private record Round(
      Book book,
      Realm realm,
      Map<Digest, SigningCertificates> known,
      Optional<NodeId> from,
      Instant now) {}

  private List<Issue> charter(Round in, Undersigned paper) {
    Checked<Charter> read = signatures.content(paper).then(CharterBytes::read);
    if (!(read instanceof Checked.Sound<Charter>(Charter charter, _))) {
      return read.issues();
    }
    if (!charter.realm().equals(in.realm())) {
      return List.of(
          issue(
              IssueCode.REALM_MIXED,
              "charter",
              "it is of realm " + charter.realm().word() + " and came in another"));
    }
    Octets content = signatures.content(paper).orThrow();
    RosterBook rosters = directory.rosters();
    Optional<RosterBook.Network> network = rosters.find(in.book(), in.realm());
    return network.isEmpty() ? drawnUp(in, charter, content, paper) : known(in, charter, paper);
  }

  /// Signatures under a charter that was drawn up here; any other first charter is taken only
  /// against a fingerprint that people compared.
  private List<Issue> drawnUp(Round in, Charter charter, Octets content, Undersigned paper) {
    RosterBook rosters = directory.rosters();
    Optional<Undersigned> draft =
        rosters
            .draft(in.book(), in.realm())
            .filter(each -> signatures.content(each).orThrow().equals(content));
    if (draft.isEmpty()) {
      return List.of();
    }
    Undersigned signed = draft.get().with(holding(in, paper, charter::root));
    Checked<Charter> decided = Charter.begin(charter, signed.claimed());
    if (decided instanceof Checked.Sound<Charter>) {
      rosters.begin(in.book(), in.realm(), content, signed);
      in.book().documents().keep(content);
      new Journal(in.book()).add(EntryKind.CHARTER, in.realm(), in.now(), content.digest());
      rosters.dropDraft(in.book(), in.realm());
    } else {
      rosters.keepDraft(in.book(), in.realm(), signed);
    }
    return List.of();
  }

  /// Further signatures under the charter by which the network here began; another that claims to
  /// be it is a fork, if somebody who has a say signed it.
  private List<Issue> known(Round in, Charter charter, Undersigned paper) {
    RosterBook rosters = directory.rosters();
    Undersigned here = rosters.charterPaper(in.book(), in.realm()).orElseThrow();
    Octets content = signatures.content(paper).orThrow();
    if (!signatures.content(here).orThrow().equals(content)) {
      Roster roster = rosters.find(in.book(), in.realm()).orElseThrow().roster();
      Undersigned holding = holding(in, paper, roster::certificates);
      return holding.signatures().isEmpty()
          ? List.of(issue(IssueCode.CHARTER_CONTRADICTS, "charter", "another one is here"))
          : forked(in, holding, content, "charter number " + charter.heading().number());
    }
    Undersigned more = here.with(holding(in, paper, charter::root));
    if (!more.equals(here)) {
      rosters.sign(in.book(), in.realm(), more);
    }
    return List.of();
  }

  private List<Issue> link(Round in, Undersigned paper) {
    RosterBook rosters = directory.rosters();
    Roster roster = rosters.find(in.book(), in.realm()).orElseThrow().roster();
    Checked<Octets> content = signatures.content(paper);
    Checked<RosterEntry> read = content.then(RosterBytes::read);
    if (!(read instanceof Checked.Sound<RosterEntry>(RosterEntry entry, _))) {
      return read.issues();
    }
    Undersigned holding = holding(in, paper, roster::certificates);
    Roster.Offered offered =
        new Roster.Offered(entry, content.orThrow().digest(), holding.claimed());
    in.from()
        .filter(_ -> roster.isHere(offered))
        .ifPresent(node -> rosters.tell(in.book(), in.realm(), node, entry.number()));
    Checked<Roster.Offered> decided = roster.decide(offered);
    if (roster.isForked(offered)) {
      return Stream.concat(
              decided.issues().stream(),
              forked(in, holding, content.orThrow(), "link number " + entry.number()).stream())
          .distinct()
          .toList();
    }
    if (decided instanceof Checked.Sound<Roster.Offered> && !roster.isHere(offered)) {
      add(in, content.orThrow(), holding);
      in.from().ifPresent(node -> rosters.tell(in.book(), in.realm(), node, entry.number()));
    }
    return decided.issues();
  }

  /// Adds a link that was decided, and forgets the proposal that it was.
  private void add(Round in, Octets content, Undersigned holding) {
    add(directory.rosters(), in.book(), in.realm(), content, holding, in.now());
  }

  static void add(
      RosterBook rosters,
      Book book,
      Realm realm,
      Octets content,
      Undersigned holding,
      Instant now) {
    rosters.add(book, realm, content, holding);
    book.documents().keep(content);
    new Journal(book).add(EntryKind.ROSTER_ENTRY, realm, now, content.digest());
    if (RosterBytes.read(content).orThrow().change() instanceof RosterChange.Remove(NodeId node)) {
      rosters.untell(book, realm, node);
    }
    if (rosters.proposals(book, realm).containsKey(content.digest())) {
      rosters.dropProposal(book, realm, content.digest());
    }
  }

  /// Keeps what contradicts what is here, once: together they prove that two stories were told.
  ///
  /// @param paper with the signatures that hold, so that nobody is named who did not sign
  private List<Issue> forked(Round in, Undersigned paper, Octets content, String which) {
    RosterBook rosters = directory.rosters();
    boolean known =
        rosters.forks(in.book(), in.realm()).stream()
            .anyMatch(each -> signatures.content(each).orThrow().equals(content));
    if (!known) {
      rosters.keepFork(in.book(), in.realm(), paper);
      Digest document = in.book().documents().keep(content);
      Digest head = rosters.find(in.book(), in.realm()).orElseThrow().roster().head();
      new Journal(in.book()).add(EntryKind.EQUIVOCATION, in.realm(), in.now(), document, head);
    }
    return List.of(
        new Issue(
            IssueCode.ROSTER_FORKED,
            Place.of(which),
            "another one with the same number is here: the roster has two heads, and both are on"
                + " record",
            Optional.of(
                "ask those who signed them on another way, and take nothing in until then")));
  }

  private List<Issue> proposal(Round in, Undersigned paper) {
    RosterBook rosters = directory.rosters();
    Roster roster = rosters.find(in.book(), in.realm()).orElseThrow().roster();
    Checked<Octets> content = signatures.content(paper);
    Checked<RosterEntry> read = content.then(RosterBytes::read);
    if (!(read instanceof Checked.Sound<RosterEntry>(RosterEntry entry, _))) {
      return read.issues();
    }
    Digest digest = content.orThrow().digest();
    Undersigned holding = holding(in, paper, roster::certificates);
    boolean open =
        entry.realm().equals(in.realm())
            && entry.number() == roster.number() + 1
            && entry.previous().equals(roster.head());
    if (!open || holding.signatures().isEmpty()) {
      return List.of(
          issue(
              open ? IssueCode.ROSTER_SIGNERS : IssueCode.ROSTER_CONTRADICTS,
              "proposal number " + entry.number(),
              open ? "nobody who has a say has signed it" : "it does not follow the last link"));
    }
    Undersigned all =
        Optional.ofNullable(rosters.proposals(in.book(), in.realm()).get(digest))
            .map(here -> here.with(holding))
            .orElse(holding);
    if (rosters.isSetAside(in.book(), in.realm(), digest)) {
      return List.of();
    }
    boolean registers =
        rosters.find(in.book(), in.realm()).orElseThrow().charter().registrars().contains(self);
    Roster.Offered offered = new Roster.Offered(entry, digest, all.claimed());
    if (registers && roster.decide(offered) instanceof Checked.Sound<Roster.Offered>) {
      add(in, content.orThrow(), all);
      tell.run(in.book(), in.now());
    } else {
      rosters.keepProposal(in.book(), in.realm(), digest, all);
    }
    return List.of();
  }

  private Undersigned holding(
      Round in, Undersigned paper, Function<NodeId, Optional<Digest>> fingerprints) {
    return signatures.holding(paper, fingerprints, in.known());
  }

  private static Issue issue(IssueCode code, String place, String message) {
    return new Issue(code, Place.of(place), message, Optional.empty());
  }
}
