package org.parley.core.fact;

import java.util.Optional;

/// What exactly a statement is about: a fact, the region it is limited to (if any), and whether it
/// happened or could have.
///
/// A class and not a record, because a sheet looks keys up in every evaluation and the hash is
/// worth keeping.
public final class FactKey implements Comparable<FactKey> {

  private final FactId fact;
  private final String region;
  private final Mode mode;
  private final int hash;

  private FactKey(FactId fact, String region, Mode mode) {
    this.fact = fact;
    this.region = region;
    this.mode = mode;
    this.hash = spread((fact.text().hashCode() * 31 + region.hashCode()) * 31 + mode.ordinal());
  }

  /// Lets every bit bear on the lowest ones, by which a sheet finds its statements.
  private static int spread(int hash) {
    int mixed = hash * 0x9E37_79B9;
    return mixed ^ mixed >>> 15;
  }

  public static FactKey of(FactId fact) {
    return fact.key();
  }

  /// Made once for each name; see [FactId#key()].
  static FactKey plain(FactId fact) {
    return new FactKey(fact, "", Mode.ACTUAL);
  }

  /// The key of the same name; for tests and for code that knows the catalogue.
  public static FactKey of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("no fact key: " + text));
  }

  /// Reads `fact` or `fact@REGION`, actual.
  public static Optional<FactKey> parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return FactId.parse(text).map(FactKey::of);
    }
    String region = text.substring(at + 1);
    return region.matches("[A-Z]{2}")
        ? FactId.parse(text.substring(0, at)).map(id -> of(id).in(region))
        : Optional.empty();
  }

  public FactKey in(String limitedTo) {
    return limitedTo.equals(region) ? this : new FactKey(fact, limitedTo, mode);
  }

  public FactKey as(Mode other) {
    return other == mode ? this : new FactKey(fact, region, other);
  }

  /// The same about a fact, as a catalogue names it.
  public FactKey about(FactId other) {
    return of(other).in(region).as(mode);
  }

  public FactId fact() {
    return fact;
  }

  /// The region as two capital letters, or the empty text.
  public String region() {
    return region;
  }

  public Mode mode() {
    return mode;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FactKey that
            && hash == that.hash
            && mode == that.mode
            && fact.equals(that.fact)
            && region.equals(that.region));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(FactKey other) {
    int byFact = fact.compareTo(other.fact);
    int byRegion = byFact != 0 ? byFact : region.compareTo(other.region);
    return byRegion != 0 ? byRegion : mode.compareTo(other.mode);
  }

  /// The key as files write it; potential statements carry a trailing `~`, which files express by
  /// their section.
  @Override
  public String toString() {
    return fact + (region.isEmpty() ? "" : "@" + region) + (mode == Mode.POTENTIAL ? "~" : "");
  }
}
