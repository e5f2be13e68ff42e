package org.parley.desk.voice;

/// Colours and weights within a text. Colour never says anything that the words do not say too.
public interface Paint {

  /// The colour of a level by its place among `count` levels, 0 the mildest.
  String level(String text, int rank, int count);

  String strong(String text);

  String faint(String text);

  String warning(String text);

  /// Text as it is, for files, pipes and screen readers.
  Paint PLAIN = new Plain();

  /// Sets nothing off.
  final class Plain implements Paint {

    private Plain() {}

    @Override
    public String level(String text, int rank, int count) {
      return text;
    }

    @Override
    public String strong(String text) {
      return text;
    }

    @Override
    public String faint(String text) {
      return text;
    }

    @Override
    public String warning(String text) {
      return text;
    }
  }
}
