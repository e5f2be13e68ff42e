package org.parley.duties.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Books;
import org.parley.duties.port.BooksContract;
import org.parley.duties.port.UnreachableException;

class BooksInMemoryTest extends BooksContract {

  private final BooksInMemory books = new BooksInMemory();

  @Override
  public Books books() {
    return books;
  }

  @Override
  protected void reopen() {
    books.crash();
    books.restart();
  }

  @Test
  void aCrashBeforeTheChangeIsDurableLeavesNothingOfIt() {
    books.mishaps(change -> change == 2 ? Mishap.CRASH_BEFORE : Mishap.NONE);
    write("first");

    assertThatThrownBy(() -> write("second")).isInstanceOf(CrashedException.class);
    assertThatThrownBy(() -> write("third")).isInstanceOf(CrashedException.class);
    assertThatThrownBy(() -> size()).isInstanceOf(CrashedException.class);

    books.restart();
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void aCrashAfterTheChangeIsDurableLeavesAllOfIt() {
    books.mishaps(change -> change == 2 ? Mishap.CRASH_AFTER : Mishap.NONE);
    write("first");

    assertThatThrownBy(() -> write("second")).isInstanceOf(CrashedException.class);

    books.restart();
    assertThat(size()).isEqualTo(2);
  }

  @Test
  void aFullDiskRefusesTheChangeAndTheProcessLivesOn() {
    books.mishaps(change -> change == 2 ? Mishap.DISK_FULL : Mishap.NONE);
    write("first");

    assertThatThrownBy(() -> write("second")).isInstanceOf(UnreachableException.class);

    assertThat(size()).isEqualTo(1);
    write("third");
    assertThat(size()).isEqualTo(2);
  }

  @Test
  void withoutForcingACrashTakesWhatWasAcknowledged() {
    BooksInMemory careless = BooksInMemory.withoutForcing();
    for (int number = 0; number < 5; number++) {
      careless.change(book -> book.documents().keep(Octets.of("words")));
      careless.change(book -> {
        book.log().append(Octets.of("words"));
        return true;
      });
      if (number == 1) {
        careless.force();
      }
    }

    careless.crash();
    careless.restart();

    assertThat(careless.<Long>look(book -> book.log().size())).isEqualTo(2);
  }

  @Test
  void aSnapshotIsRestoredAsItWasHoweverOften() {
    write("first");
    BooksInMemory.Snapshot backup = books.snapshot();
    write("second");
    BooksInMemory copy = BooksInMemory.from(backup);
    copy.change(book -> book.documents().keep(Octets.of("only in the copy")));

    books.restore(backup);

    assertThat(size()).isEqualTo(1);
    assertThat(copy.<Long>look(book -> book.log().size())).isEqualTo(1);
    assertThat(books.changes()).isEqualTo(2);
  }

  private void write(String entry) {
    books.change(book -> {
      book.log().append(Octets.of(entry));
      return true;
    });
  }

  private long size() {
    return books.look(book -> book.log().size());
  }
}
