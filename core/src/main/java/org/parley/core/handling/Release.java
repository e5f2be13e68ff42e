package org.parley.core.handling;

/// Whether information may be given to somebody.
public sealed interface Release {

  record Released() implements Release {}

  record Refused(Reason reason) implements Release {}

  /// Why information is not given out.
  enum Reason {
    /// Red, or a secrecy grade: only those whom the originator named.
    ONLY_THOSE_NAMED("only those whom the originator named may have it"),
    /// Only the offices of the recipient's State.
    ONLY_THE_RECIPIENTS_STATE("it stays within the offices of the recipient's State"),
    /// Only the recipient's State and those it serves.
    ONLY_THE_RECIPIENTS_STATE_AND_SERVED(
        "it stays with the recipient's State and those whom it serves"),
    /// Not beyond the network.
    ONLY_THE_NETWORK("it stays among those who take part in the network"),
    /// A marking nobody knows.
    MARKING_NOT_KNOWN("it bears a marking that is not known here, which counts as the strictest"),
    /// What is exercise and what is real never mix.
    OTHER_REALM("what is exercise and what is real never mix");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /// Why, and to follow a colon.
    public String sentence() {
      return sentence;
    }
  }

  default boolean isReleased() {
    return this instanceof Released;
  }
}
