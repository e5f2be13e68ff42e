package org.parley.duties.network;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.NewsBytes;

/// Begins a network: one node draws the charter up, each other takes it in against the fingerprint
/// that people compared, and a founding node signs it with that. It is in force once two parties
/// have signed.
public final class FoundNetwork {

  private static final int LARGEST_PARCEL = 10 << 20;
  private static final int OFFLINE_DAYS = 30;
  private static final List<String> SUITES = List.of("parley-suite/1");

  private final NodeId self;
  private final Books books;
  private final DirectoryBook directory;
  private final Seal seal;
  private final Signatures signatures;

  public FoundNetwork(NodeId self, Books books, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.books = books;
    this.directory = directory;
    this.seal = seal;
    this.signatures = new Signatures(directory, seal);
  }

  /// What a charter begins with.
  ///
  /// @param network its name, of 1 to 80 characters
  /// @param founders nodes of other parties, each in the directory here
  /// @param signatures how many parties must sign a change of the charter; at least two
  public record Plan(String network, Realm realm, Set<NodeId> founders, int signatures) {}

  /// Draws a charter up in which this node registers. It waits for the first founder's signature.
  public Checked<Charter> drawUp(Plan plan, Instant now) {
    return books.change(book -> drawUp(book, plan, now));
  }

  private Checked<Charter> drawUp(Book book, Plan plan, Instant now) {
    RosterBook rosters = directory.rosters();
    if (rosters.find(book, plan.realm()).isPresent()) {
      return refused(IssueCode.CHARTER_CONTRADICTS, "this node is in a network of this realm");
    }
    if (plan.network().isBlank() || plan.network().length() > 80) {
      return refused(IssueCode.CHARTER_CONTRADICTS, "a network has a name of 1 to 80 characters");
    }
    Map<NodeId, Digest> roots = new LinkedHashMap<>();
    roots.put(self, seal.certificates().fingerprint());
    for (NodeId node : plan.founders()) {
      Optional<NodeRecord> record = directory.directory(book).node(node);
      if (record.isEmpty()) {
        return refused(IssueCode.COUNTERPART_UNKNOWN, node + " is not in the directory here");
      }
      roots.put(node, record.get().signing().fingerprint());
    }
    Charter charter =
        new Charter(
            new Charter.Heading(plan.network().strip(), plan.realm(), 1, Optional.empty(), now),
            roots,
            Set.of(self),
            new Charter.Limits(
                plan.signatures(),
                Math.min(roots.size(), Math.max(1, roots.size() * 2 / 3)),
                LARGEST_PARCEL,
                OFFLINE_DAYS),
            List.of(),
            SUITES);
    List<Issue> wrong = Charter.soundness(charter);
    if (!wrong.isEmpty()) {
      return new Checked.Refused<>(wrong);
    }
    rosters.keepDraft(book, plan.realm(), own(CharterBytes.write(charter)));
    return new Checked.Sound<>(charter, List.of());
  }

  /// Gives a charter up that is not in force yet.
  public void giveUp(Realm realm) {
    books.change(book -> {
      if (directory.rosters().draft(book, realm).isPresent()) {
        directory.rosters().dropDraft(book, realm);
      }
      return realm;
    });
  }

  /// All that a node needs to take part: charter, roster and entries, each with its signatures, to
  /// be handed over in a file. Empty where there is no network and none is drawn up.
  public Optional<Octets> file(Realm realm) {
    return books.look(book -> {
      RosterBook rosters = directory.rosters();
      Optional<RosterBook.Network> network = rosters.find(book, realm);
      Optional<Undersigned> charter =
          rosters.charterPaper(book, realm).or(() -> rosters.draft(book, realm));
      if (charter.isEmpty()) {
        return Optional.empty();
      }
      Set<Party> parties = new LinkedHashSet<>(Set.of(self.party()));
      parties.addAll(
          network
              .map(each -> each.charter().parties())
              .orElseGet(() -> claimed(charter.get()).orThrow().parties()));
      network
          .map(each -> each.roster().members().keySet())
          .orElse(Set.of())
          .forEach(node -> parties.add(node.party()));
      List<Octets> entries =
          parties.stream()
              .sorted()
              .flatMap(each -> directory.passedOn(book, each).stream())
              .toList();
      List<Undersigned> links =
          rosters.links(book, realm).stream().map(RosterBook.Link::paper).toList();
      return Optional.of(NewsBytes.write(new RosterNews(charter, links, List.of(), entries)));
    });
  }

