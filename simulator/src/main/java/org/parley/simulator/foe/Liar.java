package org.parley.simulator.foe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.CheckpointOffer;
import org.parley.core.journal.ConsistencyProof;
import org.parley.core.journal.NoteKey;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.twin.TwinLogSeal;
import org.parley.duties.witness.LogKeys;
import org.parley.formats.exchange.CheckpointBytes;
import org.parley.formats.exchange.ParcelReader;
import org.parley.simulator.network.Network;
import org.parley.simulator.node.Member;
import org.parley.simulator.work.Author;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Directory;
import org.parley.simulator.world.Said;
import org.parley.simulator.world.Surroundings;

/// A node with true keys and a party that lies. Beside its lies it does honest work, for the sake
/// of credit.
public final class Liar {

  private static final Duration YEARS = Duration.ofDays(1500);

  private final Surroundings world;
  private final Network network;
  private final Member self;
  private final List<Member> others;
  private final Forge forge;
  private static final long HISTORY = 1000;

  private long number = 1000;

  public Liar(Surroundings world, Network network, Member self, List<Member> members) {
    this.world = world;
    this.network = network;
    this.self = self;
    this.others = members.stream().filter(member -> !member.node().equals(self.node())).toList();
    this.forge = new Forge(world, self);
  }

  /// Tells some lie to somebody.
  public void lie() {
    tell(world.dice().pick(List.of(Lie.values())));
  }

  void tell(Lie lie) {
    Dice dice = world.dice();
    Member victim = dice.pick(others);
    Realm realm = dice.pick(Author.realms());
    world.notebook().count("lies");
    world.timeline().tell("  %s lies to %s: %s", self.node(), victim.node(), lie);
    switch (lie) {
      case TWO_TEXTS_ONE_NUMBER -> twoTexts(victim, dice.pick(others), realm);
      case TWO_SLIPS_ONE_NUMBER -> twoSlips(victim, realm);
      case NUMBERS_LEFT_OUT -> leftOut(victim, realm);
      case RECEIPT_SIGNED_FOR_ANOTHER -> inAnothersLink(victim, dice.pick(others));
      case RECEIPT_IN_ANOTHERS_NAME -> receipt(victim, dice.pick(others));
      case RECEIPT_OF_A_STRANGER, RECEIPT_BEFORE_ANYTHING_CAME -> receipt(victim, self);
      case STATEMENT_IN_ANOTHERS_NAME -> inAnothersName(victim, dice.pick(others), realm);
      case STATEMENT_TO_SOMEBODY_NOT_NAMED -> notNamed(victim, dice.pick(others), realm);
      case MARKING_STRIPPED -> stripped(victim);
      case REALM_FLIPPED -> flipped(victim, realm);
      case BACK_DATED -> dated(victim, realm, world.timeline().now().minus(YEARS));
      case FUTURE_DATED -> dated(victim, realm, world.timeline().now().plus(YEARS));
      case SAME_STATEMENT_AGAIN -> again(victim, realm);
      case RESEALED_TO_A_THIRD -> resealed(victim);
      case SLIP_SPLICED -> spliced(victim, realm);
      case RUBBISH -> rubbish(victim);
      case REPLAY -> network.replay();
    }
  }

  private Octets statement(Forge.Words words, Instant created) {
    return self.keys().seal().sign(forge.statement(words, Optional.empty(), created));
  }

  private Forge.Words wordsTo(Member victim, Realm realm) {
    return forge.words(List.of(officeOf(victim)), realm, ++number);
  }

  private OfficeId officeOf(Member member) {
    return world.dice().pick(member.seat().offices().stream().sorted().toList());
  }

  /// Sends something on the honest next slip of the link.
  private void send(Member victim, Realm realm, Enclosed kind, Octets signed) {
    Slip slip = forge.next(victim.node(), realm, kind, signed);
    forge.used(slip);
    carry(victim, forge.sealed(slip, signed, victim.node()));
  }

  private void carry(Member victim, Optional<Octets> parcel) {
    parcel.ifPresent(sealed -> network.carry(self, victim.node(), sealed));
  }

