package org.parley.node.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.Finding;
import org.parley.core.check.Heard;
import org.parley.core.check.Summary;
import org.parley.core.check.Ways;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Party;
import org.parley.duties.checks.ReadChecks;
import org.parley.node.web.Visit;

/// What the pages of a check show.
public record CheckPage(Visit visit, ReadChecks.Seen seen) {

  /// A bar of the picture of numbers.
  ///
  /// @param key of its word
  /// @param share of 100, for its length
  public record Bar(String key, int count, int share) {}

  public Check check() {
    return seen.check();
  }

  public String path() {
    return "/checks/" + check().id();
  }

  public Check.Stage stage() {
    return check().stage(seen.now());
  }

  public String stageWord() {
    return stageWord(visit, stage());
  }

  static String stageWord(Visit visit, Check.Stage stage) {
    return visit.words().say("page.checks.stage." + word(stage));
  }

  public String rung() {
    return rung(visit, check());
  }

  static String rung(Visit visit, Check check) {
    return check.plan().rung().word().toUpperCase(Locale.ROOT)
        + " · "
        + visit.words().say("page.checks.rung." + check.plan().rung().word());
  }

  /// The findings in the alphabetical order of the reader's language: no order of merit.
  public List<Finding> findings() {
    List<Party> order =
        visit.shelf().states().inOrder(seen.findings().stream().map(Finding::state).toList());
    return seen.findings().stream()
        .sorted((one, other) ->
            Integer.compare(order.indexOf(one.state()), order.indexOf(other.state())))
        .toList();
  }

  public String state(Party party) {
    return visit.shelf().states().of(party);
  }

  public String verdict(Finding finding) {
    return visit.words().say("page.checks.verdict." + word(finding.verdict()));
  }

  public String heard(Heard heard) {
    return visit.words().say("page.checks.heard." + word(heard.kind()));
  }

  public String way(Ways.Way way) {
    return visit.words().say("page.checks.way." + way.name());
  }

  public Optional<CheckEvent.Asked> question(Finding finding) {
    return Optional.ofNullable(check().asked().get(finding.state()));
  }

  public Optional<String> taken(Finding finding) {
    return finding.taken(check()).map(this::span);
  }

  /// Hours and minutes.
  public String span(Duration time) {
    long minutes = Math.max(0, time.toMinutes());
    return minutes < 60
        ? visit.words().count("minute", minutes)
        : visit.words().count("hour", minutes / 60)
            + (minutes % 60 == 0 ? "" : " " + visit.words().count("minute", minutes % 60));
  }

  public List<OfficeId> offices() {
    List<OfficeId> all = new ArrayList<>();
    findings().forEach(finding -> all.addAll(check().plan().ask().offices(finding.state())));
    return all;
  }

  public String office(OfficeId office) {
    return state(office.party()) + ", " + visit.words().say("page.office." + office.kind().word());
  }

  public boolean isLive() {
    return stage() == Check.Stage.RUNNING || stage() == Check.Stage.PLANNED;
  }

  public long count(Finding.Verdict... verdicts) {
    List<Finding.Verdict> wanted = List.of(verdicts);
    return seen.findings().stream().filter(each -> wanted.contains(each.verdict())).count();
  }

  public List<Bar> bars(Summary summary) {
    int rest = summary.asked() - summary.met() - summary.later() - summary.oneWay();
    List<Bar> bars = new ArrayList<>();
    bars.add(bar("met", summary.met(), summary));
    bars.add(bar("met-later", summary.later(), summary));
    if (check().plan().rung().goesByTwoWays()) {
      bars.add(bar("one-way", summary.oneWay(), summary));
    }
    bars.add(bar("none", rest, summary));
    return bars;
  }

  /// How dark the bar of this row is: the first darkest.
  public String shade(int row) {
    return List.of("0.9", "0.6", "0.4", "0.25").get(row);
  }

  private static Bar bar(String key, int count, Summary summary) {
    return new Bar("page.checks.bar." + key, count, 100 * count / summary.asked());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
