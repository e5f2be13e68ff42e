package org.parley.duties.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.contacts.CampaignBytes;
import org.parley.formats.directory.ArrivalBytes;

/// The attestation campaigns of one realm, in an open book: each as who registers has said it,
/// every time with its exact signed bytes.
public record CampaignBook(Book book, Realm realm) {

  private static final String STREAM = "campaign/";
  private static final String FORKED = "campaign-forked/";
  private static final int MOST_FORKED = 8;

  /// A campaign that is here.
  ///
  /// @param digest of its exact bytes
  /// @param document the digest of the signed bytes
  public record Kept(Campaign campaign, Digest digest, Digest document) {}

  /// Under which name it is noted who knows of a campaign.
  static String topic(int year) {
    return STREAM + year;
  }

  /// The campaign of a year, as it was said last.
  public Optional<Kept> find(int year) {
    return book.histories().last(realm, STREAM + year).map(this::kept);
  }

  /// All campaigns as they were said last, the latest year first.
  public List<Kept> all() {
    List<Kept> all = new ArrayList<>();
    for (String stream : book.histories().streams(realm, STREAM)) {
      find(Integer.parseInt(stream.substring(STREAM.length()))).ifPresent(all::add);
    }
    all.sort((one, other) -> other.campaign().year() - one.campaign().year());
    return all;
  }

  /// The one that runs; the latest, should there be several.
  public Optional<Campaign> running() {
    return all().stream().map(Kept::campaign).filter(Campaign::isRunning).findFirst();
  }

  /// What who registers has said otherwise of a year under a number that was here already, in the
  /// order it came: it counts for nothing, and is kept to be shown.
  public List<Kept> forked(int year) {
    return book.histories().events(realm, FORKED + year).stream().map(this::kept).toList();
  }

  /// Keeps another text under a number that is here.
  ///
  /// @return whether it was new; more than [#MOST_FORKED] of a year are not kept
  boolean addForked(Campaign campaign, Octets content, Arrival arrival) {
    List<Kept> known = forked(campaign.year());
    boolean fresh =
        known.size() < MOST_FORKED
            && known.stream().noneMatch(each -> each.digest().equals(content.digest()));
    if (fresh) {
      book.histories()
          .append(realm, FORKED + campaign.year(), known.size(), event(campaign, content, arrival));
    }
    return fresh;
  }

  /// Adds what was decided.
  ///
  /// @param content the campaign's exact bytes
  void add(Campaign campaign, Octets content, Arrival arrival) {
    String stream = STREAM + campaign.year();
    book.histories()
        .append(
            realm,
            stream,
            book.histories().length(realm, stream),
            event(campaign, content, arrival));
  }

  private Octets event(Campaign campaign, Octets content, Arrival arrival) {
    Digest digest = book.documents().keep(content);
    return ArrivalBytes.write(
        new Arrival(
            arrival.how(),
            arrival.document(),
            campaign.number(),
            arrival.from(),
            arrival.at(),
            digest.hex()));
  }

  private Kept kept(Octets event) {
    Arrival arrival = ArrivalBytes.read(event).orThrow();
    Digest digest = new Digest(arrival.words());
    Octets content = book.documents().find(digest).orElseThrow();
    return new Kept(CampaignBytes.read(content).orThrow(), digest, arrival.document());
  }
}
