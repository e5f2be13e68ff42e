package org.parley.simulator.foe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Links;
import org.parley.duties.post.Counterpart;
import org.parley.formats.exchange.ParcelWriter;
import org.parley.formats.exchange.ReceiptWriter;
import org.parley.formats.exchange.SlipWriter;
import org.parley.formats.exchange.StatementWriter;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Said;
import org.parley.simulator.world.Surroundings;

/// Makes papers that no honest node makes, with one node's true keys.
public final class Forge {

  private final Surroundings world;
  private final Member self;

  public Forge(Surroundings world, Member self) {
    this.world = world;
    this.self = self;
  }

  /// How a forged statement differs from an honest one.
  ///
  /// @param node who it says it speaks through
  /// @param number in the series of the real realm or of exercises, as the realm wants
  public record Words(
      OfficeId from,
      NodeId node,
      List<OfficeId> to,
      Realm realm,
      long number,
      Marking marking,
      Ties ties) {

    Words ties(Ties other) {
      return new Words(from, node, to, realm, number, marking, other);
    }

    Words marking(Marking other) {
      return new Words(from, node, to, realm, number, other, ties);
    }
  }

  /// Ordinary words of this node to these offices.
  public Words words(List<OfficeId> to, Realm realm, long number) {
    OfficeId from = self.seat().offices().stream().sorted().findFirst().orElseThrow();
    return new Words(from, self.node(), to, realm, number, Marking.of(Tlp.GREEN), Ties.NONE);
  }

  /// The bytes of a statement, which the witness knows from now on.
  public Octets statement(Words words, Optional<ConversationId> conversation, Instant created) {
    String canary = world.notebook().newCanary();
    Octets salt = world.dice().draw(Item.SALT_BYTES);
    Route route =
        new Route(
            words.from(),
            words.node(),
            self.keys().seal().certificates().fingerprint(),
            words.to(),
            List.of());
    Heading heading =
        new Heading(
            new FormatId(3, 1),
            conversation.orElseGet(this::newConversation),
            words.realm(),
            SeriesNumber.of(words.realm(), words.number()),
            created,
            Heading.Languages.only("en"));
    SortedMap<String, List<String>> none = new TreeMap<>();
    Statement statement =
        new Statement(
            heading,
            route,
            words.ties(),
            words.marking(),
            List.of(
                Item.of(1, salt, canary + " " + words.realm().word()),
                new Item(2, new Item.Nil(), none, salt)),
            Statement.Rest.NONE);
    Octets bytes = StatementWriter.write(statement);
    witness(bytes, heading, route, words, canary);
    return bytes;
  }

  private void witness(Octets bytes, Heading heading, Route route, Words words, String canary) {
    Stream<NodeId> named =
        words.to().stream().flatMap(office -> world.directory().nodeOf(office).stream());
    world
        .notebook()
        .said(
            new Said(
                bytes.digest(),
                new Said.Thread(heading.conversation(), words.realm(), heading.number()),
                route,
                words.marking(),
                canary,
                Stream.concat(Stream.of(self.node()), named).distinct().toList(),
                false));
  }

  private ConversationId newConversation() {
    return new ConversationId(UUID.nameUUIDFromBytes(world.dice().draw(16).toArray()));
  }

  /// A receipt, signed by this node whoever it says it is of.
  public Octets receipt(
      Receipt.Kind kind, Said about, NodeId node, OfficeId office, Optional<Digest> slip) {
    Receipt receipt =
        new Receipt(
            kind,
            about.digest(),
            about.realm(),
            new Receipt.Speaker(node, office),
            world.timeline().now(),
            new Receipt.Proof(slip, Optional.empty()),
            Optional.of("forged"));
    return self.keys().seal().sign(ReceiptWriter.write(receipt));
  }

  /// The slip that honestly follows on the link, which the forger's books take note of.
  public Slip next(NodeId to, Realm realm, Enclosed kind, Octets enclosed) {
    return self.inspect(book -> book.links().lastSent(realm, to))
        .map(last -> slip(self.node(), to, realm, last, kind, enclosed))
        .orElseGet(() ->
            new Slip(
                new Slip.Journey(self.node(), to, realm),
                1,
                Optional.empty(),
                kind,
                enclosed.digest(),
                world.timeline().now()));
  }

  /// A slip after another, from whomever.
  public Slip slip(
      NodeId from, NodeId to, Realm realm, Links.Slip last, Enclosed kind, Octets enclosed) {
    return new Slip(
        new Slip.Journey(from, to, realm),
        last.number() + 1,
        Optional.of(last.digest()),
        kind,
        enclosed.digest(),
        world.timeline().now());
  }

  /// The forger goes on from this slip.
  public void used(Slip slip) {
    Octets bytes = SlipWriter.write(slip);
    self.attempt(() ->
        self.station()
            .books()
            .change(book -> {
              book.links()
                  .sent(
                      slip.journey().realm(),
                      slip.journey().to(),
                      new Links.Slip(slip.number(), bytes.digest()));
              return slip;
            }));
  }

  /// Wraps and seals; empty where the other node has no key for now.
  public Optional<Octets> sealed(Slip slip, Octets enclosed, NodeId to) {
    return sealed(new Parcel(self.keys().seal().sign(SlipWriter.write(slip)), enclosed), to);
  }

  /// Seals a parcel, whoever made what is in it.
  public Optional<Octets> sealed(Parcel parcel, NodeId to) {
    return sealed(ParcelWriter.write(parcel), to);
  }

  /// Seals anything.
  public Optional<Octets> sealed(Octets content, NodeId to) {
    return world
        .directory()
        .find(to)
        .map(counterpart -> keys(counterpart))
        .filter(keys -> !keys.isEmpty())
        .map(keys -> self.keys().seal().seal(content, keys));
  }

  private List<SealingKeys> keys(Counterpart counterpart) {
    return counterpart.at(world.timeline().now());
  }
}
