package org.parley.core.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

/// Three fictitious States with a few formats, and statements between them.
final class World {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final ConversationId TALK = new ConversationId(new UUID(7, 11));
  static final Realm REAL = new Realm.Real();
  static final Realm EXERCISE = new Realm.Exercise("autumn");
  static final OfficeId XA = new OfficeId(new Party("XA"), OfficeKind.TECHNICAL);
  static final OfficeId XB = new OfficeId(new Party("XB"), OfficeKind.TECHNICAL);
  static final OfficeId XB_POLICY = new OfficeId(new Party("XB"), OfficeKind.POLICY);
  static final OfficeId XC = new OfficeId(new Party("XC"), OfficeKind.TECHNICAL);

  static final int NOTICE = 3;
  static final int QUESTION = 4;
  static final int REPLY = 5;
  static final int CORRECTION = 13;

  private static final Octets SALT = Octets.of(new byte[Item.SALT_BYTES]);

  private World() {}

  static Formats formats() {
    return Formats.of(
        List.of(
            format(NOTICE, Format.Bond.FREE, Set.of(), false),
            format(QUESTION, Format.Bond.FREE, Set.of(NOTICE), true),
            format(REPLY, Format.Bond.ANSWER, Set.of(NOTICE, QUESTION), false),
            format(CORRECTION, Format.Bond.SUCCESSOR, Set.of(), false)));
  }

  private static Format format(int number, Format.Bond bond, Set<Integer> answers, boolean asks) {
    return new Format(
        new FormatId(number, 1),
        "format-" + number,
        "Format " + number,
        "For tests.",
        new Format.Use(
            Set.of(OfficeKind.TECHNICAL, OfficeKind.POLICY),
            bond,
            answers,
            asks,
            false,
            asks ? Optional.of(Duration.ofHours(48)) : Optional.empty()),
        List.of(
            new ItemRule(
                1,
                "what",
                "What",
                new ItemType.Text(200),
                false,
                ItemRule.Need.WORD,
                Optional.of("nothing is known"))));
  }

  static NodeId node(OfficeId office) {
    return new NodeId(office.party(), "node");
  }

  static Hand hand(OfficeId office) {
    return new Hand(office, "first");
  }

  static Conversation conversation(OfficeId... offices) {
    return conversation(REAL, Tlp.RED, offices);
  }

  static Conversation conversation(Realm realm, Tlp ceiling, OfficeId... offices) {
    return Conversation.begin(
        TALK, realm, new Seat(node(offices[0]), Set.of(offices), Ceiling.of(ceiling)));
  }

  static Letter letter(OfficeId from, int format, long number, OfficeId... to) {
    return new Letter(from, format, number, List.of(to));
  }

  /// A statement in the making.
  static final class Letter {
    private final OfficeId from;
    private final int format;
    private final long number;
    private final List<OfficeId> to;
    private List<OfficeId> copy = List.of();
    private Ties ties = Ties.NONE;
    private Marking marking = Marking.of(Tlp.AMBER);
    private Realm realm = REAL;
    private ConversationId talk = TALK;
    private String text = "something";

    private Letter(OfficeId from, int format, long number, List<OfficeId> to) {
      this.from = from;
      this.format = format;
      this.number = number;
      this.to = to;
    }

    Letter copyTo(OfficeId... offices) {
      copy = List.of(offices);
      return this;
    }

    Letter answering(Statement other, Ties.Extent extent) {
      ties = ties.replyingTo(digest(other), extent);
      return this;
    }

    Letter superseding(Statement other) {
      ties = ties.superseding(digest(other));
      return this;
    }

    Letter by(Instant proposed) {
      ties = ties.proposing(proposed);
      return this;
    }

    Letter marked(Marking strict) {
      marking = strict;
      return this;
    }

    Letter in(Realm other) {
      realm = other;
      return this;
    }

    Letter ofTalk(ConversationId other) {
      talk = other;
      return this;
    }

    Letter saying(String words) {
      text = words;
      return this;
    }

    Statement done() {
      return new Statement(
          new Heading(
              new FormatId(format, 1),
              talk,
              realm,
              SeriesNumber.of(realm, number),
              NOON,
              Heading.Languages.only("en")),
          new Route(from, node(from), Digest.of(new byte[] {1}), to, copy),
          ties,
          marking,
          List.of(Item.of(1, SALT, text)),
          Statement.Rest.NONE);
    }
  }

  /// A stand-in for the digest of the exact bytes.
  static Digest digest(Statement statement) {
    return Octets.of(statement.toString()).digest();
  }
}
