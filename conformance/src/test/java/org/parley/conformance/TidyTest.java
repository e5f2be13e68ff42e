package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sources keep the sizes and names of the house, main and test alike. */
class TidyTest {
  private static final List<String> RULES =
      List.of(
          "file-lines", "method-lines", "constructor-parameters", "line-characters", "empty-name");

  @Test
  void sourcesKeepTheirSizesAndNames() {
    List<Path> sources = new ArrayList<>(ProjectFiles.javaSources("main"));
    sources.addAll(ProjectFiles.javaSources("test"));
    List<Untidy> found = new ArrayList<>();
    for (Path source : sources) {
      found.addAll(Tidiness.check(ProjectFiles.relative(source), ProjectFiles.text(source)));
    }

    assertThat(sources).isNotEmpty();
    assertThat(Deviations.read().complaints(found, RULES)).as("untidy").isEmpty();
  }

  @Test
  void packagesKeepTheirSize() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path source : ProjectFiles.javaSources("main")) {
      int types = SourceFile.parse(ProjectFiles.text(source)).topLevelTypes();
      sizes.merge(ProjectFiles.relative(source.getParent()), types, Integer::sum);
    }
    List<Untidy> found =
        sizes.entrySet().stream()
            .filter(entry -> entry.getValue() > Tidiness.PACKAGE_TYPES)
            .map(entry -> new Untidy(entry.getKey(), 1, "package-types", entry.getValue(), ""))
            .toList();

    assertThat(Deviations.read().complaints(found, List.of("package-types"))).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        ProjectFiles.javaSources("main").stream()
            .filter(source -> !source.endsWith("module-info.java"))
            .map(source -> source.resolveSibling("package-info.java"))
            .distinct()
            .filter(page -> !Files.exists(page) || !ProjectFiles.text(page).contains("@NullMarked"))
            .map(ProjectFiles::relative)
            .toList();

    assertThat(unmarked).as("package-info.java missing or without @NullMarked").isEmpty();
  }
}
