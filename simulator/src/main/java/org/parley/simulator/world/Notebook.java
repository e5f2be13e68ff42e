package org.parley.simulator.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// What an all-knowing witness writes down during a run, to hold the nodes against at its end.
public final class Notebook {

  /// How many findings a run keeps; the first is what matters.
  private static final int MOST = 20;

  private final SequencedMap<Digest, Said> said = new LinkedHashMap<>();
  private final Map<String, Said> byCanary = new HashMap<>();
  private final Set<Promise> promises = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<NodeId, List<Mark>> marks = new LinkedHashMap<>();
  private final Set<Digest> gone = new HashSet<>();
  private final Map<NodeId, Rewound> rewound = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int canaries;

  /// A journal as it was at one time.
  public record Mark(long size, Digest root) {}

  /// A word that stands nowhere else in this world.
  public String newCanary() {
    return "canary-%05d-bird".formatted(++canaries);
  }

  public void said(Said statement) {
    said.put(statement.digest(), statement);
    byCanary.put(statement.canary(), statement);
  }

  public Optional<Said> find(Digest statement) {
    return Optional.ofNullable(said.get(statement));
  }

  public Optional<Said> withCanary(String canary) {
    return Optional.ofNullable(byCanary.get(canary));
  }

  public Collection<Said> said() {
    return Collections.unmodifiableCollection(said.values());
  }

  public void promised(Promise promise) {
    promises.add(promise);
  }

  public Collection<Promise> promises() {
    return Collections.unmodifiableCollection(promises);
  }

  public void mark(NodeId node, Mark mark) {
    marks.computeIfAbsent(node, _ -> new ArrayList<>()).add(mark);
  }

  public List<Mark> marks(NodeId node) {
    return List.copyOf(marks.getOrDefault(node, List.of()));
  }

  /// What was written down of a node at one time.
  public record Page(Set<Promise> promises, List<Mark> marks) {}

  public Page page(NodeId node) {
    return new Page(
        promises.stream()
            .filter(promise -> promise.node().equals(node))
            .collect(Collectors.toSet()),
        marks(node));
  }

  /// What a node lost when an older disk was put in its place.
  ///
  /// @param size how long its journal was on the oldest disk that came back
  /// @param lost what it knew before and does not know any more, in words that [#lost] repeats
  private record Rewound(long size, Set<String> lost) {}

  /// A node came back from a backup: what it promised since the page was written, and how its
  /// journal stood, nobody can hold it to any more.
  public void rewind(NodeId node, Page page, long size, Collection<String> lost) {
    promises.removeIf(promise -> promise.node().equals(node) && !page.promises().contains(promise));
    marks.put(node, new ArrayList<>(page.marks()));
    Rewound before = rewound.getOrDefault(node, new Rewound(size, Set.of()));
    Set<String> together = new LinkedHashSet<>(before.lost());
    together.addAll(lost);
    rewound.put(node, new Rewound(Math.min(size, before.size()), together));
    count("restored");
  }

  /// How long the journal of a node was on the oldest disk that came back; empty for a node that
  /// never needed one.
  public OptionalLong rewoundTo(NodeId node) {
    Rewound found = rewound.get(node);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.size());
  }

  /// Whether a restored node knew this once and lost it.
  public boolean lost(NodeId node, String what) {
    Rewound found = rewound.get(node);
    return found != null && found.lost().contains(what);
  }

  /// A sealing key of a node was destroyed or lost.
  public void gone(Octets key) {
    gone.add(key.digest());
  }

  public boolean isGone(Octets key) {
    return gone.contains(key.digest());
  }

  public void finding(Invariant invariant, String where, String what) {
    if (findings.size() < MOST) {
      findings.add(new Finding(invariant, where, what));
    }
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// Counts something that happened, so that a run in which nothing did is noticed.
  public void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  public Map<String, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }
}
