package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.REAL;
import static org.parley.duties.port.Samples.XB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Samples;
import org.parley.duties.port.UnreachableException;

/// A disk that turns a bit over: the books notice, or every answer is still the same.
class BitFlipTest {

  private static final int DOCUMENTS = 12;

  @TempDir Path folder;

  @Test
  void aBitThatTurnedOverIsNeverAnotherAnswer() throws Exception {
    long seed = 20260302;
    Random random = new Random(seed);
    Path sound = folder.resolve("sound.db");
    try (SqlBooks books = SqlBooks.open(sound)) {
      books.change(BitFlipTest::fill);
    }
    List<Object> truth = answers(sound);
    byte[] bytes = Files.readAllBytes(sound);
    int noticed = 0;
    int harmless = 0;
    for (int flip = 0; flip < 200; flip++) {
      int place = random.nextInt(bytes.length);
      int bit = random.nextInt(8);
      byte[] damaged = bytes.clone();
      damaged[place] ^= (byte) (1 << bit);
      Path file = Files.write(folder.resolve("damaged.db"), damaged);
      try {
        assertThat(answers(file))
            .as("seed %d, octet %d, bit %d", seed, place, bit)
            .isEqualTo(truth);
        harmless++;
      } catch (UnreachableException found) {
        noticed++;
      }
      for (String beside : List.of("-wal", "-shm", "-journal")) {
        Files.deleteIfExists(folder.resolve("damaged.db" + beside));
      }
    }
    System.out.printf("bits turned: %d noticed, %d without effect%n", noticed, harmless);
    assertThat(noticed).isGreaterThan(30);
  }

  private static boolean fill(Book book) {
    Random random = new Random(1);
    for (int number = 0; number < DOCUMENTS; number++) {
      byte[] bytes = new byte[300];
      random.nextBytes(bytes);
      book.documents().keep(Octets.of(bytes));
      book.log().append(Octets.of("entry ".repeat(200) + number));
      book.histories().append(REAL, "stream", number, Octets.of("event ".repeat(300) + number));
      book.histories().append(REAL, "stream " + number, 0, Octets.of("begun"));
      book.outbox().add(Samples.parcel("parcel " + number, XB));
      book.inbox().add(Samples.received("came " + number, "slip " + number));
      book.links().sent(REAL, XB, Samples.slip(number + 1));
      book.links().received(REAL, XB, Samples.slip(3L * number + 1));
    }
    return true;
  }

  private static List<Object> answers(Path file) {
    try (SqlBooks books = SqlBooks.open(file)) {
      return books.look(BitFlipTest::answers);
    }
  }

  private static List<Object> answers(Book book) {
    List<Object> answers = new ArrayList<>();
    Random random = new Random(1);
    answers.add(book.log().size());
    answers.add(book.histories().events(REAL, "stream"));
    answers.add(book.histories().streams(REAL, ""));
    answers.add(book.outbox().due(NOON, 100));
    answers.add(book.outbox().waitingFor(XB));
    answers.add(book.links().lastSent(REAL, XB));
    answers.add(book.links().missing(REAL, XB, 100));
    for (int number = 0; number < DOCUMENTS; number++) {
      byte[] bytes = new byte[300];
      random.nextBytes(bytes);
      answers.add(book.documents().find(Octets.of(bytes).digest()));
      answers.add(book.log().entry(number));
      answers.add(book.inbox().byParcel(Samples.digest("came " + number)));
      answers.add(book.inbox().bySlip(Samples.digest("slip " + number)));
      answers.add(book.links().received(REAL, XB, 3L * number + 1));
    }
    return answers;
  }
}