  private void twoTexts(Member victim, Member other, Realm realm) {
    Forge.Words words = wordsTo(victim, realm);
    send(victim, realm, Enclosed.STATEMENT, statement(words, world.timeline().now()));
    Member second = world.dice().happens(0.7) ? victim : other;
    Forge.Words others =
        new Forge.Words(
            words.from(),
            words.node(),
            List.of(officeOf(second)),
            realm,
            words.number(),
            words.marking(),
            Ties.NONE);
    send(second, realm, Enclosed.STATEMENT, statement(others, world.timeline().now()));
  }

  /// Shows one size of its log with two roots, each to another honest node.
  public void tellTwoHistories() {
    List<Member> honest = others.stream().filter(Member::isHonest).toList();
    List<Member> two = List.copyOf(world.dice().some(honest, 2));
    if (two.size() == 2) {
      world.notebook().count("histories told twice");
      history(two.get(0), "one history");
      history(two.get(1), "another history");
    }
  }

  private void history(Member victim, String told) {
    TwinLogSeal log = new TwinLogSeal(Directory.logKey(self.keys().seal().certificates()));
    NoteKey key = LogKeys.log(self.node(), log.publicKey());
    SignedNote note =
        new Checkpoint(key.name(), HISTORY, Octets.of(told).digest()).signed(key, log);
    CheckpointOffer offer =
        new CheckpointOffer(note, new ConsistencyProof(0, HISTORY, List.of()), List.of());
    send(
        victim,
        new Realm.Real(),
        Enclosed.CHECKPOINT,
        self.keys().seal().sign(CheckpointBytes.write(offer)));
  }

  private void twoSlips(Member victim, Realm realm) {
    Octets one = statement(wordsTo(victim, realm), world.timeline().now());
    Octets two = statement(wordsTo(victim, realm), world.timeline().now());
    Slip first = forge.next(victim.node(), realm, Enclosed.STATEMENT, one);
    Slip second = forge.next(victim.node(), realm, Enclosed.STATEMENT, two);
    forge.used(first);
    carry(victim, forge.sealed(first, one, victim.node()));
    carry(victim, forge.sealed(second, two, victim.node()));
  }

  private void leftOut(Member victim, Realm realm) {
    Octets signed = statement(wordsTo(victim, realm), world.timeline().now());
    Slip next = forge.next(victim.node(), realm, Enclosed.STATEMENT, signed);
    Slip far =
        new Slip(
            next.journey(),
            next.number() + world.dice().between(1, 1_000_000_000),
            Optional.of(signed.digest()),
            next.kind(),
            next.enclosed(),
            next.created());
    forge.used(far);
    carry(victim, forge.sealed(far, signed, victim.node()));
  }

  /// A statement that the victim sent, to be receipted by whoever it was not for.
  private Optional<Said> sentBy(Member victim) {
    List<Said> sent =
        world.notebook().said().stream()
            .filter(said -> said.sender().equals(victim.node()))
            .toList();
    return sent.isEmpty() ? Optional.empty() : Optional.of(world.dice().pick(sent));
  }

  private Receipt.Kind someKind() {
    return world.dice().pick(List.of(Receipt.Kind.values()));
  }

  /// Slip and receipt in another node's name, with the liar's signatures.
  private void inAnothersLink(Member victim, Member other) {
    sentBy(victim)
        .ifPresent(said -> {
          Octets receipt =
              forge.receipt(someKind(), said, other.node(), officeOf(other), Optional.empty());
          Slip slip =
              new Slip(
                  new Slip.Journey(other.node(), victim.node(), said.realm()),
                  1,
                  Optional.empty(),
                  Enclosed.RECEIPT,
                  receipt.digest(),
                  world.timeline().now());
          carry(victim, forge.sealed(slip, receipt, victim.node()));
        });
  }

  /// On the liar's own link a receipt in the name of this node: another's, or its own without
  /// cause.
  private void receipt(Member victim, Member speaker) {
    sentBy(victim)
        .ifPresent(said ->
            send(
                victim,
                said.realm(),
                Enclosed.RECEIPT,
                forge.receipt(
                    someKind(), said, speaker.node(), officeOf(speaker), Optional.empty())));
  }

