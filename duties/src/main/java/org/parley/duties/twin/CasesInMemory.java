package org.parley.duties.twin;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases;
import org.parley.duties.twin.Shelves.File;

record CasesInMemory(Shelves shelves, Session session) implements Cases {

  @Override
  public void put(Realm realm, CaseId id, List<Line> lines) {
    session.put(shelves.lines, new File(realm, id), List.copyOf(lines));
  }

  @Override
  public List<Line> list(Readers readers, Filter filter, Page page) {
    session.reading();
    Comparator<Line> order = order(page.order());
    return lines(readers)
        .filter(line -> passes(line, filter))
        .sorted(order)
        .filter(line ->
            page.after()
                .map(place -> places(page.order()).compare(Place.of(line, page.order()), place) > 0)
                .orElse(true))
        .limit(page.most())
        .toList();
  }

  private static Comparator<Line> order(Order order) {
    return (one, other) -> places(order).compare(Place.of(one, order), Place.of(other, order));
  }

  private static Comparator<Place> places(Order order) {
    Comparator<Place> byKey = Comparator.comparingLong(Place::key);
    Comparator<Place> highestFirst = Comparator.comparingLong(Place::number).reversed();
    return (order == Order.DUE ? byKey : byKey.reversed()).thenComparing(highestFirst);
  }

  @Override
  public Map<Stage, Long> count(Readers readers, Filter filter) {
    session.reading();
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    lines(readers)
        .filter(line -> passes(line, filter))
        .forEach(line -> counts.merge(line.way().stage(), 1L, Long::sum));
    return counts;
  }

  @Override
  public Optional<Line> find(Readers readers, CaseId id) {
    session.reading();
    return lines(readers).filter(line -> line.key().id().equals(id)).findFirst();
  }

  @Override
  public long cases(Realm realm) {
    session.reading();
    return shelves.lines.entrySet().stream()
        .filter(each -> each.getKey().realm().equals(realm) && !each.getValue().isEmpty())
        .count();
  }

  private Stream<Line> lines(Readers readers) {
    return shelves.lines.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.key().realm().equals(readers.realm()))
        .filter(line -> readers.audiences().contains(line.audience()))
        .filter(line -> readers.relations().contains(line.relation()));
  }

  private static boolean passes(Line line, Filter filter) {
    return filter.stages().contains(line.way().stage())
        && line.label().folded().contains(filter.text())
        && filter
            .atLeast()
            .map(rank -> line.gauge().level().filter(level -> level.gravest() >= rank).isPresent())
            .orElse(true)
        && filter
            .dueBefore()
            .map(moment -> line.gauge().due().filter(moment::isAfter).isPresent())
            .orElse(true);
  }
}
