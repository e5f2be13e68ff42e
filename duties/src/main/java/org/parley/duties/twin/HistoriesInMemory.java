package org.parley.duties.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Histories;
import org.parley.duties.twin.Shelves.Stream;

record HistoriesInMemory(Shelves shelves, Session session) implements Histories {

  @Override
  public List<Octets> events(Realm realm, String stream) {
    session.reading();
    return List.copyOf(shelves.streams.getOrDefault(new Stream(realm, stream), List.of()));
  }

  @Override
  public int length(Realm realm, String stream) {
    return events(realm, stream).size();
  }

  @Override
  public Optional<Octets> last(Realm realm, String stream) {
    List<Octets> events = events(realm, stream);
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
  }

  @Override
  public void append(Realm realm, String stream, int after, Octets event) {
    session.writing();
    Stream key = new Stream(realm, stream);
    List<Octets> events = shelves.streams.getOrDefault(key, List.of());
    if (events.size() != after) {
      throw new IllegalStateException(
          "a stream of " + events.size() + " events is not continued behind " + after);
    }
    if (events.isEmpty()) {
      session.put(shelves.streams, key, new ArrayList<>(List.of(event)));
    } else {
      session.add(events, event);
    }
  }

  @Override
  public List<String> streams(Realm realm, String prefix) {
    session.reading();
    return shelves.streams.keySet().stream()
        .filter(stream -> stream.realm().equals(realm) && stream.name().startsWith(prefix))
        .map(Stream::name)
        .toList();
  }
}
