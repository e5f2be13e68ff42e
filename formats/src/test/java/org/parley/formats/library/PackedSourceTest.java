package org.parley.formats.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

class PackedSourceTest {

  private final LibrarySource folder = new FolderSource(Path.of("../library"));
  private final Issues issues = new Issues();
  private final PackedSource packed = PackedSource.of(PackedSource.pack(folder, issues));

  @Test
  void theShippedLibraryCanBeParsed() {
    assertThat(issues.list()).isEmpty();
  }

  @Test
  void aPackedLibraryHoldsEveryFile() {
    assertThat(packed.names()).isEqualTo(folder.names()).contains("facts/catalogue.yaml");
  }

  @Test
  void aPackedTreeSaysTheSameAtTheSamePlacesUnderTheSameDigest() {
    for (String name : packed.names()) {
      if (packed.bytes(name).isEmpty()) {
        var before = folder.parsed(name, issues).orElseThrow();
        var after = packed.parsed(name, issues).orElseThrow();

        assertThat(told(after.tree())).as(name).isEqualTo(told(before.tree()));
        assertThat(after.digest()).as(name).isEqualTo(before.digest());
      }
    }
  }

  @Test
  void sampleIncidentsKeepTheirBytes() {
    String sample = "incidents/hospital-ransomware.yaml";

    assertThat(packed.bytes(sample).orElseThrow()).isEqualTo(folder.bytes(sample).orElseThrow());
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThat(packed.parsed("scales/none.yaml", issues)).isEmpty();
    assertThat(folder.parsed("scales/none.yaml", issues)).isEmpty();
    assertThat(issues.list()).hasSize(2);
  }

  @Test
  void nothingOutsideTheFolderIsRead() {
    assertThat(folder.bytes("../pom.xml")).isEmpty();
  }

  private static List<String> told(Tree tree) {
    List<String> told = new ArrayList<>();
    tell("", tree, told);
    return told;
  }

  private static void tell(String path, Tree tree, List<String> told) {
    told.add(path + place(tree.mark()) + tree.shape());
    switch (tree) {
      case Tree.Text(String text, Tree.Kind kind, _) -> told.add(kind + " " + text);
      case Tree.Sequence(var items, _) -> items.forEach(item -> tell(path + "-", item, told));
      case Tree.Mapping(var entries, _) ->
          entries.forEach(entry ->
              tell(path + "." + entry.key() + place(entry.keyMark()), entry.value(), told));
      case Tree.Nothing _ -> {}
    }
  }

  private static String place(Mark mark) {
    return " " + mark.line() + ":" + mark.column() + " ";
  }
}
