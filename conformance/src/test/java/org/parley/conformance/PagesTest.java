package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.cli.Parley;

/**
 * The pages tell the truth: their commands exist, their links lead somewhere, and what is run on
 * changes is theirs.
 */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$? ?\\./parley ([a-z][a-z-]*)");
  private static final List<String> OF_THE_LAUNCHER =
      List.of("build", "test", "bench", "simulate", "serve", "package");

  @Test
  void whatRunsOnEveryChangeIsTheTestCommandOfTheReadme() {
    String readme = ProjectFiles.text(ProjectFiles.root().resolve("README.md"));
    String run = ProjectFiles.text(ProjectFiles.root().resolve(".ci/run"));

    assertThat(section(readme, "## Test it")).contains("```sh\n./parley test\n```");
    assertThat(run.lines().toList().getLast()).isEqualTo("exec ./parley test");
  }

  @Test
  void theCommandsOfTheReadmeExist() {
    Set<String> known = new TreeSet<>(OF_THE_LAUNCHER);
    known.addAll(Parley.commandLine().getSubcommands().keySet());
    Matcher matcher = COMMAND.matcher(ProjectFiles.text(ProjectFiles.root().resolve("README.md")));
    List<String> used = matcher.results().map(result -> result.group(1)).toList();

    assertThat(used).isNotEmpty();
    assertThat(known).containsAll(used);
  }

  @Test
  void linksLeadToFilesThatExist() {
    List<String> broken = new ArrayList<>();
    for (Path page : ProjectFiles.below("")) {
      if (page.toString().endsWith(".md")) {
        LINK.matcher(ProjectFiles.text(page))
            .results()
            .map(result -> result.group(1))
            .filter(link -> !link.matches("[a-z]+:.*"))
            .filter(link -> !Files.exists(page.resolveSibling(link)))
            .forEach(link -> broken.add(ProjectFiles.relative(page) + " -> " + link));
      }
    }

    assertThat(broken).isEmpty();
  }

  private static String section(String page, String heading) {
    int start = page.indexOf(heading);
    assertThat(start).as("the heading %s", heading).isNotNegative();
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }
}
