package org.parley.core.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.incident.Revision;

/// All that was said of an incident, and the revisions that came of it.
///
/// @param said every statement, in the order of their numbers
/// @param revisions numbered from 1
public record Facts(List<Said> said, List<Revision> revisions) {

  public static final Facts NONE = new Facts(List.of(), List.of());

  public Facts {
    said = List.copyOf(said);
    revisions = List.copyOf(revisions);
  }

  public Optional<Said> find(int number) {
    return said.stream().filter(each -> each.number() == number).findFirst();
  }

  /// The statements about a key that count, side by side.
  public List<Said> counting(FactKey key) {
    return said.stream().filter(each -> each.counts() && each.key().equals(key)).toList();
  }

  /// All statements that count.
  public List<Said> counting() {
    return said.stream().filter(Said::counts).toList();
  }

  public Optional<Revision> latest() {
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  /// With these statements as a new revision; the same where all of it was said before.
  Facts stated(Stating stating, Author by, Instant at) {
    List<Said> next = new ArrayList<>(said);
    for (Statement statement : stating.statements()) {
      if (isSaid(next, statement, stating, by)) {
        continue;
      }
      int number = next.size() + 1;
      next.replaceAll(each ->
          each.counts() && each.key().equals(statement.key()) && each.by().isOneWith(by)
              ? each.now(new Said.Standing.Replaced(number))
              : each);
      Optional<Marking> own = Optional.ofNullable(stating.markings().get(statement.key()));
      next.add(
          new Said(number, revisions.size() + 1, statement, by, own, new Said.Standing.Counts()));
    }
    Optional<Instant> aware = stating.aware().or(() -> latest().flatMap(Revision::aware));
    Optional<String> nothingElse =
        stating
            .nothingElse()
            .map(stated -> stated ? Optional.of(by.side()) : Optional.<String>empty())
            .orElseGet(() -> latest().flatMap(Revision::nothingElse));
    boolean same =
        !revisions.isEmpty()
            && next.equals(said)
            && aware.equals(latest().flatMap(Revision::aware))
            && nothingElse.isPresent() == latest().flatMap(Revision::nothingElse).isPresent();
    return same ? this : revised(next, by, at, aware, nothingElse, Map.of());
  }

  private static boolean isSaid(List<Said> said, Statement statement, Stating stating, Author by) {
    Optional<Marking> marking = Optional.ofNullable(stating.markings().get(statement.key()));
    return said.stream()
        .anyMatch(each ->
            each.counts()
                && each.statement().equals(statement)
                && each.by().isOneWith(by)
                && each.marking().equals(marking));
  }

  Facts adopted(int number, String reason, Author by, Instant at) {
    Optional<Said> chosen = find(number);
    if (chosen.isEmpty() || counting(chosen.get().key()).equals(List.of(chosen.get()))) {
      return this;
    }
    FactKey key = chosen.get().key();
    List<Said> next = new ArrayList<>();
    for (Said each : said) {
      if (each.number() == number) {
        next.add(each.now(new Said.Standing.Counts()));
      } else if (each.counts() && each.key().equals(key)) {
        next.add(each.now(new Said.Standing.SetAside(number, reason)));
      } else {
        next.add(each);
      }
    }
    return revised(next, by, at, Map.of());
  }

  Facts withdrawn(int number, String reason, Author by, Instant at) {
    Optional<Said> taken = find(number);
    if (taken.isEmpty() || taken.get().standing() instanceof Said.Standing.Withdrawn) {
      return this;
    }
    List<Said> next = new ArrayList<>(said);
    next.set(said.indexOf(taken.get()), taken.get().now(new Said.Standing.Withdrawn(reason)));
    boolean last = counting(taken.get().key()).stream().allMatch(each -> each.number() == number);
    return revised(next, by, at, last ? Map.of(taken.get().key(), reason) : Map.of());
  }

  private Facts revised(List<Said> next, Author by, Instant at, Map<FactKey, String> withdrawn) {
    return revised(
        next,
        by,
        at,
        latest().flatMap(Revision::aware),
        latest().flatMap(Revision::nothingElse),
        withdrawn);
  }

  private Facts revised(
      List<Said> next,
      Author by,
      Instant at,
      Optional<Instant> aware,
      Optional<String> nothingElse,
      Map<FactKey, String> withdrawn) {
    List<Revision> more = new ArrayList<>(revisions);
    more.add(
        new Revision(
            revisions.size() + 1,
            Optional.of(at),
            Optional.of(by.side()),
            aware,
            next.stream().filter(Said::counts).map(Said::statement).toList(),
            nothingElse,
            withdrawn));
    return new Facts(next, more);
  }

  /// The keys with what counts about each, in the order in which they were first stated.
  public Map<FactKey, List<Said>> byKey() {
    Map<FactKey, List<Said>> byKey = new LinkedHashMap<>();
    for (Said each : counting()) {
      byKey.computeIfAbsent(each.key(), _ -> new ArrayList<>()).add(each);
    }
    return byKey;
  }

  /// The keys about which several statements count, side by side.
  public List<FactKey> conflicts() {
    Map<FactKey, Integer> counts = new HashMap<>();
    counting().forEach(each -> counts.merge(each.key(), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
