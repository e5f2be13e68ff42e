package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes without any network exchange over a folder that somebody carries. */
class CarriedFolderTest {

  @TempDir private Path folder;
  private TwoNodes nodes = new TwoNodes(Path.of("."));
  private Path stick = Path.of("stick");

  @BeforeEach
  void twoNodesThatNobodyReaches() throws IOException {
    nodes = new TwoNodes(folder);
    stick = Files.createDirectory(folder.resolve("stick"));
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    nodes.node("b", "XB/csirt", "127.0.0.1:1");
    nodes.card("a");
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
    nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
  }

  @Test
  void aNoticeGoesThereAndItsReceiptComesBack() {
    carry("write", "a");
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("in-custody");

    TwoNodes.Said read = carry("read", "b");
    assertThat(read.out()).contains("XA/csirt: 1 taken in, 0 refused");
    assertThat(nodes.parley("list", "--node", nodes.at("b")).out()).contains("next: open it");
    carry("write", "b");
    carry("read", "a");

    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("delivered");
  }

  @Test
  void whatIsMissingFromTheFolderIsNamed() throws IOException {
    Path second = Files.writeString(folder.resolve("second.yaml"), TwoNodes.NOTICE);
    nodes.parley("send", "--node", nodes.at("a"), second.toString(), "--yes");
    carry("write", "a");
    try (Stream<Path> files = Files.walk(stick)) {
      Files.delete(
          files
              .filter(file -> file.getFileName().toString().startsWith("000001-"))
              .findFirst()
              .orElseThrow());
    }

    TwoNodes.Said read = carry("read", "b");

    assertThat(read.status()).isEqualTo(65);
    assertThat(read.err()).contains("missing from XA/csirt: numbers 1");
  }

  private TwoNodes.Said carry(String how, String node) {
    return nodes.parley("folder", how, "--node", nodes.at(node), stick.toString());
  }
}
