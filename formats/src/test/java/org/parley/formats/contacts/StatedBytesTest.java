package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

class StatedBytesTest {

  private static final StatedSheet FULL =
      new StatedSheet(
          new Party("XB"),
          new Realm.Exercise("harbour"),
          12,
          Instant.parse("2026-11-22T10:00:00Z"),
          Optional.of(Instant.parse("2026-11-21T10:00:00.123Z")),
          Optional.of(
              new Nomination("Ministry", "NV 12/26", LocalDate.of(2026, 1, 2), Optional.empty())),
          List.of(Samples.small(), Samples.full()));

  @Test
  void whatIsWrittenIsReadAgain() {
    StatedSheet bare =
        new StatedSheet(
            new Party("XB"),
            new Realm.Real(),
            1,
            FULL.at(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    assertThat(StatedBytes.read(StatedBytes.write(FULL)).orThrow()).isEqualTo(FULL);
    assertThat(StatedBytes.read(StatedBytes.write(bare)).orThrow()).isEqualTo(bare);
    assertThat(StatedBytes.write(FULL)).isEqualTo(StatedBytes.write(FULL));
  }

  @Test
  void otherBytesAreRefused() {
    String good = StatedBytes.write(FULL).shown();
    for (String bad :
        List.of(
            "{}",
            good.replace("stated-contacts/1", "stated-contacts/2"),
            good.replace("\"state\":\"XB\"", "\"state\":\"secretariat\""),
            good.replace("exercise:harbour", "exercise"),
            good.replace("\"number\":12", "\"number\":0"),
            good.replace("\"number\":12", "\"number\":1000000"),
            good.replace("\"number\":12", "\"number\":12,\"number\":13"),
            good.replace("\"number\":12", "\"number\":12,\"more\":\"x\""),
            good.replace("2026-11-22T10:00:00Z", "yesterday"),
            good.replace("\"document\":\"NV 12/26\",", ""),
            good.replace("\"technical\"", "\"spy\""),
            good.replaceFirst(",\"contacts\":.*", "}"),
            good + " {}")) {
      assertThat(bad).isNotEqualTo(good);
      assertThat(StatedBytes.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void aDocumentThatIsTooLargeIsRefusedBeforeItIsRead() {
    Octets vast = Octets.of("{\"parley\":\"" + "x".repeat(StatedBytes.LARGEST) + "\"}");

    assertThat(StatedBytes.read(vast).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.DOCUMENT_TOO_LARGE);
  }

  @Test
  void newsAreReadAgainAndStrangeFieldsInThemAreRefused() {
    SheetNews news =
        new SheetNews(List.of(Octets.of("one"), Octets.of("two")), List.of(Octets.of("three")));
    String good = SheetNewsBytes.write(news).shown();

    assertThat(SheetNewsBytes.read(Octets.of(good)).orThrow()).isEqualTo(news);
    for (String bad :
        List.of(
            good.replace("contact-news/1", "contact-news/9"),
            good.replace("\"signed\"", "\"unsigned\""),
            good.replace("\"sheets\"", "\"sheet\""))) {
      assertThat(SheetNewsBytes.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void aCampaignIsReadAgainAndOtherBytesAreRefused() {
    Campaign campaign =
        new Campaign(
            new Realm.Exercise("harbour"),
            2026,
            3,
            FULL.at(),
            LocalDate.of(2026, 12, 31),
            List.of(FULL.at(), FULL.at().plusSeconds(90_000)),
            Optional.of(FULL.at().plusSeconds(100_000)));
    String good = CampaignBytes.write(campaign).shown();

    assertThat(CampaignBytes.read(Octets.of(good)).orThrow()).isEqualTo(campaign);
    for (String bad :
        List.of(
            good.replace("attestation-campaign/1", "attestation-campaign/2"),
            good.replace("\"year\":2026", "\"year\":1999"),
            good.replace("2026-12-31", "2026-12-32"),
            good.replace("\"reminders\"", "\"reminder\""),
            good.replace("\"number\":3", "\"number\":3,\"more\":1"))) {
      assertThat(bad).isNotEqualTo(good);
      assertThat(CampaignBytes.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
  }
}
