package org.parley.formats.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// An attestation campaign as the exact bytes that are signed, there and back.
public final class CampaignBytes {

  /// The largest that is read, in octets.
  public static final int LARGEST = 16 << 10;

  private static final String KIND = "attestation-campaign";
  private static final Limits LIMITS = new Limits(LARGEST, 6, 200);

  private CampaignBytes() {}

  public static Octets write(Campaign campaign) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("realm", campaign.realm().word());
      json.writeNumberProperty("year", campaign.year());
      json.writeNumberProperty("number", campaign.number());
      json.writeStringProperty("opened", campaign.opened().toString());
      json.writeStringProperty("by", campaign.by().toString());
      JsonBytes.texts(json, "reminders", campaign.reminders());
      campaign.ended().ifPresent(at -> json.writeStringProperty("ended", at.toString()));
    });
  }

  public static Checked<Campaign> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Campaign> campaign =
        JsonBytes.tree(bytes, KIND, LIMITS, issues)
            .flatMap(tree -> campaign(tree, issues))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(campaign, issues);
  }

  private static Optional<Campaign> campaign(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<Realm> realm = typed.realm("realm");
    Optional<Long> year = typed.whole("year", Campaign.FIRST_YEAR, Campaign.LAST_YEAR);
    Optional<Long> number = typed.whole("number", 1, StatedSheet.LAST);
    Optional<Instant> opened = typed.moment("opened");
    Optional<LocalDate> by = typed.as("by", "day such as 2026-11-22", ContactReading::parsedDay);
    Optional<List<Instant>> reminders =
        typed.list("reminders", Campaign.MOST_REMINDERS, "moment", Typed::parseMoment);
    Optional<Instant> ended = typed.maybeMoment("ended");
    typed.end();
    return realm.isEmpty()
            || year.isEmpty()
            || number.isEmpty()
            || opened.isEmpty()
            || by.isEmpty()
            || reminders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Campaign(
                realm.get(),
                year.get().intValue(),
                number.get(),
                opened.get(),
                by.get(),
                reminders.get(),
                ended));
  }
}
