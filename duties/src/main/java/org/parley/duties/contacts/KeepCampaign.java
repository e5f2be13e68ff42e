package org.parley.duties.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
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
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.formats.contacts.CampaignBytes;

/// Opens attestation campaigns, asks again and closes them, for the node that registers.
public final class KeepCampaign {

  private final NodeId self;
  private final Books books;
  private final DirectoryBook directory;
  private final Seal seal;
  private final TellSheets tell;

  public KeepCampaign(NodeId self, Books books, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.books = books;
    this.directory = directory;
    this.seal = seal;
    this.tell = new TellSheets(self, directory, seal);
  }

  /// Opens the round of a year.
  ///
  /// @param by the last day of the proposed time
  public Checked<Campaign> open(Realm realm, int year, LocalDate by, Instant moment) {
    Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
    return books.change(book ->
        new CampaignBook(book, realm).find(year).isPresent()
            ? refused(IssueCode.CAMPAIGN_UNSOUND, "year", "the round of this year is open already")
            : say(book, realm, Campaign.open(realm, year, by, now), now));
  }

  public Checked<Campaign> remind(Realm realm, int year, Instant now) {
    return next(realm, year, campaign -> campaign.remind(now.truncatedTo(ChronoUnit.MILLIS)), now);
  }

  public Checked<Campaign> end(Realm realm, int year, Instant now) {
    return next(realm, year, campaign -> campaign.end(now.truncatedTo(ChronoUnit.MILLIS)), now);
  }

  private Checked<Campaign> next(
      Realm realm, int year, Function<Campaign, Checked<Campaign>> deed, Instant now) {
    return books.change(book -> {
      Optional<Campaign> here =
          new CampaignBook(book, realm).find(year).map(CampaignBook.Kept::campaign);
      return here.isEmpty()
          ? refused(IssueCode.CAMPAIGN_UNSOUND, "year", "there is no round of this year")
          : say(book, realm, deed.apply(here.get()), now);
    });
  }

  private Checked<Campaign> say(Book book, Realm realm, Checked<Campaign> decided, Instant now) {
    Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
    if (network.isEmpty()) {
      return refused(IssueCode.CHARTER_MISSING, "year", "this node is in no network");
    }
    if (!network.get().charter().registrars().contains(self)) {
      return refused(IssueCode.CAMPAIGN_SIGNER, "year", "this node does not register");
    }
    return decided.map(campaign -> {
      Octets content = CampaignBytes.write(campaign);
      Digest document = book.documents().keep(seal.sign(content));
      new CampaignBook(book, realm)
          .add(
              campaign,
              content,
              new Arrival(
                  Arrival.How.OWN, document, campaign.number(), Optional.of(self), now, ""));
      new Journal(book).add(EntryKind.CONTACTS, realm, now, content.digest(), document);
      tell.run(book, now);
      return campaign;
    });
  }

  private static Checked<Campaign> refused(IssueCode code, String field, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(field), message, Optional.empty())));
  }
}
