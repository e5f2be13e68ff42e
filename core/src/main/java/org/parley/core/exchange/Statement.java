package org.parley.core.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Realm;

/// What one office says to others, in a numbered form. It is known by the digest of its exact
/// bytes, is never changed once it was sent, and is corrected or cancelled only by another one that
/// names it.
///
/// @param items in the order written, each number once
/// @param rest attachments, severity, and what is not understood here
public record Statement(
    Heading heading, Route route, Ties ties, Marking marking, List<Item> items, Rest rest) {

  /// The most items that one statement can have.
  public static final int MOST_ITEMS = 200;

  public Statement {
    items = List.copyOf(items);
    Set<Integer> numbers = new HashSet<>();
    if (items.size() > MOST_ITEMS || !items.stream().map(Item::number).allMatch(numbers::add)) {
      throw new IllegalArgumentException("each item stands once, and there are at most 200");
    }
    if (!heading.number().fits(heading.realm())) {
      throw new IllegalArgumentException("exercises have their own series of numbers");
    }
  }

  /// @param unknown fields that nobody here understands, in the order they stood
  public record Rest(
      Optional<Severity> severity, List<Attachment> attachments, List<Kept> unknown) {

    public static final Rest NONE = new Rest(Optional.empty(), List.of(), List.of());

    public static final int MOST_ATTACHMENTS = 50;

    public Rest {
      attachments = List.copyOf(attachments);
      unknown = List.copyOf(unknown);
      if (attachments.size() > MOST_ATTACHMENTS) {
        throw new IllegalArgumentException("a statement has at most 50 attachments");
      }
    }
  }

  public Optional<Item> item(int number) {
    return items.stream().filter(item -> item.number() == number).findFirst();
  }

  public Realm realm() {
    return heading.realm();
  }

  public OfficeId from() {
    return route.from();
  }
}
