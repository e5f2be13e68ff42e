package org.parley.node.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.KeepCampaign;
import org.parley.exchange.Membership;
import org.parley.node.forms.Filled;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opens rounds of confirmation, follows them, asks again, closes them.
@Controller
final class CampaignDoor {

  private static final String ALL = "/campaigns";
  private static final String ONE = ALL + "/{year}";

  private final Campaigns campaigns;
  private final Press press;

  CampaignDoor(Campaigns campaigns, Press press) {
    this.campaigns = campaigns;
    this.press = press;
  }

  @GetMapping(ALL)
  ResponseEntity<byte[]> list(Visit visit) {
    return list(visit, Filled.blank(visit.words()));
  }

  @PostMapping(ALL)
  ResponseEntity<byte[]> open(Visit visit, @RequestParam MultiValueMap<String, String> all) {
    Filled filled = new Filled(visit.words(), all);
    Optional<LocalDate> by = filled.day("by");
    String text = filled.text("year");
    if (!text.matches("2[0-9]{3}")) {
      filled.wrong("year", "page.campaign.wrong.year");
    }
    if (by.isEmpty() && filled.at("by").isEmpty()) {
      filled.wrong("by", "page.refused.day-unfit");
    }
    if (!filled.problems().isEmpty()) {
      return list(visit, filled);
    }
    int year = Integer.parseInt(text);
    Checked<Campaign> opened =
        done((keep, realm) -> keep.open(realm, year, by.orElseThrow(), visit.now()), visit);
    if (opened instanceof Checked.Refused<Campaign>(List<Issue> why)) {
      tell(filled, why);
      return list(visit, filled);
    }
    return press.see(ALL + "/" + year);
  }

  /// In the reader's language, each at its field.
  private static void tell(Filled filled, List<Issue> why) {
    for (Issue issue : why) {
      String field = issue.place().document().equals("by") ? "by" : "year";
      filled.wrong(field, key(issue, field));
    }
  }

  private static String key(Issue issue, String field) {
    if (issue.code() == IssueCode.CAMPAIGN_UNSOUND) {
      return field.equals("by") ? "page.campaign.wrong.by" : "page.campaign.wrong.year";
    }
    return issue.code() == IssueCode.CHARTER_MISSING
        ? "page.network.wrong.no-charter"
        : "page.campaign.wrong.registrar";
  }

  private ResponseEntity<byte[]> list(Visit visit, Filled filled) {
    return press.page(
        visit,
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "campaign/list",
        visit.words().say("page.campaign.title"),
        Map.of(
            "campaigns",
            campaigns.all(visit),
            "registers",
            campaigns.registers(visit),
            "filled",
            filled));
  }

  @GetMapping(ONE)
  ResponseEntity<byte[]> one(Visit visit, @PathVariable String year) {
    return campaigns
        .find(visit, year)
        .map(page -> page(visit, page, Filled.blank(visit.words())))
        .orElseGet(() -> press.see(ALL));
  }

  private ResponseEntity<byte[]> page(Visit visit, CampaignPage page, Filled filled) {
    return press.page(
        visit,
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "campaign/campaign",
        visit.words().say("page.campaign.one", String.valueOf(page.campaign().year())),
        Map.of("page", page, "filled", filled));
  }

  /// The table; in an exercise the file says so in its name.
  @GetMapping(ONE + "/table.csv")
  ResponseEntity<byte[]> csv(Visit visit, @PathVariable String year) {
    Optional<CampaignPage> page = campaigns.find(visit, year);
    if (page.isEmpty()) {
      return press.see(ALL);
    }
    String name = (visit.site().exercise() ? "EXERCISE-" : "") + "confirmations-" + year + ".csv";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
        .headers(headers -> {
          headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(page.get().csv().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(ONE + "/remind")
  ResponseEntity<byte[]> remind(Visit visit, @PathVariable String year) {
    return change(visit, year, KeepCampaign::remind, "page.campaign.wrong.remind");
  }

  @PostMapping(ONE + "/end")
  ResponseEntity<byte[]> end(Visit visit, @PathVariable String year) {
    return change(visit, year, KeepCampaign::end, "page.campaign.wrong.end");
  }

  private interface Change {

    Checked<Campaign> run(KeepCampaign keep, Realm realm, int year, Instant now);
  }

  private interface Deed {

    Checked<Campaign> run(KeepCampaign keep, Realm realm);
  }

  private ResponseEntity<byte[]> change(Visit visit, String year, Change change, String wrong) {
    Optional<CampaignPage> page = campaigns.find(visit, year);
    if (page.isEmpty()) {
      return press.see(ALL);
    }
    int which = page.get().campaign().year();
    Checked<Campaign> done =
        done((keep, realm) -> change.run(keep, realm, which, visit.now()), visit);
    if (done instanceof Checked.Refused<Campaign>) {
      Filled filled = Filled.blank(visit.words());
      filled.wrong("", page.get().registers() ? wrong : "page.campaign.wrong.registrar");
      return page(visit, page.get(), filled);
    }
    return press.see(page.get().path());
  }

  private Checked<Campaign> done(Deed deed, Visit visit) {
    return campaigns
        .membership()
        .map(Membership::campaigning)
        .map(keep -> deed.run(keep, visit.site().realm()))
        .orElseGet(() -> new Checked.Refused<>(List.of()));
  }
}
