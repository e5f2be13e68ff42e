package org.parley.bench.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Generated incidents of one family in which everything is known: as maps of names to values, as
/// objects, and as codes.
///
/// Texts and numbers are made anew for each incident, as a reader of files would make them.
public final class Incidents {

  /// The seed of everything that is generated; printed with the results.
  public static final long SEED = 20260101;

  private final Family family;
  private final List<byte[]> codes;
  private final List<Map<String, Object>> maps;

  private Incidents(Family family, List<byte[]> codes, List<Map<String, Object>> maps) {
    this.family = family;
    this.codes = codes;
    this.maps = maps;
  }

  public static Incidents of(Family family, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> codes = new ArrayList<>();
    List<Map<String, Object>> maps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> map = new HashMap<>();
      codes.add(
          switch (family) {
            case WEIGHTED -> weighted(random, map);
            case MATRIX -> matrix(random, map);
            case GATE -> gate(random, map);
          });
      maps.add(map);
    }
    return new Incidents(family, codes, maps);
  }

  public Family family() {
    return family;
  }

  public int count() {
    return codes.size();
  }

  /// One byte per fact: the place of the option, or 1 where the threshold is reached.
  public byte[][] codes() {
    return codes.toArray(byte[][]::new);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  public Map<String, Object>[] maps() {
    return maps.toArray(Map[]::new);
  }

  public WeightedIncident[] weighted() {
    return maps.stream().map(WeightedIncident::new).toArray(WeightedIncident[]::new);
  }

  public MatrixIncident[] matrix() {
    return maps.stream().map(MatrixIncident::new).toArray(MatrixIncident[]::new);
  }

  public GateIncident[] gate() {
    return maps.stream().map(GateIncident::new).toArray(GateIncident[]::new);
  }

  /// The incidents as objects of whichever class the family has.
  public Object[] objects() {
    return switch (family) {
      case WEIGHTED -> weighted();
      case MATRIX -> matrix();
      case GATE -> gate();
    };
  }

  private static byte[] weighted(SplittableRandom random, Map<String, Object> map) {
    List<Category> categories = WeightedScale.EIGHT.categories();
    byte[] code = new byte[categories.size()];
    for (int i = 0; i < code.length; i++) {
      code[i] = draw(random, map, categories.get(i).name(), categories.get(i).options());
    }
    return code;
  }

  private static byte[] matrix(SplittableRandom random, Map<String, Object> map) {
    return new byte[] {
      draw(random, map, "impact", MatrixScale.IMPACTS),
      draw(random, map, "scope", MatrixScale.SCOPES)
    };
  }

  private static byte[] gate(SplittableRandom random, Map<String, Object> map) {
    byte[] code = new byte[2 + Threshold.SIX.size()];
    code[0] = (byte) random.nextInt(2);
    map.put(Threshold.GATE, code[0] == 1);
    code[1] = draw(random, map, Threshold.ENOUGH, Threshold.ENOUGH_OPTIONS);
    for (int i = 0; i < Threshold.SIX.size(); i++) {
      Threshold threshold = Threshold.SIX.get(i);
      long number = near(random, threshold.bound());
      map.put(threshold.fact(), number);
      code[2 + i] = (byte) (threshold.isReachedBy(number) ? 1 : 0);
    }
    return code;
  }

  private static byte draw(
      SplittableRandom random, Map<String, Object> map, String name, List<String> options) {
    int place = random.nextInt(options.size());
    map.put(name, new String(options.get(place).toCharArray()));
    return (byte) place;
  }

  /// One time in ten the bound itself or a neighbour of it; else well below, or in a third of the
  /// cases above.
  private static long near(SplittableRandom random, long bound) {
    if (random.nextInt(10) == 0) {
      return bound - 1 + random.nextInt(3);
    }
    return random.nextInt(3) == 0 ? bound + random.nextLong(10 * bound) : random.nextLong(bound);
  }
}
