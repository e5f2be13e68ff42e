package org.parley.bench.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.duties.record.Ledger;
import org.parley.exchange.Beat;
import org.parley.exchange.Introduction;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.Shelves;
import org.springframework.context.ConfigurableApplicationContext;

/// Conversations of the node with a second one, which takes in what is sent and now and then
/// answers in the same conversation.
final class Post implements AutoCloseable {

  private static final OfficeId HERE = OfficeId.parse("XA/technical").orElseThrow();
  private static final OfficeId THERE = OfficeId.parse("XB/technical").orElseThrow();

  /// Every so manieth message comes from the other side.
  private static final int ANSWERED = 4;

  private final Realm realm;
  private final NodeHome home;
  private final NodeHome neighbour;
  private final Beat beat;

  Post(ConfigurableApplicationContext node, Path folder, Realm realm) throws IOException {
    this.realm = realm;
    Exchanging exchanging = node.getBean(Exchanging.class);
    exchanging.joinExercise(new Party("XA"));
    this.home = exchanging.home().orElseThrow();
    this.neighbour = neighbour(node, folder);
    this.beat = Beat.of(neighbour, Set.of(realm), _ -> {}).start();
    introduce(home, neighbour);
    introduce(neighbour, home);
  }

  private static NodeHome neighbour(ConfigurableApplicationContext node, Path folder)
      throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    NodeSettings.Door door =
        new NodeSettings.Door("127.0.0.1", port, URI.create("https://127.0.0.1:" + port));
    NodeSettings settings =
        new NodeSettings(
            new NodeId(new Party("XB"), "csirt"),
            List.of(OfficeKind.TECHNICAL),
            new NodeSettings.Ways(Optional.of(door), Optional.empty(), Optional.empty()),
            Ceiling.of(Tlp.AMBER_STRICT),
            false,
            Optional.empty());
    NodeHome.create(folder, settings, Instant.now()).orThrow();
    return NodeHome.open(folder, node.getBean(Shelves.class).library().formats()).orThrow();
  }

  private static void introduce(NodeHome to, NodeHome whom) {
    Octets card = whom.publish();
    DirectoryEntry entry = new Introduction(to).claimed(card).orThrow();
    new Introduction(to)
        .take(card, Optional.of(entry.nodes().getFirst().signing().fingerprint()))
        .orThrow();
  }

  /// The paths of the conversations' pages, once all that was sent has arrived.
  List<String> fill(int conversations, int messages) throws InterruptedException {
    List<ConversationId> all = new ArrayList<>();
    for (int number = 0; number < conversations; number++) {
      all.add(send(home, HERE, THERE, Optional.empty(), number));
    }
    arrived(all.size());
    for (int message = 1; message < messages; message++) {
      boolean answer = message % ANSWERED == 0;
      for (int number = 0; number < conversations; number++) {
        Optional<ConversationId> conversation = Optional.of(all.get(number));
        if (answer) {
          send(neighbour, THERE, HERE, conversation, number);
        } else {
          send(home, HERE, THERE, conversation, number);
        }
      }
      arrived((long) all.size() * (message + 1));
    }
    return all.stream().map(id -> "/messages/" + id).toList();
  }

  private ConversationId send(
      NodeHome from, OfficeId own, OfficeId to, Optional<ConversationId> in, int number) {
    Draft draft =
        new Draft(
            new Draft.Subject(new FormatId(3, 1), in, realm),
            new Draft.Addresses(own, List.of(to), List.of()),
            Heading.Languages.only("en"),
            Ties.NONE,
            Marking.of(Tlp.AMBER),
            items(number, from.station().now()),
            Draft.Rest.NONE);
    Hand hand = new Hand(own, "bench");
    return new SendStatement(from.station(), false).run(draft, hand, hand).orThrow().conversation();
  }

  private static List<Draft.ItemDraft> items(int number, Instant now) {
    Item.Said nil = new Item.Nil();
    return List.of(
        says(1, "XA-2026-" + number),
        says(2, now.toString()),
        Draft.ItemDraft.of(3, new Item.Absent(Item.Reason.NOT_KNOWN_YET, Optional.empty())),
        says(4, "The portal of a regional operator does not answer. ".repeat(8)),
        Draft.ItemDraft.of(5, nil),
        says(6, "Appointments"),
        says(7, "health"),
        Draft.ItemDraft.of(8, nil),
        says(9, "steady"),
        says(10, "The systems are cut off from the net."),
        says(11, "take-note"),
        Draft.ItemDraft.of(13, nil));
  }

  private static Draft.ItemDraft says(int number, String text) {
    return Draft.ItemDraft.of(number, new Item.Value(List.of(text)));
  }

  /// Waits until this many messages of both sides have arrived with their receipts.
  private void arrived(long count) throws InterruptedException {
    long delivered = 0;
    for (int idle = 0; idle < 150; idle++) {
      long now = delivered(home, THERE) + delivered(neighbour, HERE);
      if (now == count) {
        return;
      }
      idle = now == delivered ? idle : 0;
      delivered = now;
      Thread.sleep(2000);
    }
    throw new IllegalStateException(
        delivered + " of " + count + " have arrived; troubles: " + beat.troubles());
  }

  private long delivered(NodeHome from, OfficeId to) {
    return from.station()
        .books()
        .look(book -> {
          Ledger ledger = new Ledger(book, from.station().seat(), realm);
          return ledger.all().stream()
              .flatMap(id -> ledger.open(id).state().dossiers().values().stream())
              .filter(dossier ->
                  dossier.account(to).filter(each -> each.has(Standing.DELIVERED)).isPresent())
              .count();
        });
  }

  @Override
  public void close() {
    beat.close();
    neighbour.close();
  }
}
