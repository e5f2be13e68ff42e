package org.parley.duties.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.NewsBytes;
import org.parley.formats.directory.RosterBytes;

/// The networks this node is in, in the open book: of each realm at most one, with its first
/// charter and the links of its roster, exact bytes and signatures. Beside them what is not agreed
/// yet, and what cannot be true together.
///
/// It belongs to no exercise: which networks there are is always real.
public final class RosterBook {

  private static final Realm REALM = new Realm.Real();
  private static final String NETWORKS = "networks";
  private static final Octets WITHDRAWN = Octets.of("withdrawn");

  private final Map<Digest, Charter> charters = new HashMap<>();
  private final Map<Digest, RosterEntry> entries = new HashMap<>();

  /// The network of a realm.
  public record Network(Roster roster) {

    /// The one in force.
    public Charter charter() {
      return roster.charter();
    }
  }

  /// A link that was taken, with its signatures.
  public record Link(RosterEntry entry, Digest digest, Undersigned paper) {}

  /// The realms in which this node is in a network.
  public List<Realm> realms(Book book) {
    return book.histories().events(REALM, NETWORKS).stream()
        .map(word -> Realm.parse(word.shown()).orElseThrow())
        .toList();
  }

  public Optional<Network> find(Book book, Realm realm) {
    Optional<Octets> first = last(book, realm, "charter");
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Roster roster = Roster.of(charter(first.get()), first.get().digest());
    for (Octets link : events(book, realm, "link")) {
      // What was taken was decided then, and who had signed is not asked again.
      roster = roster.evolve(new Roster.Offered(entry(link), link.digest(), Set.of()));
    }
    return Optional.of(new Network(roster));
  }

  /// Whether a roster has removed a node, and no other network here vouches for it.
  public Predicate<NodeId> out(Book book) {
    List<Roster> rosters =
        realms(book).stream().map(realm -> find(book, realm).orElseThrow().roster()).toList();
    return node ->
        rosters.stream().anyMatch(roster -> roster.isOut(node))
            && rosters.stream().noneMatch(roster -> roster.vouched(node).isPresent());
  }

  /// Begins a network by a charter that was decided.
  public void begin(Book book, Realm realm, Octets content, Undersigned paper) {
    append(book, NETWORKS, Octets.of(realm.word()));
    append(book, stream(realm, "charter"), content);
    sign(book, realm, paper);
  }

  /// The first charter with all signatures that have come for it.
  public Optional<Undersigned> charterPaper(Book book, Realm realm) {
    return last(book, realm, "charter-paper").map(RosterBook::paper);
  }

  /// Keeps further signatures under the first charter.
  public void sign(Book book, Realm realm, Undersigned paper) {
    append(book, stream(realm, "charter-paper"), NewsBytes.write(paper));
  }

  /// Adds a link that was decided.
  public void add(Book book, Realm realm, Octets content, Undersigned paper) {
    append(book, stream(realm, "link"), content);
    append(book, stream(realm, "link-paper"), NewsBytes.write(paper));
  }

  public List<Link> links(Book book, Realm realm) {
    List<Octets> contents = events(book, realm, "link");
    List<Octets> papers = events(book, realm, "link-paper");
    List<Link> links = new ArrayList<>();
    for (int at = 0; at < contents.size(); at++) {
      links.add(
          new Link(entry(contents.get(at)), contents.get(at).digest(), paper(papers.get(at))));
    }
    return links;
  }

  /// A first charter drawn up here that is not in force yet.
  public Optional<Undersigned> draft(Book book, Realm realm) {
    return last(book, realm, "draft")
        .filter(each -> !each.equals(WITHDRAWN))
        .map(RosterBook::paper);
  }

  public void keepDraft(Book book, Realm realm, Undersigned paper) {
    append(book, stream(realm, "draft"), NewsBytes.write(paper));
  }

  public void dropDraft(Book book, Realm realm) {
    append(book, stream(realm, "draft"), WITHDRAWN);
  }

  /// Links that wait for signatures, by the digest of their bytes.
  public Map<Digest, Undersigned> proposals(Book book, Realm realm) {
    Map<Digest, Undersigned> all = new LinkedHashMap<>();
    String prefix = stream(realm, "proposal/");
    for (String stream : book.histories().streams(REALM, prefix)) {
      book.histories()
          .last(REALM, stream)
          .filter(each -> !each.equals(WITHDRAWN))
          .ifPresent(each -> all.put(new Digest(stream.substring(prefix.length())), paper(each)));
    }
    return all;
  }

  public void keepProposal(Book book, Realm realm, Digest digest, Undersigned paper) {
    append(book, stream(realm, "proposal/" + digest.hex()), NewsBytes.write(paper));
  }

  /// Whether a person here set the proposal aside.
  public boolean isSetAside(Book book, Realm realm, Digest digest) {
    return last(book, realm, "proposal/" + digest.hex()).filter(WITHDRAWN::equals).isPresent();
  }

  public void dropProposal(Book book, Realm realm, Digest digest) {
    append(book, stream(realm, "proposal/" + digest.hex()), WITHDRAWN);
  }

  /// Links that contradict those that are here, each the proof that somebody tells two stories.
  public List<Undersigned> forks(Book book, Realm realm) {
    return events(book, realm, "fork").stream().map(RosterBook::paper).toList();
  }

  public void keepFork(Book book, Realm realm, Undersigned paper) {
    append(book, stream(realm, "fork"), NewsBytes.write(paper));
  }

  /// Up to which link a node knows the roster, by what we told it and it told us.
  public long told(Book book, Realm realm, NodeId node) {
    return last(book, realm, "told/" + node).map(each -> Long.parseLong(each.shown())).orElse(0L);
  }

  public void tell(Book book, Realm realm, NodeId node, long number) {
    if (number > told(book, realm, node)) {
      append(book, stream(realm, "told/" + node), Octets.of(Long.toString(number)));
    }
  }

  /// Nothing that was told a node counts as told any more: what still waited for who is removed is
  /// given up, and who comes back must hear it.
  public void untell(Book book, Realm realm, NodeId node) {
    if (!isUntold(book, realm, node)) {
      append(book, stream(realm, "told/" + node), Octets.of("0"));
    }
  }

  /// Whether a node was removed once and has heard nothing since.
  public boolean isUntold(Book book, Realm realm, NodeId node) {
    return last(book, realm, "told/" + node).map(Octets::shown).equals(Optional.of("0"));
  }

  private Charter charter(Octets bytes) {
    synchronized (charters) {
      return charters.computeIfAbsent(bytes.digest(), _ -> CharterBytes.read(bytes).orThrow());
    }
  }

  private RosterEntry entry(Octets bytes) {
    synchronized (entries) {
      return entries.computeIfAbsent(bytes.digest(), _ -> RosterBytes.read(bytes).orThrow());
    }
  }

  private static Undersigned paper(Octets bytes) {
    return NewsBytes.readUndersigned(bytes).orThrow();
  }

  private static List<Octets> events(Book book, Realm realm, String part) {
    return book.histories().events(REALM, stream(realm, part));
  }

  private static Optional<Octets> last(Book book, Realm realm, String part) {
    return book.histories().last(REALM, stream(realm, part));
  }

  private static void append(Book book, String stream, Octets bytes) {
    book.histories().append(REALM, stream, book.histories().length(REALM, stream), bytes);
  }

  private static String stream(Realm realm, String part) {
    return "network/" + realm.word() + "/" + part;
  }
}
