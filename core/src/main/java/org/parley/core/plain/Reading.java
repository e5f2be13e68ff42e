package org.parley.core.plain;

import java.util.List;
import org.parley.core.terms.Exact;

/// What a quantity can be on one statement about its facts.
sealed interface Reading {

  /// Anything between two numbers, both included, in the natural unit.
  record Numbers(Exact low, Exact high) implements Reading {
    static Numbers one(Exact value) {
      return new Numbers(value, value);
    }
  }

  /// One of these options, by place.
  record Options(List<Integer> places) implements Reading {}

  /// A set that has all of `must` and may have any of `may`; bits of `must` are in `may` too.
  record Members(long must, long may) implements Reading {}

  /// A number of codes between two ends.
  record CodeNumber(int low, int high) implements Reading {}

  /// No value: the question does not arise, or a ratio is over zero. Every test on it fails.
  record NoValue() implements Reading {}
}
