package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoomTableTest {
  private static final String PAGE =
      """
      # A house
      | `not.here` | duty | – |
      ## Rooms
      | room | duty | may import |
      |---|---|---|
      | `core.a` | one | – |
      | `core.b` | two | `core.a` |
      | `core.b.c` | three | `core.a`, `core.b` |
      | `door` | four | `core.*` |
      ## Rules
      | `nor.here` | duty | – |
      """;

  private final RoomTable table = RoomTable.parse(PAGE);

  @Test
  void onlyTheRowsUnderRoomsAreRooms() {
    assertThat(table.mayImport().keySet()).containsExactly("core.a", "core.b", "core.b.c", "door");
  }

  @Test
  void aPackageBelongsToTheNearestRowAbove() {
    assertThat(table.roomOf("org.parley.core.b")).contains("core.b");
    assertThat(table.roomOf("org.parley.core.b.c.d")).contains("core.b.c");
    assertThat(table.roomOf("org.parley.core.b.x.y")).contains("core.b");
    assertThat(table.roomOf("org.parley.core")).isEmpty();
    assertThat(table.roomOf("org.elsewhere.core.b")).isEmpty();
  }

  @Test
  void aRoomMayImportWhatItsRowNames() {
    assertThat(table.allows("core.b", "core.a")).isTrue();
    assertThat(table.allows("core.a", "core.b")).isFalse();
    assertThat(table.allows("core.b", "core.b.c")).isFalse();
    assertThat(table.importsOf("door")).containsExactly("core.a", "core.b", "core.b.c");
  }

  @Test
  void twoRowsForOneRoomAreRefused() {
    assertThatThrownBy(() -> RoomTable.parse("## Rooms\n| `a` | x | – |\n| `a` | y | – |\n"))
        .hasMessageContaining("two rows");
  }
}
