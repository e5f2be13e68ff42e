package org.parley.core.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that is known of one incident at one moment: for each key the statements that count, side by
/// side.
///
/// Several statements about one key stand beside each other until an officer adopts one; until then
/// the truth may be any of them. What is not stated is unknown, unless somebody stated that nothing
/// else happened: then it is at its baseline, if it has one.
public final class Sheet {

  private static final Stated NOT_STATED = new Stated.Unknown("not stated");

  private final Map<FactKey, List<Stated>> statements;
  private final boolean nothingElse;

  /// @param statements for each key at least one statement
  /// @param nothingElse whether somebody stated that nothing else happened
  public Sheet(Map<FactKey, List<Stated>> statements, boolean nothingElse) {
    Map<FactKey, List<Stated>> copy = HashMap.newHashMap(statements.size());
    statements.forEach((key, said) -> copy.put(key, List.copyOf(said)));
    this.statements = copy;
    this.nothingElse = nothingElse;
  }

  /// What is stated about the key itself, if anything.
  public Optional<List<Stated>> stated(FactKey key) {
    return Optional.ofNullable(statements.get(key));
  }

  /// What may be true of the key: its statements, else its baseline where nothing else happened,
  /// else unknown.
  public List<Stated> possible(FactKey key, Fact fact) {
    List<Stated> said = statements.get(key);
    if (said != null) {
      return said;
    }
    Optional<Value> baseline = nothingElse ? fact.baseline() : Optional.empty();
    return List.of(baseline.<Stated>map(Stated.Exactly::new).orElse(NOT_STATED));
  }

  public Set<FactKey> keys() {
    return Set.copyOf(statements.keySet());
  }

  public boolean nothingElse() {
    return nothingElse;
  }

  /// This sheet with one key stated exactly; everything else as it is.
  public Sheet with(FactKey key, Stated stated) {
    Map<FactKey, List<Stated>> changed = new HashMap<>(statements);
    changed.put(key, List.of(stated));
    return new Sheet(changed, nothingElse);
  }

  /// This sheet with only the keys of `released`: all others become unknown, and so does "nothing
  /// else happened".
  public Sheet onlyWith(Set<FactKey> released) {
    Map<FactKey, List<Stated>> kept = new HashMap<>(statements);
    kept.keySet().retainAll(released);
    return new Sheet(kept, false);
  }
}
