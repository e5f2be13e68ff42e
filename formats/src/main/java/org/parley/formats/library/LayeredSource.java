package org.parley.formats.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

/// A library with files laid beside its own while the program runs: the editions that a node made
/// its own. What the library itself holds is never covered.
public final class LayeredSource implements LibrarySource {

  private final LibrarySource base;
  private final TreeSet<String> baseNames;
  private volatile Layer layer = new Layer(new TreeMap<>(), List.of(), 0);

  private record Layer(SortedMap<String, byte[]> files, List<String> names, int generation) {}

  public LayeredSource(LibrarySource base) {
    this.base = base;
    this.baseNames = new TreeSet<>(base.names());
    lay(Map.of());
  }

  /// Puts these files in the place of all that were laid before; those that the library itself has
  /// are left out.
  ///
  /// @param files by their names in the library
  public synchronized void lay(Map<String, byte[]> files) {
    SortedMap<String, byte[]> beside = new TreeMap<>(files);
    beside.keySet().removeAll(baseNames);
    TreeSet<String> names = new TreeSet<>(baseNames);
    names.addAll(beside.keySet());
    layer = new Layer(beside, List.copyOf(names), layer.generation() + 1);
  }

  @Override
  public List<String> names() {
    return layer.names();
  }

  @Override
  public Optional<byte[]> bytes(String name) {
    byte[] laid = layer.files().get(name);
    return laid == null ? base.bytes(name) : Optional.of(laid.clone());
  }

  @Override
  public Optional<Parsed> parsed(String name, Issues issues) {
    byte[] laid = layer.files().get(name);
    return laid == null
        ? base.parsed(name, issues)
        : Parsed.of(laid, name, Limits.DOCUMENT, issues);
  }

  @Override
  public int generation() {
    return layer.generation();
  }
}
