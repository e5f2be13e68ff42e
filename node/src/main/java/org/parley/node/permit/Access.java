package org.parley.node.permit;

import org.parley.core.people.Action;

/// Who may take a route.
public sealed interface Access {

  /// Anybody, signed in or not.
  record Anyone() implements Access {}

  /// Whoever may take the action on nothing in particular: a page that opens an empty form, a list
  /// of what is one's own.
  record May(Action action) implements Access {}

  /// Whoever may take the action on what is their own: their account, their report.
  record MayOnOwn(Action action) implements Access {}

  /// Whoever may take the action on some thing; whether on this one, the operation asks when it has
  /// found the thing.
  record MayOnThing(Action action) implements Access {}

  /// Whoever may take one action or the other on some thing: what an operator adds to its own, an
  /// officer states.
  record MayEitherOnThing(Action one, Action other) implements Access {}
}
