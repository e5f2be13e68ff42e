package org.parley.duties.twin;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.exchange.ConversationId;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.twin.Shelves.Talk;

record ConversationsInMemory(Shelves shelves, Session session) implements Conversations {

  private static final Comparator<Place> PLACES =
      Comparator.comparingLong(Place::key).thenComparing(Place::id);

  @Override
  public void put(Realm realm, ConversationId id, List<Line> lines) {
    session.put(shelves.talks, new Talk(realm, id), List.copyOf(lines));
  }

  @Override
  public List<Line> list(Readers readers, Filter filter, Page page) {
    session.reading();
    return lines(readers)
        .filter(line -> passes(line, filter))
        .sorted(Comparator.comparing(line -> Place.of(line, page.order()), PLACES))
        .filter(line ->
            page.after()
                .map(place -> PLACES.compare(Place.of(line, page.order()), place) > 0)
                .orElse(true))
        .limit(page.most())
        .toList();
  }

  @Override
  public Map<Turn, Long> count(Readers readers, Filter filter) {
    session.reading();
    Map<Turn, Long> counts = new EnumMap<>(Turn.class);
    lines(readers)
        .filter(line -> passes(line, filter))
        .forEach(line -> counts.merge(line.awaits().turn(), 1L, Long::sum));
    return counts;
  }

  @Override
  public Optional<Line> find(Readers readers, ConversationId id) {
    session.reading();
    return lines(readers).filter(line -> line.key().id().equals(id)).findFirst();
  }

  @Override
  public boolean knows(Realm realm, ConversationId id) {
    session.reading();
    return !shelves.talks.getOrDefault(new Talk(realm, id), List.of()).isEmpty();
  }

  @Override
  public List<ConversationId> passed(Realm realm, Instant now) {
    session.reading();
    return shelves.talks.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.key().realm().equals(realm))
        .filter(line -> line.way().watch().filter(watch -> watch.isBefore(now)).isPresent())
        .map(line -> line.key().id())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Line> lines(Readers readers) {
    return shelves.talks.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.key().realm().equals(readers.realm()))
        .filter(line -> line.key().office().equals(readers.office()))
        .filter(line -> readers.relations().contains(line.relation()));
  }

  private static boolean passes(Line line, Filter filter) {
    return filter.turns().contains(line.awaits().turn())
        && line.label().folded().contains(filter.text())
        && (filter.party().isEmpty()
            || line.label().counterparts().stream()
                .anyMatch(office -> office.party().code().equals(filter.party())))
        && (filter.formats().isEmpty()
            || line.label().formats().stream().anyMatch(filter.formats()::contains));
  }
}
