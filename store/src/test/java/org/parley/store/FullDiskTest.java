package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

/// A disk with room for little: a change that does not fit has not happened, reading goes on, and
/// when there is room again, so does writing.
class FullDiskTest {

  @TempDir Path folder;

  @Test
  void aFullDiskRefusesChangesAndIsForgivenWhenThereIsRoomAgain() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    if (!mounted) {
      System.out.println("Skipped: a disk of limited size can be mounted by root alone");
    }
    Assumptions.assumeTrue(mounted, "a disk of limited size can be mounted by root alone");
    try (SqlBooks books = SqlBooks.open(disk.resolve("books.db"))) {
      Path ballast = Files.write(disk.resolve("ballast"), new byte[1_500_000]);
      List<Digest> kept = new ArrayList<>();
      Random random = new Random(20260302);

      assertThatThrownBy(
              () -> {
                while (kept.size() < 200) {
                  kept.add(keep(books, random));
                }
              })
          .isInstanceOf(UnreachableException.class);

      assertThat(kept).isNotEmpty();
      assertThat(books.<Long>look(book -> book.log().size())).isEqualTo(kept.size());
      for (Digest digest : kept) {
        assertThat(books.<Boolean>look(book -> book.documents().find(digest).isPresent())).isTrue();
      }
      Files.delete(ballast);
      kept.add(keep(books, random));
      assertThat(books.<Long>look(book -> book.log().size())).isEqualTo(kept.size());
      assertThat(books.damage()).isEmpty();
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static Digest keep(SqlBooks books, Random random) {
    byte[] bytes = new byte[40_000];
    random.nextBytes(bytes);
    return books.change(book -> {
      Digest digest = book.documents().keep(Octets.of(bytes));
      book.log().append(Octets.of(digest.hex()));
      return digest;
    });
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
