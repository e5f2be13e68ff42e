package org.parley.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.parley.core.issue.Issues;

/// No input, however hostile, throws: it gives a tree or at least one problem.
class TreesFuzzTest {

  private static final Limits LIMITS = new Limits(1 << 16, 40, 10_000);

  @FuzzTest
  void yamlGivesATreeOrAProblem(byte[] bytes) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readYaml(bytes, "fuzz.yaml", LIMITS, issues);
    assertThat(tree.isPresent() || issues.hasErrors()).isTrue();
    issues.list().forEach(issue -> assertThat(issue.toString()).startsWith("fuzz.yaml"));
  }

  @FuzzTest
  void jsonGivesATreeOrAProblem(byte[] bytes) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(bytes, "fuzz.json", LIMITS, issues);
    assertThat(tree.isPresent() || issues.hasErrors()).isTrue();
    issues.list().forEach(issue -> assertThat(issue.toString()).startsWith("fuzz.json"));
  }
}
