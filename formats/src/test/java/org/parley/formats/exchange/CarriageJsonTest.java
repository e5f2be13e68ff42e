package org.parley.formats.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

class CarriageJsonTest {

  private static final Party XA = new Party("XA");
  private static final Party XB = new Party("XB");
  private static final Digest SOME = Digest.of(new byte[] {1});
  private static final Digest OTHER = Digest.of(new byte[] {2});
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final OfficeId OFFICE = new OfficeId(XB, OfficeKind.POLICY);

  private final Slip slip =
      new Slip(
          new Slip.Journey(new NodeId(XA, "csirt"), new NodeId(XB, "mfa"), new Realm.Real()),
          2,
          Optional.of(OTHER),
          Enclosed.STATEMENT,
          SOME,
          NOON);

  @Test
  void slipsReadBack() {
    Slip first = new Slip(slip.journey(), 1, Optional.empty(), Enclosed.RESEND_REQUEST, SOME, NOON);

    assertThat(SlipReader.read(SlipWriter.write(slip)).orThrow()).isEqualTo(slip);
    assertThat(SlipReader.read(SlipWriter.write(first)).orThrow()).isEqualTo(first);
  }

  @Test
  void aSlipThatSkipsTheOneBeforeIsRefused() {
    String written = SlipWriter.write(slip).shown();

    assertThat(codes(SlipReader.read(Octets.of(written.replace("\"number\":2", "\"number\":1")))))
        .containsExactly(IssueCode.WRONG_SHAPE);
    assertThat(codes(SlipReader.read(Octets.of(written.replace("\"statement\"", "\"bribe\"")))))
        .containsExactly(IssueCode.ENCLOSURE_UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Receipt.Kind.class)
  void receiptsReadBack(Receipt.Kind kind) {
    Receipt receipt = receipt(kind);
    Receipt bare =
        new Receipt(
            kind, SOME, new Realm.Real(), receipt.by(), NOON, Receipt.Proof.NONE, Optional.empty());

    assertThat(ReceiptReader.read(ReceiptWriter.write(receipt)).orThrow()).isEqualTo(receipt);
    assertThat(ReceiptReader.read(ReceiptWriter.write(bare)).orThrow()).isEqualTo(bare);
  }

  @Test
  void aReceiptSaysThatItIsWithoutPrejudice() {
    String written = ReceiptWriter.write(receipt(Receipt.Kind.ACKNOWLEDGED)).shown();
    assertThat(written).contains("Without prejudice");

    assertThat(codes(ReceiptReader.read(Octets.of(written.replace("does not mean", "means")))))
        .containsExactly(IssueCode.WRONG_SHAPE);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 3_000, 4_000, 40_000, 700_000, 3_000_000})
  void parcelsReadBackAndHaveOneOfAFewSizes(int enclosed) {
    byte[] content = new byte[enclosed];
    new SplittableRandom(7).nextBytes(content);
    Parcel parcel = new Parcel(Octets.of(new byte[] {1, 2, 3}), Octets.of(content));

    Octets bytes = ParcelWriter.write(parcel);

    assertThat(ParcelWriter.isPaddedSize(bytes.size())).isTrue();
    assertThat(ParcelReader.read(bytes).orThrow()).isEqualTo(parcel);
  }

  @Test
  void nothingHidesInThePadding() {
    Octets bytes =
        ParcelWriter.write(new Parcel(Octets.of(new byte[] {1}), Octets.of(new byte[] {2})));
    String hidden = bytes.shown().replaceFirst("0000\"}$", "psst\"}");

    assertThat(codes(ParcelReader.read(Octets.of(hidden))))
        .containsExactly(IssueCode.PADDING_WRONG);
    assertThat(codes(ParcelReader.read(Octets.of(bytes.shown() + " "))))
        .containsExactly(IssueCode.PADDING_WRONG);
  }

  private static final OutsideReply TOLD =
      new OutsideReply(
          OutsideReply.Says.ACKNOWLEDGED,
          OutsideReply.Way.TELEPHONE,
          NOON,
          "duty officer, will answer",
          Optional.empty());
  private static final OutsideReply ANSWERED =
      new OutsideReply(
          OutsideReply.Says.ANSWERED, OutsideReply.Way.TELEPHONE, NOON, "both", Optional.empty());
  private static final OutsideReply MAILED =
      new OutsideReply(
          OutsideReply.Says.ACKNOWLEDGED,
          OutsideReply.Way.MAIL,
          NOON,
          "",
          Optional.of(
              new OutsideReply.Letter(
                  SOME, OutsideReply.Finding.PROVEN, Optional.of("smime 12AB"))));

  @Test
  void eventsReadBack() {
    Outline outline = Outline.of(new RandomStatements(new SplittableRandom(5)).next());
    Hand hand = new Hand(OFFICE, "7f3a");
    List<Event> events =
        List.of(
            new Event.Composed(SOME, outline, hand, NOON),
            new Event.Discarded(SOME, hand, "no longer needed", NOON),
            new Event.Cleared(SOME, hand, NOON),
            new Event.Dispatched(SOME, NOON),
            new Event.Carried(SOME, OFFICE, "relay", NOON),
            new Event.GivenUp(SOME, OFFICE, "no way", NOON),
            new Event.TakenIn(SOME, outline, NOON),
            new Event.SaidTwice(SOME, OTHER, NOON),
            new Event.Receipted(receipt(Receipt.Kind.DELIVERED), NOON),
            new Event.Noted(SOME, hand, Receipt.Kind.DECLINED, Optional.of("later"), NOON),
            new Event.Noted(SOME, hand, Receipt.Kind.OPENED, Optional.empty(), NOON),
            new Event.Reminded(SOME, OFFICE, hand, NOON),
            new Event.TurnedTo(SOME, OFFICE, hand, Command.Level.DEPUTY, NOON),
            new Event.TakenDown(SOME, OFFICE, hand, TOLD, NOON),
            new Event.TakenDown(SOME, OFFICE, hand, ANSWERED, NOON),
            new Event.TakenDown(SOME, OFFICE, hand, MAILED, NOON),
            new Event.ProposedTimePassed(SOME, OFFICE, NOON));

    assertThat(events.stream().map(Event::getClass).distinct())
        .as("every kind of event")
        .hasSize(Event.class.getPermittedSubclasses().length);
    for (Event event : events) {
      assertThat(ConversationEvents.read(ConversationEvents.write(event)).orThrow())
          .isEqualTo(event);
    }
  }

  private static Receipt receipt(Receipt.Kind kind) {
    return new Receipt(
        kind,
        SOME,
        new Realm.Exercise("autumn"),
        new Receipt.Speaker(new NodeId(XB, "mfa"), OFFICE),
        NOON,
        new Receipt.Proof(Optional.of(OTHER), Optional.of(new Receipt.Logged(12, SOME))),
        Optional.of("noted, with thanks"));
  }

  private static List<IssueCode> codes(Checked<?> read) {
    assertThat(read).isInstanceOf(Checked.Refused.class);
    return read.issues().stream().map(Issue::code).toList();
  }
}
