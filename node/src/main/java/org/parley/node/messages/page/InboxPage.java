package org.parley.node.messages.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.exchange.clarify.Clarification;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.duties.port.messages.Conversations.Order;
import org.parley.duties.port.messages.Conversations.Place;
import org.parley.duties.port.messages.Conversations.Turn;
import org.parley.duties.port.messages.Drafts;

/// An office's list of conversations as its page shows it.
///
/// @param lines those of this page
/// @param counts how many there are by turn, over all pages
/// @param next where the next page begins, if there is one
/// @param drafts what the office is still writing
public record InboxPage(
    Asked asked,
    List<Line> lines,
    Map<Turn, Long> counts,
    Optional<Place> next,
    List<Drafts.Draft> drafts,
    MessageSpeech speech,
    Instant now) {

  public InboxPage {
    lines = List.copyOf(lines);
    counts = Map.copyOf(counts);
    drafts = List.copyOf(drafts);
  }

  /// What a reader asks the list for, as the address says it.
  ///
  /// @param text as typed
  /// @param turns none chosen means all
  public record Asked(
      String text,
      Set<Turn> turns,
      String party,
      String format,
      Order order,
      Optional<Place> after) {

    public Asked {
      turns = Set.copyOf(turns);
    }

    /// The query under which the same is asked, from a place on.
    public String query(Optional<Place> from) {
      List<String> parts = new ArrayList<>();
      add(parts, "q", text);
      turns.stream().sorted().forEach(turn -> add(parts, "turn", turn.word()));
      add(parts, "party", party);
      add(parts, "format", format);
      add(parts, "order", order.name().toLowerCase(Locale.ROOT));
      from.ifPresent(place -> add(parts, "after", place.key() + "." + place.id()));
      return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
      if (!value.isEmpty()) {
        parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }

    /// The names of the formats asked for; none means any.
    public Set<String> formats() {
      return format.isEmpty() ? Set.of() : Set.of(format);
    }

    public boolean isNarrowed() {
      return !text.isEmpty() || !turns.isEmpty() || !party.isEmpty() || !format.isEmpty();
    }
  }

  public static String path(Line line) {
    return "/messages/" + line.key().id();
  }

  /// What the list calls it: its subject, else its newest format.
  public String title(Line line) {
    return line.label().subject().isEmpty()
        ? speech.format(line.label().formats().getLast())
        : line.label().subject();
  }

  /// Whether it can be read as a clarification, from the question to closure.
  public boolean isClarification(Line line) {
    return line.label().formats().stream().anyMatch(Clarification.FORMATS::contains);
  }

  public static String clarificationPath(Line line) {
    return "/clarifications/" + line.key().id();
  }

  public String format(Line line) {
    return speech.format(line.label().formats().getLast());
  }

  public String counterparts(Line line) {
    return speech.offices(line.label().counterparts());
  }

  public long count(Turn turn) {
    return counts.getOrDefault(turn, 0L);
  }

  public boolean isPassed(Instant due) {
    return due.isBefore(now);
  }

  public boolean isShown(Line line) {
    return line.relation() == Relation.SHOWN;
  }

  /// Whether something in it is unread, so that it is opened from here with one press.
  public boolean isUnopened(Line line) {
    return line.awaits().next() == NextStep.OPEN_IT && !isShown(line);
  }

  public Optional<String> nextPage() {
    return next.map(place -> "/messages?" + asked.query(Optional.of(place)));
  }
}
