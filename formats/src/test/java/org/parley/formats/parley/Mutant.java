package org.parley.formats.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages a text as people and bad copies do: lines lost, doubled or moved, words exchanged.
final class Mutant {

  private static final List<String> WORDS =
      List.of(
          "",
          "~",
          "[]",
          "{}",
          "-1",
          "0",
          "99999999999999999999",
          "P1M",
          "[a, b]",
          "{a: b}",
          "yes",
          "unsaid",
          "out-of-scope",
          "deaths",
          "loss",
          "\"5 EUR\"",
          "0.5",
          "none",
          "usersTotal@EU",
          "\"\"",
          "x".repeat(200),
          "any",
          "condition");

  private Mutant() {}

  static String of(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int change = 0; change <= random.nextInt(3); change++) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
        case 2 -> lines.set(at, lines.get(at).replaceFirst("^ {2}", ""));
        default -> lines.set(at, exchanged(lines.get(at), random));
      }
      if (lines.isEmpty()) {
        return "";
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String exchanged(String line, RandomGenerator random) {
    String[] parts = line.split("(?<=[ :,{}\\[\\]])|(?=[ :,{}\\[\\]])");
    parts[random.nextInt(parts.length)] = WORDS.get(random.nextInt(WORDS.size()));
    return String.join("", parts);
  }
}