  private Checked<Charter> claimed(Undersigned paper) {
    return signatures.content(paper).then(CharterBytes::read);
  }

  /// What a file says it is, nothing checked: only to show whose network it claims to be.
  public Checked<Charter> claimed(Octets file) {
    return NewsBytes.read(file)
        .then(news ->
            news.charter()
                .map(this::claimed)
                .orElseGet(() -> refused(IssueCode.CHARTER_MISSING, "there is no charter in it")));
  }

  /// The fingerprint of the network that a file is of, as it is read out.
  public Checked<String> fingerprint(Octets file) {
    return NewsBytes.read(file)
        .then(news -> signatures.content(news.charter().orElseThrow()))
        .map(content -> Fingerprints.spoken(content.digest()));
  }

  /// Takes part in the network whose first charter has the fingerprint that people compared.
  ///
  /// @param digits as they were read out
  public Checked<Charter> takePart(Octets file, String digits, Instant now) {
    return NewsBytes.read(file)
        .then(news ->
            claimed(file)
                .then(_ -> compared(news, digits))
                .then(_ -> books.change(book -> takePart(book, news, now))));
  }

  private Checked<Octets> compared(RosterNews news, String digits) {
    return signatures
        .content(news.charter().orElseThrow())
        .then(content ->
            Fingerprints.matches(digits, content.digest()).orElse(false)
                ? new Checked.Sound<>(content, List.of())
                : refused(
                    IssueCode.FINGERPRINT_DIFFERS,
                    "the fingerprint of the charter is not the one that was read out"));
  }

  private Checked<Charter> takePart(Book book, RosterNews news, Instant now) {
    Undersigned paper = news.charter().orElseThrow();
    Octets content = signatures.content(paper).orThrow();
    Checked<Charter> read = CharterBytes.read(content);
    if (!(read instanceof Checked.Sound<Charter>(Charter first, _))) {
      return read;
    }
    if (directory.rosters().find(book, first.realm()).isPresent()) {
      return refused(IssueCode.CHARTER_CONTRADICTS, "this node is in a network of this realm");
    }
    Optional<Digest> root = first.root(self);
    if (root.filter(seal.certificates().fingerprint()::equals).isEmpty() && root.isPresent()) {
      return refused(IssueCode.FINGERPRINT_DIFFERS, "it names other keys for this node");
    }
    Map<Digest, SigningCertificates> known = signatures.known(book, news.entries());
    Undersigned signed = signatures.holding(paper, first::root, known);
    if (root.isPresent()) {
      signed = signed.with(own(content));
    }
    Checked<Charter> decided = Charter.begin(first, signed.claimed());
    if (!(decided instanceof Checked.Sound<Charter>)) {
      return decided;
    }
    directory.rosters().begin(book, first.realm(), content, signed);
    book.documents().keep(content);
    new Journal(book).add(EntryKind.CHARTER, first.realm(), now, content.digest());
    List<Issue> told =
        new TakeNews(self, directory, seal).take(book, first.realm(), news, Optional.empty(), now);
    answer(book, first, now);
    return new Checked.Sound<>(first, told);
  }

  /// Tells all others that this node is in: with its signature, and what it says of itself.
  private void answer(Book book, Charter charter, Instant now) {
    TellRoster tell = new TellRoster(self, directory, seal);
    RosterNews news =
        new RosterNews(
            directory.rosters().charterPaper(book, charter.realm()),
            List.of(),
            List.of(),
            tell.entries(book, Set.of(self.party())));
    tell.send(book, charter.realm(), tell.others(book, charter.realm()), news, now);
  }

  /// The parties that have signed a charter, by what they claim.
  public Set<Party> signers(Undersigned paper) {
    return paper.claimed().stream().map(NodeId::party).collect(Collectors.toSet());
  }

  private Undersigned own(Octets content) {
    return new Undersigned(List.of(new Undersigned.Signature(self, seal.sign(content))));
  }

  private static <T> Checked<T> refused(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("charter"), message, Optional.empty())));
  }
}
