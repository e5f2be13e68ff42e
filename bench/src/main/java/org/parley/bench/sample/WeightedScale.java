package org.parley.bench.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A weighted mean over categories, cut into bands.
///
/// @param cuts lower bounds of every level but the first, inclusive, on the mean
public record WeightedScale(List<Category> categories, List<Integer> cuts) {

  /// The scale that all engines are measured on; names and figures are invented.
  public static final WeightedScale EIGHT =
      new WeightedScale(
          List.of(
              category(
                  "activity",
                  6,
                  "none:0 scanning:10 attempt:25 foothold:40 lateral:55 control:70 theft:85"
                      + " destruction:100"),
              category("actor", 4, "none:0 hacktivist:20 insider:45 criminal:60 apt:100"),
              category(
                  "location",
                  4,
                  "outside:0 office:15 mail:25 web:35 database:50 directory:65 backup:75 control:90"
                      + " safety:100"),
              category(
                  "information", 3, "none:0 public:10 internal:30 personal:55 secret:80 keys:100"),
              category(
                  "sector",
                  3,
                  "other:5 food:15 post:20 education:25 banking:50 water:60 health:70 transport:80"
                      + " energy:90 nuclear:100"),
              category("recovery", 5, "regular:10 supplemented:40 extended:70 impossible:100"),
              category("dependency", 4, "none:0 weak:20 some:35 strong:55 total:80 mutual:100"),
              category(
                  "spread",
                  5,
                  "host:0 room:10 site:20 unit:35 entity:45 region:60 country:75 abroad:90"
                      + " world:100")),
          List.of(20, 35, 50, 65, 80));

  /// A scale of any size, for growth: weights 3 to 6 in turn, options at about even distances, all
  /// scores multiples of five.
  public static WeightedScale of(int categories, int options) {
    List<Category> all = new ArrayList<>();
    for (int i = 0; i < categories; i++) {
      List<String> names = IntStream.range(0, options).mapToObj(o -> "option" + o).toList();
      List<Integer> scores =
          IntStream.range(0, options).map(o -> 5 * (20 * o / (options - 1))).boxed().toList();
      all.add(new Category("category" + i, 3 + i % 4, names, scores));
    }
    return new WeightedScale(List.copyOf(all), EIGHT.cuts());
  }

  public int totalWeight() {
    return categories.stream().mapToInt(Category::weight).sum();
  }

  /// The sums of weight × score from which each level but the first starts.
  public List<Integer> sumCuts() {
    return cuts.stream().map(cut -> cut * totalWeight()).toList();
  }

  private static Category category(String name, int weight, String optionsAndScores) {
    List<String> options = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    for (String pair : optionsAndScores.split(" ", -1)) {
      int colon = pair.indexOf(':');
      options.add(pair.substring(0, colon));
      scores.add(Integer.parseInt(pair.substring(colon + 1)));
    }
    return new Category(name, weight, List.copyOf(options), List.copyOf(scores));
  }
}
