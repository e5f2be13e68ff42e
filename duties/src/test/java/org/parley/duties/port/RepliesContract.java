package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.REAL;
import static org.parley.duties.port.Samples.digest;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// What books keep of what programs were answered.
interface RepliesContract extends OpenBooks {

  static Replies.Reply reply(int token, String key, long later) {
    return new Replies.Reply(
        REAL,
        new UUID(0, token),
        digest(key),
        digest("request"),
        NOON.plusSeconds(later),
        Octets.of("{\"incident\":\"Ёж\"}"));
  }

  static Optional<Replies.Reply> find(Book book, Realm realm, int token, String key) {
    return book.replies().find(realm, new UUID(0, token), digest(key));
  }

  @Test
  default void aReplyIsFoundUnderItsRealmTokenAndKeyAlone() {
    doing(book -> book.replies().keep(reply(1, "a", 0)));

    assertThat(books().<Optional<Replies.Reply>>look(book -> find(book, REAL, 1, "a")))
        .contains(reply(1, "a", 0));
    assertThat(books().<Optional<Replies.Reply>>look(book -> find(book, REAL, 2, "a"))).isEmpty();
    assertThat(books().<Optional<Replies.Reply>>look(book -> find(book, REAL, 1, "b"))).isEmpty();
    assertThat(
            books()
                .<Optional<Replies.Reply>>look(
                    book -> find(book, new Realm.Exercise("trial"), 1, "a")))
        .isEmpty();
    assertThatThrownBy(() -> doing(book -> book.replies().keep(reply(1, "a", 9))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void repliesAreForgottenWhenTheirTimeIsOver() {
    doing(book -> {
      book.replies().keep(reply(1, "old", 0));
      book.replies().keep(reply(1, "new", 1));
      book.replies().forgetBefore(NOON.plusSeconds(1));
    });

    assertThat(books().<Optional<Replies.Reply>>look(book -> find(book, REAL, 1, "old"))).isEmpty();
    assertThat(books().<Optional<Replies.Reply>>look(book -> find(book, REAL, 1, "new")))
        .isPresent();
  }
}
