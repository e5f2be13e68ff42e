package org.parley.simulator.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;

/// What an all-knowing witness writes down during a run, to hold the nodes against at its end.
public final class Notebook {

  /// How many findings a run keeps; the first is what matters.
  private static final int MOST = 20;

  private final SequencedMap<Digest, Said> said = new LinkedHashMap<>();
  private final Map<String, Said> byCanary = new HashMap<>();
  private final Set<Promise> promises = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<NodeId, List<Mark>> marks = new LinkedHashMap<>();
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
