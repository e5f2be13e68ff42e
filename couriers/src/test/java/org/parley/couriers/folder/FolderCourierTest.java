package org.parley.couriers.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.couriers.folder.FolderReader.Found;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.RecordingDoorway;
import org.parley.duties.port.UnreachableException;

class FolderCourierTest extends CourierContract {

  private static final NodeId XA = new NodeId(new Party("XA"), "csirt");
  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");

  @TempDir Path folder;
  private final RecordingDoorway doorway = new RecordingDoorway();

  @BeforeEach
  void plugIn() throws IOException {
    Files.createDirectory(folder.resolve("stick"));
  }

  private FolderReader reader() {
    return new FolderReader(folder.resolve("stick"), folder.resolve("at-XB"), XB, doorway);
  }

  @Override
  protected Courier courier() {
    return new FolderCourier(
        folder.resolve("stick"), folder.resolve("at-XA"), XA, node -> node.equals(XB));
  }

  @Override
  protected NodeId there() {
    return XB;
  }

  @Override
  protected RecordingDoorway door() {
    return doorway;
  }

  @Override
  protected void letArrive() {
    try {
      reader().read();
    } catch (UnreachableException ill) {
      // The reader's node says so to whoever plugged the stick in.
    }
  }

  @Override
  protected int atOnce() {
    return 1;
  }

  private void carry(String... parcels) {
    for (String parcel : parcels) {
      assertThat(courier().carry(XB, Octets.of(parcel))).isInstanceOf(Carried.InCustody.class);
    }
  }

  private Path parcels() {
    return folder.resolve("stick/XB_csirt/XA_csirt");
  }

  private Path file(String begin) throws IOException {
    try (Stream<Path> files = Files.list(parcels())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begin))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void aFileThatIsLostIsNamedAsAGap() throws IOException {
    carry("one", "two", "three", "four");
    Files.delete(file("000002"));
    Files.delete(file("000004"));

    assertThat(reader().read()).containsExactly(new Found(XA, 2, 0, List.of(), List.of(2L, 4L)));
    assertThat(doorway.taken()).containsExactly(Octets.of("one"), Octets.of("three"));
  }

  @Test
  void theSequenceGoesOnFromStickToStickAndAGapCloses() throws IOException {
    carry("one", "two");
    Files.delete(file("000001"));
    reader().read();
    try (Stream<Path> files = Files.list(parcels())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    carry("three", "one");

    assertThat(reader().read()).containsExactly(new Found(XA, 2, 0, List.of(), List.of()));
    assertThat(doorway.taken())
        .containsExactly(Octets.of("two"), Octets.of("one"), Octets.of("three"));
  }

  @Test
  void readingTheSameFolderAgainChangesNothing() {
    carry("one", "two");

    List<Found> first = reader().read();

    assertThat(reader().read()).isEqualTo(first);
    assertThat(doorway.taken()).hasSize(2);
  }

  @Test
  void aFileThatIsNotWhatItIsCalledIsNotHandedIn() throws IOException {
    carry("one", "two");
    Path damaged = file("000001");
    Files.writeString(damaged, "onE");
    Path link = parcels().resolve("000009-" + "a".repeat(64) + ".parcel");
    Files.createSymbolicLink(link, file("000002"));
    Files.writeString(parcels().resolve("readme.txt"), "hello");

    assertThat(reader().read())
        .containsExactly(
            new Found(
                XA,
                1,
                0,
                List.of(damaged.getFileName().toString(), link.getFileName().toString()),
                List.of(1L)));
  }

  @Test
  void aDoorwayThatIsIllLeavesTheRestForLater() {
    carry("one");
    doorway.fallIll(true);

    assertThatThrownBy(() -> reader().read()).isInstanceOf(UnreachableException.class);
    doorway.fallIll(false);

    assertThat(reader().read()).containsExactly(new Found(XA, 1, 0, List.of(), List.of()));
  }

  @Test
  void aNumberCutShortByAPullOfThePlugIsDropped() throws IOException {
    carry("one");
    Files.writeString(
        folder.resolve("at-XA/sent-XB_csirt.txt"), "2 0123", StandardOpenOption.APPEND);

    carry("two");

    assertThat(file("000002")).exists();
    assertThat(reader().read()).containsExactly(new Found(XA, 2, 0, List.of(), List.of()));
  }

  @Test
  void aFolderThatIsNotThereReachesNobody() throws IOException {
    Files.delete(folder.resolve("stick"));

    assertThat(courier().reaches(XB)).isFalse();
    assertThat(courier().carry(XB, Octets.of("one"))).isInstanceOf(Carried.Failed.class);
    assertThat(reader().read()).isEmpty();
  }
}
