package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of named attacks in the threat model names tests that are there.
class NamedAttackTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (`[^|]+`) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestOfTheTableIsThere() {
    Map<String, Path> files =
        ProjectFiles.javaSources("test").stream()
            .filter(file -> file.toString().endsWith("Test.java"))
            .collect(
                Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    file -> file,
                    (one, _) -> one));
    List<MatchResult> rows =
        ROW.matcher(ProjectFiles.text(ProjectFiles.root().resolve("handbook/threat-model.md")))
            .results()
            .toList();
    List<String> lost = new ArrayList<>();
    for (MatchResult row : rows) {
      List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
      if (tests.isEmpty()) {
        lost.add(row.group(1) + " names none");
      }
      for (MatchResult test : tests) {
        Path file = files.get(test.group(1));
        if (file == null
            || !ProjectFiles.text(file).contains("@Test\n  void " + test.group(2) + "()")) {
          lost.add(row.group(1) + ": " + test.group());
        }
      }
    }

    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(lost).isEmpty();
  }
}
