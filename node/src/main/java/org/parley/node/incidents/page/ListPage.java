package org.parley.node.incidents.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.Stage;
import org.parley.core.handling.Marking;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.port.Cases;

/// A list of incidents as its page shows it.
///
/// @param asked what was asked for
public record ListPage(Asked asked, ListIncidents.Listed listed, Speech speech, Instant now) {

  /// What a reader asks a list for, as the address says it.
  ///
  /// @param text as typed
  /// @param stages none chosen means all that are open
  /// @param atLeast rank of a level, or empty
  public record Asked(
      String text,
      Set<Stage> stages,
      Optional<Integer> atLeast,
      Cases.Order order,
      Optional<Cases.Place> after) {

    public Asked {
      stages = Set.copyOf(stages);
    }

    /// The same from another place on.
    public Asked from(Optional<Cases.Place> place) {
      return new Asked(text, stages, atLeast, order, place);
    }

    /// The query under which the same is asked, from a place on.
    public String query(Optional<Cases.Place> from) {
      List<String> parts = new ArrayList<>();
      if (!text.isEmpty()) {
        parts.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
      }
      stages.stream().sorted().forEach(stage -> parts.add("stage=" + stage.word()));
      atLeast.ifPresent(rank -> parts.add("level=" + rank));
      parts.add("order=" + order.name().toLowerCase(Locale.ROOT));
      from.ifPresent(place -> parts.add("after=" + place.key() + "." + place.number()));
      return String.join("&", parts);
    }
  }

  /// One line.
  public record Row(
      String path,
      String number,
      String title,
      String stage,
      String types,
      Optional<LevelView> level,
      Optional<Instant> due) {}

  public List<Cases.Line> lines() {
    return listed.lines();
  }

  public Row row(Cases.Line line) {
    return new Row(
        "/incidents/" + line.key().id(),
        (line.key().realm() instanceof Realm.Exercise ? "EX-" : "") + line.key().number(),
        line.label().title(),
        speech.stage(line.way().stage()),
        speech.types(line.label().types()),
        line.gauge()
            .level()
            .map(range -> LevelView.of(speech.voice(), range.mildest(), range.gravest())),
        line.gauge().due());
  }

  /// The marking of the list as a whole; empty where nothing is on it.
  public Optional<Marking> marking() {
    return lines().stream().map(Cases.Line::marking).reduce(Marking::with);
  }

  public boolean isPassed(Instant due) {
    return due.isBefore(now);
  }

  public boolean isShown(Cases.Line line) {
    return line.relation() == Relation.SHOWN;
  }

  /// How many there are by stage, over all pages.
  public long count(Stage stage) {
    return listed.counts().getOrDefault(stage, 0L);
  }

  public long all() {
    return listed.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isNarrowed() {
    return !asked.text().isEmpty() || asked.atLeast().isPresent() || !asked.stages().isEmpty();
  }

  public Optional<String> next() {
    return listed.next().map(place -> "/incidents?" + asked.query(Optional.of(place)));
  }

  /// The whole list as a file.
  ///
  /// @param ending `csv`, `json` or `pdf`
  public String file(String ending) {
    return "/incidents." + ending + "?" + query();
  }

  /// The query under which the same list is asked for from its beginning.
  public String query() {
    return asked.query(Optional.empty());
  }

  public Map<Integer, String> levels() {
    Map<Integer, String> names = new LinkedHashMap<>();
    speech.voice().edition().levels().mildestFirst().stream()
        .skip(1)
        .forEach(level -> names.put(level.rank(), speech.voice().phrases().grade(level)));
    return names;
  }
}