  private void inAnothersName(Member victim, Member other, Realm realm) {
    if (other.node().equals(victim.node())) {
      return;
    }
    Forge.Words words =
        new Forge.Words(
            officeOf(other),
            other.node(),
            List.of(officeOf(victim)),
            realm,
            ++number,
            Marking.of(Tlp.GREEN),
            Ties.NONE);
    send(victim, realm, Enclosed.STATEMENT, statement(words, world.timeline().now()));
  }

  private void notNamed(Member victim, Member named, Realm realm) {
    if (!named.node().equals(victim.node())) {
      send(
          victim,
          realm,
          Enclosed.STATEMENT,
          statement(wordsTo(named, realm), world.timeline().now()));
    }
  }

  /// Carries on what the liar got, as if it were for everybody.
  private void stripped(Member victim) {
    List<Said> got =
        world.notebook().said().stream()
            .filter(said -> said.honest() && said.nodes().contains(self.node()))
            .toList();
    if (got.isEmpty()) {
      return;
    }
    Said original = world.dice().pick(got);
    Forge.Words words =
        wordsTo(victim, original.realm())
            .marking(Marking.of(Tlp.CLEAR))
            .ties(Ties.NONE.replyingTo(original.digest(), Ties.Extent.FULL));
    Octets bytes =
        forge.statement(
            words, Optional.of(original.thread().conversation()), world.timeline().now());
    send(victim, original.realm(), Enclosed.STATEMENT, self.keys().seal().sign(bytes));
  }

  /// A statement of one realm under a slip of the other.
  private void flipped(Member victim, Realm realm) {
    Realm other =
        Author.realms().stream().filter(each -> !each.equals(realm)).findFirst().orElseThrow();
    send(
        victim,
        other,
        Enclosed.STATEMENT,
        statement(wordsTo(victim, realm), world.timeline().now()));
  }

  private void dated(Member victim, Realm realm, Instant created) {
    send(victim, realm, Enclosed.STATEMENT, statement(wordsTo(victim, realm), created));
  }

  private void again(Member victim, Realm realm) {
    Octets signed = statement(wordsTo(victim, realm), world.timeline().now());
    send(victim, realm, Enclosed.STATEMENT, signed);
    send(victim, realm, Enclosed.STATEMENT, signed);
  }

  /// The last parcel that was sent to the liar, opened and sealed to somebody else; or only its
  /// content under a slip of the liar's own.
  private void resealed(Member victim) {
    Optional<Parcel> got = network.lastFor(self).flatMap(this::opened);
    if (got.isEmpty()) {
      return;
    }
    if (world.dice().happens(0.5)) {
      carry(victim, forge.sealed(got.get(), victim.node()));
    } else {
      send(victim, new Realm.Real(), Enclosed.STATEMENT, got.get().enclosed());
    }
  }

  private Optional<Parcel> opened(Octets sealed) {
    return self.keys().seal().open(sealed).then(ParcelReader::read)
            instanceof Checked.Sound<Parcel>(Parcel parcel, _)
        ? Optional.of(parcel)
        : Optional.empty();
  }

  /// Another's slip on top of the liar's words.
  private void spliced(Member victim, Realm realm) {
    Octets words = statement(wordsTo(victim, realm), world.timeline().now());
    network
        .lastFor(self)
        .flatMap(this::opened)
        .ifPresent(
            got -> carry(victim, forge.sealed(new Parcel(got.slip(), words), victim.node())));
  }

  private void rubbish(Member victim) {
    Octets rubbish =
        switch (world.dice().below(4)) {
          case 0 -> world.dice().draw(world.dice().below(3000));
          case 1 -> Octets.of("{\"parley\":\"parcel/1\",\"slip\":" + "[".repeat(3000));
          case 2 -> Octets.of("{\"parley\":\"parcel/1\",\"slip\":\"\",\"enclosed\":\"\"}");
          default -> Octets.of("");
        };
    carry(
        victim,
        world.dice().happens(0.3) ? Optional.of(rubbish) : forge.sealed(rubbish, victim.node()));
    Octets signed = self.keys().seal().sign(rubbish);
    send(victim, new Realm.Real(), world.dice().pick(List.of(Enclosed.values())), signed);
  }
}
