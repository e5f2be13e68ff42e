package org.parley.core.handling;

/// Who somebody is to a piece of information, nearest first.
public enum Relation {
  /// An office of the State or institution that said it.
  ORIGINATOR,
  /// An office that the originator named, as addressee or in copy.
  NAMED,
  /// Another office of a State that has a named office.
  SAME_STATE,
  /// Somebody whom a named office serves, such as an operator.
  SERVED,
  /// An office of another State that takes part in the network.
  OTHER_STATE,
  /// An institution of the network, such as the secretariat, that was not named.
  INSTITUTION,
  /// Anybody else.
  PUBLIC,
  /// A seat in another realm: in an exercise where the information is real, or the other way round.
  OTHER_REALM
}
