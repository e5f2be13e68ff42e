package org.parley.duties.contacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Standing;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.contacts.StatedSheets;
import org.parley.core.directory.roster.Roster;
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
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Proving;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;
import org.parley.formats.contacts.SheetNewsBytes;
import org.parley.formats.contacts.StatedBytes;

/// Takes in what States say of their own offices, whoever passes it on: each sheet counts by the
/// signature of a node of its own State that the roster has in the network, and by its number.
public final class TakeSheets {

  /// What a signature with its certificates may add to a sheet, in octets.
  private static final int SIGNATURE = 64 << 10;

  /// Of one State no more contradictions are kept.
  private static final int MOST_ASIDE = 20;

  private final DirectoryBook directory;
  private final Seal seal;
  private final Proving proving;
  private final TakeCampaigns campaigns;
  private final SheetBook sheets = new SheetBook();

  public TakeSheets(DirectoryBook directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
    this.proving = new Proving(seal, directory);
    this.campaigns = new TakeCampaigns(directory, seal);
  }

  /// What must come before sheets can be taken in: the network that they are checked against.
  public Optional<Issue> gap(Book book, Realm realm) {
    return directory.rosters().find(book, realm).isPresent()
        ? Optional.empty()
        : Optional.of(missing(realm));
  }

  private static Issue missing(Realm realm) {
    return issue(
        IssueCode.CHARTER_MISSING, "sheets", "this node is in no network of realm " + realm.word());
  }

  private record Round(
      Book book, RosterBook.Network network, Realm realm, NodeId from, Instant now) {}

  /// What came by parcel. What is sound of it is kept, also where something else in it is refused.
  public Checked<Digest> take(Book book, Unpacked in, Instant now) {
    Realm realm = in.slip().journey().realm();
    Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
    if (network.isEmpty()) {
      return new Checked.Refused<>(List.of(missing(realm)));
    }
    Round round = new Round(book, network.get(), realm, in.sender().node(), now);
    return SheetNewsBytes.read(in.content()).then(news -> take(round, in.content(), news));
  }

  private Checked<Digest> take(Round in, Octets content, SheetNews news) {
    List<Issue> told = new ArrayList<>();
    news.sheets().forEach(each -> told.addAll(take(in, each)));
    news.campaigns()
        .forEach(
            each -> told.addAll(campaigns.take(in.book(), in.realm(), each, in.from(), in.now())));
    return told.stream().anyMatch(Issue::isError)
        ? new Checked.Refused<>(told)
        : new Checked.Sound<>(content.digest(), told);
  }

  /// What was odd or refused; empty where the sheet was new and sound.
  private List<Issue> take(Round in, Octets signed) {
    if (signed.size() > StatedBytes.LARGEST + SIGNATURE) {
      return List.of(
          issue(
              IssueCode.SHEET_TOO_LARGE,
              "sheet",
              "a sheet has at most " + StatedBytes.LARGEST + " octets"));
    }
    Checked<Octets> content = seal.claimed(signed);
    Checked<StatedSheet> sheet = content.then(StatedBytes::read);
    return sheet instanceof Checked.Sound<StatedSheet>(StatedSheet said, _)
        ? take(in, signed, content.orThrow(), said)
        : sheet.issues();
  }

  private List<Issue> take(Round in, Octets signed, Octets content, StatedSheet sheet) {
    StatedSheets standing = sheets.standing(in.book(), in.realm(), sheet.state());
    StatedSheets.Offered offered =
        new StatedSheets.Offered(sheet, content.digest(), signer(in, signed, sheet.state()));
    Checked<StatedSheets.Offered> decided = standing.decide(offered, in.realm(), in.now());
    if (decided instanceof Checked.Sound<StatedSheets.Offered> && standing.isNew(offered)) {
      Digest document = in.book().documents().keep(signed);
      sheets.add(in.book(), sheet, content, arrival(in, Arrival.How.FOLLOWED, document, sheet));
      new Journal(in.book())
          .add(EntryKind.CONTACTS, in.realm(), in.now(), content.digest(), document);
    }
    boolean forked =
        decided.issues().stream().anyMatch(each -> each.code() == IssueCode.SHEET_FORKED);
    if (decided instanceof Checked.Sound<StatedSheets.Offered>) {
      knows(in, sheet.state(), sheet.number());
    } else if (forked && putAside(in, signed, content, sheet, standing)) {
      // Its sender has not seen ours: it is told, so that both know of both.
      knows(in, sheet.state(), sheet.number() - 1);
    }
    return decided.issues();
  }

  private void knows(Round in, Party state, long number) {
    new Told(in.book(), in.realm()).note(in.from(), Map.of(state.code(), number));
  }

  /// Keeps what contradicts what is here, once: together they prove that two stories were told.
  ///
  /// @return whether it was not known before
  private boolean putAside(
      Round in, Octets signed, Octets content, StatedSheet sheet, StatedSheets standing) {
    List<SheetBook.Kept> aside = sheets.aside(in.book(), in.realm(), sheet.state());
    boolean known = aside.stream().anyMatch(each -> each.digest().equals(content.digest()));
    if (known || aside.size() >= MOST_ASIDE) {
      return false;
    }
    Digest document = in.book().documents().keep(signed);
    sheets.putAside(in.book(), sheet, content, arrival(in, Arrival.How.HELD, document, sheet));
    Digest here = Optional.ofNullable(standing.taken().get(sheet.number())).orElseThrow();
    new Journal(in.book())
        .add(EntryKind.EQUIVOCATION, in.realm(), in.now(), content.digest(), here);
    return true;
  }

  private static Arrival arrival(Round in, Arrival.How how, Digest document, StatedSheet sheet) {
    return new Arrival(how, document, sheet.number(), Optional.of(in.from()), in.now(), "");
  }

  /// Whose certificates the signature holds by, among the nodes that are in the network: first
  /// those of the State that the sheet is about.
  private Optional<Party> signer(Round in, Octets signed, Party state) {
    Optional<Party> own =
        directory
            .standing(in.book(), state)
            .filter(each -> signs(in, each, signed))
            .map(each -> each.entry().party());
    return own.isPresent()
        ? own
        : directory.directory(in.book()).standings().values().stream()
            .filter(each -> signs(in, each, signed))
            .map(each -> each.entry().party())
            .findFirst();
  }

  private boolean signs(Round in, Standing standing, Octets signed) {
    Roster roster = in.network().roster();
    Predicate<NodeRecord> counts =
        node ->
            roster.vouched(node.node()).isPresent()
                && standing.entry().revocation(node.signing()).isEmpty();
    return standing.entry().nodes().stream()
        .filter(counts)
        .map(node -> new Counterpart(node.node(), node.signing(), List.of()))
        .anyMatch(node -> proving.ever(in.book(), signed, node) instanceof Checked.Sound<?>);
  }

  private static Issue issue(IssueCode code, String place, String message) {
    return new Issue(code, Place.of(place), message, Optional.empty());
  }
}
