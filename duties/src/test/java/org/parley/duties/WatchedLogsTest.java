package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.handling.Tlp;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.CheckpointOffer;
import org.parley.core.journal.ConsistencyProof;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Journal;
import org.parley.duties.twin.TwinLogSeal;
import org.parley.duties.witness.AskAgain;
import org.parley.duties.witness.Heads;
import org.parley.duties.witness.LogKeys;
import org.parley.duties.witness.SendCheckpoint;
import org.parley.formats.exchange.CheckpointBytes;

/// Nodes watch each other's logs: what grows is cosigned, what forks or shrinks is refused and put
/// on record, and slips that have not come are asked for again.
class WatchedLogsTest {

  private final Neighbours world = new Neighbours();
  private final Station alpha = world.station("XA", Tlp.RED);
  private final Station beta = world.station("XB", Tlp.RED);

  @Test
  void aCheckpointIsCosignedAndTheNextOneGrowsOutOfIt() {
    say("one");
    assertThat(show(alpha)).isEqualTo(1);
    assertThat(cosignatures(alpha)).containsExactly(1L);

    say("two");
    show(alpha);

    assertThat(cosignatures(alpha)).containsExactly(1L, 1L);
    assertThat(entries(beta, EntryKind.EQUIVOCATION)).isZero();
    assertThat(entries(beta, EntryKind.CHECKPOINT)).isEqualTo(2);
  }

  @Test
  void whereNothingWasSaidNothingIsShown() {
    say("one");
    show(alpha);

    assertThat(show(alpha)).isZero();
  }

  @Test
  void twoRootsOfOneSizeAreRefusedAndBothAreOnRecord() {
    say("one");
    show(alpha);
    SignedNote honest = own(alpha).getLast();
    long size = Checkpoint.read(honest).orThrow().size();

    offer(alpha, beta, new CheckpointOffer(another(size), proof(size), List.of()));

    assertThat(entries(beta, EntryKind.EQUIVOCATION)).isEqualTo(1);
    assertThat(cosignatures(alpha)).containsExactly(1L);
  }

  @Test
  void aLogThatShrinksIsRefusedAndOnRecord() {
    say("one");
    show(alpha);

    offer(alpha, beta, new CheckpointOffer(another(1), proof(1), List.of()));

    assertThat(entries(beta, EntryKind.EQUIVOCATION)).isEqualTo(1);
  }

  @Test
  void aProofFromAnotherSizeThanTheOneSeenAccusesNobody() {
    say("one");
    show(alpha);
    say("two");

    Checkpoint now = alpha.books().look(book -> checkpoint(alpha, book));
    offer(alpha, beta, new CheckpointOffer(signed(alpha, now), proof(now.size()), List.of()));

    assertThat(entries(beta, EntryKind.EQUIVOCATION)).isZero();
    assertThat(entries(beta, EntryKind.CHECKPOINT)).isEqualTo(1);
  }

  @Test
  void twoWitnessesThatWereShownTwoHistoriesFindOutWhenTheyTalk() {
    Station gamma = world.station("XC", Tlp.RED);
    say("one");
    show(alpha);
    long size = Checkpoint.read(own(alpha).getLast()).orThrow().size();
    Station delta = world.station("XD", Tlp.RED);
    offer(alpha, delta, new CheckpointOffer(another(size), proof(0, size), List.of()));
    assertThat(entries(delta, EntryKind.EQUIVOCATION)).isZero();

    say(gamma, "XD", "three");
    show(gamma);

    assertThat(entries(delta, EntryKind.EQUIVOCATION)).isEqualTo(1);
  }

  /// Seeds 593 and 691: the only two that saw the two histories had never said anything, and so
  /// never told what they were shown.
  @Test
  void aWitnessThatHasSaidNothingTellsWhatItWasShown() {
    Station gamma = world.station("XC", Tlp.RED);
    say("one");
    show(alpha);
    long size = Checkpoint.read(own(alpha).getLast()).orThrow().size();
    Station delta = world.station("XD", Tlp.RED);
    offer(alpha, delta, new CheckpointOffer(another(size), proof(0, size), List.of()));

    show(gamma);

    assertThat(entries(delta, EntryKind.EQUIVOCATION)).isEqualTo(1);
    assertThat(show(gamma)).as("told once").isZero();
  }

  @Test
  void aSlipThatIsMissingIsAskedForAndComes() {
    Neighbours.send(alpha, Neighbours.notice("XA", "XB", Tlp.AMBER, "lost on the way"));
    alpha
        .books()
        .change(book -> {
          book.outbox()
              .waitingFor(beta.node())
              .forEach(each -> book.outbox().done(each.parcel().parcel()));
          return true;
        });
    say("two");
    AskAgain ask = new AskAgain(beta);
    assertThat(ask.run(Neighbours.REAL)).isZero();

    world.pass(Duration.ofMinutes(11));
    assertThat(ask.run(Neighbours.REAL)).isEqualTo(1);
    world.deliver(beta);
    world.deliver(alpha);

    assertThat(entries(beta, EntryKind.STATEMENT_RECEIVED)).isEqualTo(2);
    assertThat(ask.run(Neighbours.REAL)).isZero();
  }

  private void say(String what) {
    say(alpha, "XB", what);
  }

  private void say(Station from, String to, String what) {
    Neighbours.send(from, Neighbours.notice(from.node().party().toString(), to, Tlp.AMBER, what));
    world.deliver(from);
  }

  /// Shows the log, lets everybody answer, and says to how many it went.
  private int show(Station from) {
    int sent = new SendCheckpoint(from, Neighbours.logSeal(from.node())).run();
    world.deliver(from);
    world.deliver(beta);
    return sent;
  }

  private void offer(Station from, Station to, CheckpointOffer offer) {
    from.books()
        .change(book ->
            new Packing(from.node(), from.seal(), world)
                .pack(
                    book,
                    world.find(book, to.node()).orElseThrow(),
                    Neighbours.REAL,
                    Enclosed.CHECKPOINT,
                    from.seal().sign(CheckpointBytes.write(offer)),
                    from.now()));
    world.deliver(from);
  }

  /// Another history of alpha's log, signed by its own key.
  private SignedNote another(long size) {
    return signed(alpha, new Checkpoint("parley/XA/csirt", size, Octets.of("other").digest()));
  }

  private static SignedNote signed(Station station, Checkpoint checkpoint) {
    TwinLogSeal log = Neighbours.logSeal(station.node());
    return checkpoint.signed(LogKeys.log(station.node(), log.publicKey()), log);
  }

  private static Checkpoint checkpoint(Station station, Book book) {
    var tree = new Journal(book).tree();
    return new Checkpoint("parley/" + station.node(), tree.size(), tree.root());
  }

  private static ConsistencyProof proof(long size) {
    return proof(size, size);
  }

  private static ConsistencyProof proof(long earlier, long later) {
    return new ConsistencyProof(earlier, later, List.of());
  }

  private static List<SignedNote> own(Station station) {
    return station.books().look(book -> new Heads(book).own());
  }

  /// How many witnesses have signed each of a node's checkpoints.
  private static List<Long> cosignatures(Station station) {
    return own(station).stream()
        .map(note ->
            note.signatures().stream()
                .filter(line -> !line.name().equals("parley/" + station.node()))
                .count())
        .toList();
  }

  private static long entries(Station station, EntryKind kind) {
    return station
        .books()
        .look(book ->
            LongStream.range(0, book.log().size())
                .mapToObj(index -> JournalEntry.read(book.log().entry(index)).orThrow())
                .filter(entry -> entry.kind() == kind)
                .count());
  }
}
