package org.parley.node.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.Reports;
import org.parley.node.TestNode;

/// Calendars of what is due, over HTTP.
class FeedTest {

  private static final ActingNode NODE = ActingNode.shared();
  private static final Pattern ADDRESS = Pattern.compile("(/feeds/[^/]+/due\\.ics)</p>");

  private final Reports reports = new Reports(NODE);

  private static String open(String who) {
    HttpResponse<String> page =
        NODE.browser(who).post("/account/calendar", "/account/calendar", Form.of("x", "y"));
    Matcher address = ADDRESS.matcher(page.body());
    assertThat(address.find()).as(page.body()).isTrue();
    return address.group(1);
  }

  /// As whoever has only the address: no cookie.
  private static HttpResponse<String> ask(String address) {
    return NODE.browser("").get(address);
  }

  @Test
  void aCalendarSaysNumberWhatAndWhenAndATitleOnlyWhereItIsClear() {
    String secret = reports.report("canary-amber-title");
    reports.report("Plain to all", "CLEAR");
    TestNode.Browser officer = NODE.browser("officer");
    reports.done(
        officer,
        secret,
        "task",
        "office",
        "XA/technical",
        "words",
        "canary-task-words",
        "due",
        "2027-01-01 10:00",
        "due.zone",
        "UTC");
    reports.done(officer, secret, "note", "words", "canary-note");

    HttpResponse<String> feed = ask(open("officer"));

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
    String text = feed.body().replace("\r\n ", "");
    assertThat(text)
        .contains("REFRESH-INTERVAL")
        .contains("Exercise")
        .contains("DTSTART:20270101T100000Z")
        .contains("· Plain to all")
        .doesNotContain("canary");
    String file = officer.get(secret + "/due.ics").body().replace("\r\n ", "");
    assertThat(file).contains("DTSTART:20270101T100000Z").doesNotContain("canary");
  }

  @Test
  void anAddressThatWasTakenBackOrReplacedIsNotThere() {
    String first = open("diplomat");
    String second = open("diplomat");

    assertThat(ask(first).statusCode()).isEqualTo(404);
    assertThat(ask(second).statusCode()).isEqualTo(200);
    assertThat(ask("/feeds/" + "A".repeat(43) + "/due.ics").statusCode()).isEqualTo(404);
    NODE.browser("diplomat")
        .post("/account/calendar", "/account/calendar/close", Form.of("x", "y"));
    assertThat(ask(second).statusCode()).isEqualTo(404);
  }

  @Test
  void aCalendarHoldsNothingThatItsOwnerMayNotSee() {
    reports.report("Clear and not the rival's", "CLEAR");

    String feed = ask(open("rival")).body();

    assertThat(feed).contains("BEGIN:VCALENDAR").doesNotContain("BEGIN:VEVENT");
    assertThat(NODE.browser("rival").get("/account/calendar").body()).doesNotContain("/feeds/");
  }

  @Test
  void whoReadsNoListsHasAnEmptyAddress() {
    assertThat(ask(open("administrator")).statusCode()).isEqualTo(404);
  }

  @Test
  void naughtyTitlesBreakNoCalendar() {
    String path = reports.report("x\u2028END:VEVENT;,\\ \u202e <b>", "CLEAR");

    String file = NODE.browser("officer").get(path + "/due.ics").body();

    assertThat(file).doesNotContain("\u2028").doesNotContain("\u202e").contains("\\;\\,");
    assertThat(file.lines().filter(line -> line.equals("END:VEVENT")).count())
        .isEqualTo(file.lines().filter(line -> line.equals("BEGIN:VEVENT")).count());
  }
}
