package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.parley.formats.tree.Tree;

/// What changed between two texts of a scale: value by value, and line by line.
public final class Differences {

  private static final int MOST_LINES = 4_000;

  private Differences() {}

  /// A value that changed.
  ///
  /// @param says where it stands, for people
  /// @param before empty where it is new
  /// @param now empty where it was taken out
  public record Change(String says, String before, String now) {}

  /// Compares two trees value by value.
  public static List<Change> of(Tree before, Tree now, FormWords words) {
    SequencedMap<String, String> old = leaves(before);
    SequencedMap<String, String> fresh = leaves(now);
    List<Change> changes = new ArrayList<>();
    LinkedHashMap<String, Boolean> paths = new LinkedHashMap<>();
    old.keySet().forEach(path -> paths.put(path, true));
    fresh.keySet().forEach(path -> paths.put(path, true));
    for (String path : paths.keySet()) {
      String was = old.getOrDefault(path, "");
      String is = fresh.getOrDefault(path, "");
      if (!was.equals(is)) {
        changes.add(new Change(says(path, words), was, is));
      }
    }
    return changes;
  }

  private static String says(String path, FormWords words) {
    List<String> parts = new ArrayList<>();
    for (String key : path.split("/")) {
      if (key.matches("\\d+")) {
        parts.add("(" + (Integer.parseInt(key) + 1) + ")");
      } else if (!key.equals("rule") && !key.equals("any") && !key.equals("all")) {
        parts.add(words.key(key));
      }
    }
    return String.join(" › ", parts);
  }

  private static SequencedMap<String, String> leaves(Tree tree) {
    SequencedMap<String, String> leaves = new LinkedHashMap<>();
    collect("", tree, leaves);
    return leaves;
  }

  private static void collect(String path, Tree tree, Map<String, String> leaves) {
    switch (tree) {
      case Tree.Text(String text, _, _) -> leaves.put(path, text);
      case Tree.Nothing _ -> leaves.put(path, "");
      case Tree.Mapping(var entries, _) ->
          entries.forEach(entry ->
              collect(
                  path.isEmpty() ? entry.key() : path + "/" + entry.key(), entry.value(), leaves));
      case Tree.Sequence(var items, _) -> {
        boolean plain = items.stream().allMatch(Tree.Text.class::isInstance);
        if (plain) {
          leaves.put(
              path,
              String.join(", ", items.stream().map(item -> ((Tree.Text) item).text()).toList()));
          return;
        }
        for (int place = 0; place < items.size(); place++) {
          collect(path + "/" + place, items.get(place), leaves);
        }
      }
    }
  }

  /// A line of two texts laid over each other.
  public record Line(Side side, int number, String text) {}

  /// In which of the texts a line stands.
  public enum Side {
    BOTH,
    BEFORE,
    NOW
  }

  /// The lines that differ, each with three lines around it; a longest common subsequence decides
  /// which lines are the same. Longer texts than four thousand lines are not compared by line.
  public static List<Line> lines(String before, String now) {
    List<String> old = before.lines().toList();
    List<String> fresh = now.lines().toList();
    if (old.size() > MOST_LINES || fresh.size() > MOST_LINES) {
      return List.of();
    }
    return near(all(old, fresh));
  }

  private static List<Line> all(List<String> old, List<String> fresh) {
    int start = 0;
    while (start < Math.min(old.size(), fresh.size()) && old.get(start).equals(fresh.get(start))) {
      start++;
    }
    int[][] common = common(old, fresh, start);
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < start; at++) {
      lines.add(new Line(Side.BOTH, at + 1, fresh.get(at)));
    }
    int one = start;
    int other = start;
    while (one < old.size() || other < fresh.size()) {
      if (one < old.size()
          && other < fresh.size()
          && Objects.equals(old.get(one), fresh.get(other))) {
        lines.add(new Line(Side.BOTH, other + 1, fresh.get(other)));
        one++;
        other++;
      } else if (other >= fresh.size()
          || (one < old.size()
              && common[one + 1 - start][other - start]
                  >= common[one - start][other + 1 - start])) {
        lines.add(new Line(Side.BEFORE, one + 1, old.get(one)));
        one++;
      } else {
        lines.add(new Line(Side.NOW, other + 1, fresh.get(other)));
        other++;
      }
    }
    return lines;
  }

  private static int[][] common(List<String> old, List<String> fresh, int start) {
    int[][] common = new int[old.size() - start + 1][fresh.size() - start + 1];
    for (int one = old.size() - 1; one >= start; one--) {
      for (int other = fresh.size() - 1; other >= start; other--) {
        int[] row = common[one - start];
        int[] below = common[one + 1 - start];
        row[other - start] =
            old.get(one).equals(fresh.get(other))
                ? below[other + 1 - start] + 1
                : Math.max(below[other - start], row[other + 1 - start]);
      }
    }
    return common;
  }

  private static List<Line> near(List<Line> all) {
    TreeSet<Integer> shown = new TreeSet<>();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).side() != Side.BOTH) {
        for (int near = Math.max(0, at - 3); near <= Math.min(all.size() - 1, at + 3); near++) {
          shown.add(near);
        }
      }
    }
    return shown.stream().map(all::get).toList();
  }
}
