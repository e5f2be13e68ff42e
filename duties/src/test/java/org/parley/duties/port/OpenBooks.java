package org.parley.duties.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.parley.core.terms.Octets;

/// The books that a contract is about, changed and looked at in ways that read well.
interface OpenBooks {

  Books books();

  default void doing(Consumer<Book> work) {
    books()
        .change(book -> {
          work.accept(book);
          return true;
        });
  }

  default <T> Optional<T> found(Function<Book, Optional<T>> where) {
    return books().look(where);
  }

  default <T> List<T> listed(Function<Book, List<T>> where) {
    return books().look(where);
  }

  default boolean holds(Predicate<Book> claim) {
    return books().look(claim::test);
  }

  default int counted(ToIntFunction<Book> count) {
    return books().look(count::applyAsInt);
  }

  default Octets entryAt(long index) {
    return books().look(book -> book.log().entry(index));
  }

  default int entries() {
    return books().look(book -> Math.toIntExact(book.log().size()));
  }
}
