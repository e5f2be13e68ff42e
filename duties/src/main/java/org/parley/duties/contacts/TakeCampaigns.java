package org.parley.duties.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.Standing;
import org.parley.core.directory.campaign.Campaign;
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
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Proving;
import org.parley.duties.record.Journal;
import org.parley.formats.contacts.CampaignBytes;

/// Takes in what is said of attestation campaigns, whoever passes it on: it counts by the signature
/// of a node that registers by the network's charter, and by its number.
final class TakeCampaigns {

  /// What a signature with its certificates may add, in octets.
  private static final int SIGNATURE = 64 << 10;

  private final DirectoryBook directory;
  private final Seal seal;
  private final Proving proving;

  TakeCampaigns(DirectoryBook directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
    this.proving = new Proving(seal, directory);
  }

  /// What was odd or refused; empty where it was new and sound.
  List<Issue> take(Book book, Realm realm, Octets signed, NodeId from, Instant now) {
    if (signed.size() > CampaignBytes.LARGEST + SIGNATURE) {
      return List.of(issue(IssueCode.SHEET_TOO_LARGE, "campaign", "it is too large"));
    }
    Checked<Octets> content = seal.claimed(signed);
    Checked<Campaign> read = content.then(CampaignBytes::read);
    if (!(read instanceof Checked.Sound<Campaign>(Campaign campaign, _))) {
      return read.issues();
    }
    if (!campaign.realm().equals(realm)) {
      return List.of(issue(IssueCode.REALM_MIXED, place(campaign), "it came in another realm"));
    }
    return isByRegistrar(book, realm, signed)
        ? keep(book, campaign, signed, content.orThrow(), from, now)
        : List.of(
            issue(
                IssueCode.CAMPAIGN_SIGNER,
                place(campaign),
                "nobody who registers in the network has signed it"));
  }

  private static List<Issue> keep(
      Book book, Campaign campaign, Octets signed, Octets content, NodeId from, Instant now) {
    CampaignBook campaigns = new CampaignBook(book, campaign.realm());
    Digest digest = content.digest();
    Optional<CampaignBook.Kept> here = campaigns.find(campaign.year());
    long number = here.map(each -> each.campaign().number()).orElse(0L);
    Journal journal = new Journal(book);
    if (campaign.number() == number && !here.orElseThrow().digest().equals(digest)) {
      Arrival arrival = arrival(campaign, book.documents().keep(signed), from, now);
      if (campaigns.addForked(campaign, content, arrival)) {
        journal.add(
            EntryKind.EQUIVOCATION, campaign.realm(), now, digest, here.orElseThrow().digest());
      }
      return List.of(
          issue(
              IssueCode.CAMPAIGN_FORKED, place(campaign), "another one with this number is here"));
    }
    new Told(book, campaign.realm())
        .note(from, Map.of(CampaignBook.topic(campaign.year()), campaign.number()));
    if (campaign.number() <= number) {
      return List.of(
          issue(IssueCode.SHEET_REPLAYED, place(campaign), "number " + number + " is here"));
    }
    Digest document = book.documents().keep(signed);
    campaigns.add(campaign, content, arrival(campaign, document, from, now));
    journal.add(EntryKind.CONTACTS, campaign.realm(), now, digest, document);
    return List.of();
  }

  private static Arrival arrival(Campaign campaign, Digest document, NodeId from, Instant now) {
    return new Arrival(
        Arrival.How.FOLLOWED, document, campaign.number(), Optional.of(from), now, "");
  }

  private static String place(Campaign campaign) {
    return "campaign " + campaign.year() + " number " + campaign.number();
  }

  private boolean isByRegistrar(Book book, Realm realm, Octets signed) {
    RosterBook.Network network = directory.rosters().find(book, realm).orElseThrow();
    return network.charter().registrars().stream()
        .filter(node -> network.roster().vouched(node).isPresent())
        .flatMap(node ->
            directory.standing(book, node.party()).map(Standing::entry).stream()
                .flatMap(entry ->
                    entry
                        .node(node)
                        .filter(each -> entry.revocation(each.signing()).isEmpty())
                        .stream()))
        .map(node -> new Counterpart(node.node(), node.signing(), List.of()))
        .anyMatch(node -> proving.ever(book, signed, node) instanceof Checked.Sound<?>);
  }

  private static Issue issue(IssueCode code, String place, String message) {
    return new Issue(code, Place.of(place), message, Optional.empty());
  }
}
