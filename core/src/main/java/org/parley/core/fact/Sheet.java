package org.parley.core.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that is known of one incident at one moment: for each key the statements that count, side by
/// side.
///
/// Several statements about one key stand beside each other until an officer adopts one; until then
/// the truth may be any of them. What is not stated is unknown, unless somebody stated that nothing
/// else happened: then it is at its baseline, if it has one.
public final class Sheet {

  private static final Stated NOT_STATED = new Stated.Unknown("not stated");

  /// The keys, each at the first free place from where its hash points; at least half of the places
  /// stay free. A map would do, but sheets are asked all the time.
  private final @Nullable FactKey[] keys;

  /// At the place of a key what is stated of it; null where that is not one statement alone.
  private final @Nullable Stated[] alone;

  /// At the place of a key what is stated of it exactly, as one number, so that graders need not
  /// follow objects; see [#plainly(Stated)].
  private final long[] plain;

  /// The keys about which several statements stand, as happens rarely.
  private final Map<FactKey, List<Stated>> sideBySide;

  private final boolean nothingElse;

  /// @param statements for each key at least one statement
  /// @param nothingElse whether somebody stated that nothing else happened
  public Sheet(Map<FactKey, List<Stated>> statements, boolean nothingElse) {
    int places = 2 * Integer.highestOneBit(Math.max(1, 2 * statements.size() - 1));
    this.keys = new @Nullable FactKey[places];
    this.alone = new @Nullable Stated[places];
    this.plain = new long[places];
    this.nothingElse = nothingElse;
    Map<FactKey, List<Stated>> several = HashMap.newHashMap(0);
    for (Map.Entry<FactKey, List<Stated>> entry : statements.entrySet()) {
      int place = placeOf(entry.getKey());
      keys[place] = entry.getKey();
      if (entry.getValue().size() == 1) {
        Stated only = entry.getValue().getFirst();
        alone[place] = only;
        plain[place] = plainly(only);
      } else {
        several.put(entry.getKey(), List.copyOf(entry.getValue()));
      }
    }
    this.sideBySide = several.isEmpty() ? Map.of() : several;
  }

  private static final long MOST_PLAIN = Long.MAX_VALUE >> 2;
  private static final int OPTION = 1;
  private static final int NUMBER = 2;
  private static final int OPTIONS = 3;

  /// In place of a value: nothing is stated of the key, nor that nothing else happened.
  public static final int UNSAID = -2;

  /// The value, and in the two lowest bits what it is; 0 for whatever cannot be said so plainly.
  private static long plainly(Stated stated) {
    if (stated instanceof Stated.Exactly(Value value)) {
      if (value instanceof Value.Option(int place)) {
        return plainly(place, OPTION);
      }
      if (value instanceof Value.Number(long units)) {
        return plainly(units, NUMBER);
      }
      if (value instanceof Value.Options(long mask)) {
        return plainly(mask, OPTIONS);
      }
    }
    return 0;
  }

  private static long plainly(long value, int what) {
    return value < 0 || value > MOST_PLAIN ? 0 : value << 2 | what;
  }

  /// The option that is stated of the key exactly and without contradiction, by its place; -1 where
  /// something else is stated, or [#UNSAID].
  public int option(FactKey key) {
    return (int) plain(key, OPTION);
  }

  /// The number of quanta that is stated of the key exactly and without contradiction; -1 where
  /// something else is stated, or [#UNSAID]. Money is no number.
  public long number(FactKey key) {
    return plain(key, NUMBER);
  }

  /// The set of options that is stated of the key exactly and without contradiction; -1 where
  /// something else is stated, or [#UNSAID].
  public long options(FactKey key) {
    return plain(key, OPTIONS);
  }

  private long plain(FactKey key, int what) {
    int place = placeOf(key);
    long said = plain[place];
    if ((said & 3) == what) {
      return said >> 2;
    }
    return keys[place] == null && !nothingElse ? UNSAID : -1;
  }

  /// Where the key stands, or would stand.
  private int placeOf(FactKey key) {
    int place = key.hashCode() & keys.length - 1;
    while (keys[place] != key) {
      FactKey here = keys[place];
      if (here == null || here.equals(key)) {
        return place;
      }
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  /// What is stated about the key itself, if anything.
  public Optional<List<Stated>> stated(FactKey key) {
    Stated only = alone[placeOf(key)];
    return only == null ? Optional.ofNullable(sideBySide.get(key)) : Optional.of(List.of(only));
  }

  /// What may be true of the key: its statements, else its baseline where nothing else happened,
  /// else unknown.
  public List<Stated> possible(FactKey key, Fact fact) {
    Stated only = alone(key, fact.baseline());
    return only == null ? sideBySide.getOrDefault(key, List.of()) : List.of(only);
  }

  /// What may be true of the key, where that is one thing; null where several statements stand side
  /// by side.
  ///
  /// @param baseline that of the fact
  public @Nullable Stated alone(FactKey key, Optional<Value> baseline) {
    int place = placeOf(key);
    Stated only = alone[place];
    return only == null && keys[place] == null ? unsaid(baseline) : only;
  }

  private Stated unsaid(Optional<Value> baseline) {
    return nothingElse && baseline.isPresent() ? new Stated.Exactly(baseline.get()) : NOT_STATED;
  }

  public Set<FactKey> keys() {
    return Set.copyOf(statements().keySet());
  }

  public boolean nothingElse() {
    return nothingElse;
  }

  /// This sheet with one key stated exactly; everything else as it is.
  public Sheet with(FactKey key, Stated stated) {
    Map<FactKey, List<Stated>> changed = statements();
    changed.put(key, List.of(stated));
    return new Sheet(changed, nothingElse);
  }

  /// This sheet with only the keys of `released`: all others become unknown, and so does "nothing
  /// else happened".
  public Sheet onlyWith(Set<FactKey> released) {
    Map<FactKey, List<Stated>> kept = statements();
    kept.keySet().retainAll(released);
    return new Sheet(kept, false);
  }

  private Map<FactKey, List<Stated>> statements() {
    Map<FactKey, List<Stated>> statements = new HashMap<>(sideBySide);
    for (int place = 0; place < keys.length; place++) {
      FactKey key = keys[place];
      Stated only = alone[place];
      if (key != null && only != null) {
        statements.put(key, List.of(only));
      }
    }
    return statements;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sheet that
        && nothingElse == that.nothingElse
        && statements().equals(that.statements());
  }

  @Override
  public int hashCode() {
    return statements().hashCode();
  }
}
