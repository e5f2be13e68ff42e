package org.parley.core.exchange.clarify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;

/// What one office asks of others: a clarification, or a consultation.
///
/// @param replies in the order they came to be known
public record Request(Spoken spoken, List<Point> points, List<Reply> replies) {

  public Request {
    points = List.copyOf(points);
    replies = List.copyOf(replies);
  }

  public static Request of(Spoken spoken, List<Spoken> all) {
    return new Request(
        spoken,
        Point.of(spoken),
        all.stream()
            .filter(other -> other.number() == Clarification.REPLY)
            .flatMap(other -> other.answers(spoken).map(extent -> Reply.of(other, extent)).stream())
            .toList());
  }

  /// What gave rise to it, in the words of who asks.
  public Optional<Part> concern() {
    return first("concern").or(() -> first("seen"));
  }

  public Optional<Part> legalBasis() {
    return first("legal-basis");
  }

  public Optional<Part> facilitator() {
    return first("facilitator");
  }

  private Optional<Part> first(String key) {
    return spoken.parts(key).stream().findFirst();
  }

  public Optional<Instant> proposed() {
    return spoken.statement().ties().replyBy();
  }

  public List<OfficeId> copies() {
    return spoken.statement().route().copy();
  }

  public boolean isFor(OfficeId office) {
    return spoken.statement().route().to().contains(office);
  }

  /// The replies that say something to a point.
  public List<Reply> to(Point point) {
    return replies.stream().filter(reply -> reply.word(point).isPresent()).toList();
  }
}
