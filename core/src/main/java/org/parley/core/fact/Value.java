package org.parley.core.fact;

import java.util.SortedSet;

/// One value of a fact, as its type lays down.
public sealed interface Value {

  /// One option of a yes-no, ordered or choice fact, by its place in the type's list.
  record Option(int index) implements Value {}

  /// A set of options: bit i stands for the option at place i.
  record Options(long mask) implements Value {}

  /// A count, quantity, duration or instant, in quanta of the type.
  record Number(long units) implements Value {}

  /// An amount in quanta of the type, in a currency (three capital letters).
  record Money(long units, String currency) implements Value {}

  /// A part of a whole as stated; `of` is above zero and `part` at most `of`.
  record Share(long part, long of) implements Value {}

  /// A set of codes.
  record Codes(SortedSet<String> codes) implements Value {}

  /// A key shared by incidents.
  record Key(String key) implements Value {}

  /// Free text.
  record Text(String text) implements Value {}
}
