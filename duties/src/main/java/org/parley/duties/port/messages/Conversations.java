package org.parley.duties.port.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;

/// The lists of conversations. For each office of the node there is a line of its own about each
/// conversation that it takes part in, so whoever reads an office's list can be shown nothing of
/// another's.
public interface Conversations {

  /// The most lines of one page.
  int MOST = 500;

  /// Puts these lines in the place of all that there were about the conversation.
  void put(Realm realm, ConversationId id, List<Line> lines);

  /// The lines for these readers that a filter lets through, in order, at most so many.
  List<Line> list(Readers readers, Filter filter, Page page);

  /// How many lines for these readers a filter lets through, by whose turn it is; turns with none
  /// are left out.
  Map<Turn, Long> count(Readers readers, Filter filter);

  /// The line about one conversation.
  Optional<Line> find(Readers readers, ConversationId id);

  /// Whether there is any line about it.
  boolean knows(Realm realm, ConversationId id);

  /// The conversations in which a proposed time lies before this moment and nobody has noted that
  /// it passed.
  List<ConversationId> passed(Realm realm, Instant now);

  /// Whose list is read.
  ///
  /// @param relations how a conversation may stand to them; none sees no line
  record Readers(Realm realm, OfficeId office, Set<Relation> relations) {
    public Readers {
      relations = Set.copyOf(relations);
    }
  }

  /// What one office sees of a conversation in a list.
  ///
  /// @param relation [Relation#OFFICE] where it speaks or is spoken to, [Relation#SHOWN] where it
  ///   was passed on to it
  record Line(Key key, Relation relation, Label label, Awaits awaits, Way way) {}

  record Key(Realm realm, OfficeId office, ConversationId id) {}

  /// @param subject what it is about, in the words of the statement that began it; may be empty
  /// @param counterparts the other offices, in order
  /// @param formats the names of the formats used, each once, the newest last
  /// @param marking as strict as the strictest statement
  /// @param folded what a search looks in
  record Label(
      String subject,
      List<OfficeId> counterparts,
      List<String> formats,
      String marking,
      String folded) {
    public Label {
      counterparts = List.copyOf(counterparts);
      formats = List.copyOf(formats);
    }
  }

  /// Whose turn it is.
  ///
  /// @param due the proposed time of what is waited for, the earliest
  record Awaits(Turn turn, NextStep next, Optional<Instant> due) {}

  /// @param statements how many were said
  /// @param watch the earliest proposed time that may still pass unnoted
  record Way(Instant begun, Instant changed, int statements, Optional<Instant> watch) {}

  /// Whose turn it is, the most pressing first.
  enum Turn {
    /// The counterpart awaits this office.
    OURS,
    /// A statement of this office waits to be cleared or sent.
    CLEARANCE,
    /// A proposed time passed, or something could not be brought.
    ATTENTION,
    /// This office awaits the counterpart.
    THEIRS,
    /// Nothing is awaited.
    NOBODY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Turn> parse(String word) {
      for (Turn turn : values()) {
        if (turn.word().equals(word)) {
          return Optional.of(turn);
        }
      }
      return Optional.empty();
    }
  }

  /// @param text folded, found anywhere in the label; empty for any
  /// @param party the code of a party among the counterparts; empty for any
  /// @param formats the names of formats of which one was used at least; none for any
  record Filter(Set<Turn> turns, String text, String party, Set<String> formats) {
    public static final Filter ALL = new Filter(Set.of(Turn.values()), "", "", Set.of());

    public Filter {
      turns = Set.copyOf(turns);
      formats = Set.copyOf(formats);
    }
  }

  /// In what order lines come.
  enum Order {
    /// Whose turn it is, then what is due soonest; what has no time comes last.
    TURN,
    /// Newest change first.
    CHANGED
  }

  /// A page of a list: what comes after a place in its order.
  record Page(Order order, Optional<Place> after, int most) {
    public Page {
      if (most < 1 || most > MOST) {
        throw new IllegalArgumentException("a page has 1 to " + MOST + " lines");
      }
    }
  }

  /// A place in an order: the key that the order goes by, lowest first, and the conversation.
  record Place(long key, ConversationId id) {

    /// Later than any time: what has no due time comes behind all that have one.
    private static final long TURN_STEP = 100_000_000_000_000L;

    public static Place of(Line line, Order order) {
      return new Place(
          switch (order) {
            case TURN -> urgency(line);
            case CHANGED -> -line.way().changed().toEpochMilli();
          },
          line.key().id());
    }

    /// Turn and due time as one number.
    public static long urgency(Line line) {
      long due = line.awaits().due().map(Instant::toEpochMilli).orElse(TURN_STEP - 1);
      return line.awaits().turn().ordinal() * TURN_STEP + Math.clamp(due, 0, TURN_STEP - 1);
    }
  }
}
