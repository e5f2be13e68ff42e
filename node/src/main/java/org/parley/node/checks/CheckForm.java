package org.parley.node.checks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.terms.Party;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.util.MultiValueMap;

/// The forms of a check, read; what cannot be taken is told beside its field.
final class CheckForm {

  private final Visit visit;
  private final MultiValueMap<String, String> fields;
  private final List<Problem> problems = new ArrayList<>();

  CheckForm(Visit visit, MultiValueMap<String, String> fields) {
    this.visit = visit;
    this.fields = fields;
  }

  List<Problem> problems() {
    return problems;
  }

  String text(String name) {
    return Optional.ofNullable(fields.getFirst(name)).map(String::strip).orElse("");
  }

  Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  Optional<CheckPlan> plan(OfficeId from) {
    Optional<Rung> rung = Rung.parse(text("rung"));
    if (rung.isEmpty()) {
      wrong("rung", "page.wrong.rung");
    }
    if (text("name").isEmpty() || text("name").length() > CheckPlan.LONGEST_NAME) {
      wrong("name", "page.wrong.check-name");
    }
    List<Party> states = states(from.party());
    Set<OfficeKind> kinds = rung.flatMap(Rung::offices).orElseGet(this::kinds);
    if (kinds.isEmpty()) {
      wrong("offices", "page.wrong.offices");
    }
    Optional<Instant> begins =
        maybe("begins").isEmpty() ? Optional.of(visit.now()) : moment("begins");
    Optional<Duration> within = within(rung);
    return problems.isEmpty()
        ? Optional.of(
            new CheckPlan(
                rung.orElseThrow(),
                text("name"),
                from,
                new CheckPlan.Ask(states, kinds),
                begins.orElseThrow(),
                within.orElseThrow(),
                fields.containsKey("announced")))
        : Optional.empty();
  }

  /// Those ticked, and those named below; each once.
  private List<Party> states(Party own) {
    Set<Party> states = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    fields
        .getOrDefault("states", List.of())
        .forEach(code -> Party.parse(code).ifPresent(states::add));
    for (String name : text("others").split("[,;\\n]", -1)) {
      if (!name.isBlank()) {
        Optional<Party> found =
            visit.shelf().states().find(name).or(() -> Party.parse(name.strip()));
        found.ifPresentOrElse(states::add, () -> unknown.add(name.strip()));
      }
    }
    if (!unknown.isEmpty()) {
      problems.add(
          new Problem(
              "others", visit.words().say("page.wrong.states", String.join(", ", unknown)), ""));
    } else if (states.isEmpty() || states.contains(own)) {
      wrong("states", "page.wrong.no-states");
    }
    return List.copyOf(states);
  }

  private Set<OfficeKind> kinds() {
    return fields.getOrDefault("offices", List.of()).stream()
        .flatMap(word -> OfficeKind.parse(word).stream())
        .filter(kind -> kind != OfficeKind.SECRETARIAT)
        .collect(Collectors.toSet());
  }

  private Optional<Duration> within(Optional<Rung> rung) {
    if (text("within").isEmpty()) {
      return rung.map(Rung::within);
    }
    if (!text("within").matches("[1-9][0-9]{0,4}")) {
      wrong("within", "page.wrong.within");
      return Optional.empty();
    }
    long number = Long.parseLong(text("within"));
    return Optional.of(
        text("unit").equals("hours") ? Duration.ofHours(number) : Duration.ofMinutes(number));
  }

  /// As the browser's field for a day and a time gives it, read as UTC.
  private Optional<Instant> moment(String name) {
    try {
      return Optional.of(LocalDateTime.parse(text(name)).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      wrong(name, "page.wrong.moment-utc");
      return Optional.empty();
    }
  }

  Optional<CheckEvent.Contact> contact() {
    Optional<OfficeId> office = OfficeId.parse(text("office"));
    if (office.isEmpty()) {
      wrong("office", "page.wrong.offices");
    }
    Optional<Instant> when = maybe("when").isEmpty() ? Optional.of(visit.now()) : moment("when");
    if (text("way").isEmpty()) {
      wrong("way", "page.wrong.way");
    }
    return problems.isEmpty()
        ? Optional.of(
            new CheckEvent.Contact(
                office.orElseThrow(), when.orElseThrow(), text("way"), maybe("word")))
        : Optional.empty();
  }

  private void wrong(String field, String key) {
    problems.add(new Problem(field, visit.words().say(key), ""));
  }
}
