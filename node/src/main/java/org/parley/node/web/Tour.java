package org.parley.node.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.core.terms.Party;

/// The way through a demo: which nodes there are, and what lies where in the story that they tell.
/// An ordinary node has none.
public final class Tour {

  /// Of a node that is no part of a demo.
  public static final Tour NONE = new Tour(List.of());

  private final List<Stop> stops;
  private final Map<String, String> places = new ConcurrentHashMap<>();

  /// @param stops the nodes of the demo, in the order in which they are told
  public Tour(List<Stop> stops) {
    this.stops = List.copyOf(stops);
  }

  /// A node of the demo.
  ///
  /// @param address without a slash at the end
  public record Stop(Party party, URI address) {}

  public boolean isThere() {
    return !stops.isEmpty();
  }

  public List<Stop> stops() {
    return stops;
  }

  /// Notes where something of the story lies.
  public void note(String name, String place) {
    places.put(name, place);
  }

  /// Where something of the story lies; empty where the story has not come so far.
  public Optional<String> place(String name) {
    return Optional.ofNullable(places.get(name));
  }
}
