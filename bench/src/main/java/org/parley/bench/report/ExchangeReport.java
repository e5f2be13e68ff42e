package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.couriers.https.HttpsCourier;
import org.parley.couriers.https.Patience;
import org.parley.duties.ClearStatement;
import org.parley.duties.ComposeStatement;
import org.parley.duties.DispatchParcels;
import org.parley.duties.DispatchStatement;
import org.parley.duties.Draft;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.record.Ledger;
import org.parley.exchange.Beat;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.exchange.PeersOfDirectory;
import org.parley.formats.directory.DirectoryBytes;

/// How many messages a second go from one node to another over HTTPS on one machine: each composed,
/// cleared, signed, sealed and forced to disk at the sender, taken in and forced to disk at the
/// receiver, and its signed receipt taken in again. Beside it the disk's own limit: how often a
/// second it forces one page.
final class ExchangeReport {

  private static final Realm REALM = new Realm.Exercise("bench");
  private static final FormatId NOTICE = new FormatId(3, 1);
  private static final OfficeId FROM = OfficeId.parse("XA/technical").orElseThrow();
  private static final OfficeId TO = OfficeId.parse("XB/technical").orElseThrow();
  private static final int PAGE = 4096;
  private static final int AT_ONCE = 100;

  private final Path folder;
  private final int messages;

  private ExchangeReport(Path folder, int messages) {
    this.folder = folder;
    this.messages = messages;
  }

  static String of(boolean quick) {
    try {
      Path folder = Files.createTempDirectory("parley-bench");
      try {
        return new ExchangeReport(folder, quick ? 100 : 500).measured();
      } finally {
        delete(folder);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private String measured() throws IOException {
    double forces = forces();
    try (NodeHome sender = node("XA/csirt");
        NodeHome receiver = node("XB/csirt");
        Beat door = Beat.of(receiver, Set.of(), _ -> {});
        HttpsCourier https =
            new HttpsCourier(sender.tls(), new PeersOfDirectory(sender), Patience.USUAL)) {
      introduce(sender, receiver);
      introduce(receiver, sender);
      DispatchParcels dispatch = new DispatchParcels(sender.station(), List.of(https));
      send(sender, dispatch, messages / 5);
      long cpu = cpu();
      long begun = System.nanoTime();
      send(sender, dispatch, messages);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double spent = (cpu() - cpu) / 1e9;
      all(sender, messages + messages / 5, door);
      return table(seconds, spent, forces);
    }
  }

  private String table(double seconds, double spent, double forces) {
    Table table =
        new Table("what", "per second", "ms each", "cpu ms each", "in forced pages of this disk");
    table.row(
        "messages delivered, with receipt",
        String.format(Locale.ROOT, "%.1f", messages / seconds),
        String.format(Locale.ROOT, "%.1f", 1e3 * seconds / messages),
        String.format(Locale.ROOT, "%.1f", 1e3 * spent / messages),
        Measure.ratio(seconds / messages * forces));
    table.row(
        "one page forced to disk",
        String.format(Locale.ROOT, "%,.0f", forces),
        String.format(Locale.ROOT, "%.2f", 1e3 / forces),
        "",
        "1");
    return table.toString();
  }

  /// Processor time of the whole process: both nodes.
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /// How often a second the disk forces a page added to a file.
  private double forces() throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("pages"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(PAGE);
      long begun = System.nanoTime();
      for (int i = 0; i < messages; i++) {
        page.clear();
        file.write(page);
        file.force(true);
      }
      return messages / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private NodeHome node(String id) throws IOException {
    NodeId node = NodeId.parse(id).orElseThrow();
    Path home = folder.resolve(node.party().toString());
    int port = freePort();
    NodeSettings settings =
        new NodeSettings(
            node,
            List.of(OfficeKind.TECHNICAL),
            new NodeSettings.Ways(
                Optional.of(
                    new NodeSettings.Door(
                        "127.0.0.1", port, URI.create("https://127.0.0.1:" + port))),
                Optional.empty(),
                Optional.empty()),
            Ceiling.of(Tlp.RED),
            false,
            Optional.empty());
    NodeHome.create(home, settings, Instant.now()).orThrow();
    return NodeHome.open(home, Formats.of(List.of(notice()))).orThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A notice with one item: what items mean costs nothing here.
  private static Format notice() {
    return new Format(
        NOTICE,
        "notice",
        "notice",
        "For the measurement.",
        new Format.Use(
            Set.of(OfficeKind.values()),
            Format.Bond.FREE,
            Set.of(),
            false,
            false,
            Optional.empty()),
        List.of(
            new ItemRule(
                1,
                "words",
                "words",
                new ItemType.Text(5000),
                false,
                ItemRule.Need.VALUE,
                Optional.empty())));
  }

  private static void introduce(NodeHome to, NodeHome whom) {
    Octets card = whom.publish();
    DirectoryEntry entry = to.station().seal().claimed(card).then(DirectoryBytes::read).orThrow();
    new TakeEntry(to.directory(), to.station().seal())
        .run(
            to.station().books(),
            card,
            Optional.of(entry.nodes().getFirst().signing().fingerprint()),
            to.station().now())
        .orThrow();
  }

  private static void send(NodeHome sender, DispatchParcels dispatch, int count) {
    Hand hand = new Hand(FROM, "bench");
    String words = "All is told in two thousand characters. ".repeat(50);
    IntStream.range(0, count)
        .forEach(number -> {
          Draft draft =
              new Draft(
                  new Draft.Subject(NOTICE, Optional.empty(), REALM),
                  new Draft.Addresses(FROM, List.of(TO), List.of()),
                  Heading.Languages.only("en"),
                  Ties.NONE,
                  Marking.of(Tlp.AMBER),
                  List.of(Draft.ItemDraft.of(1, new Item.Value(List.of(number + " " + words)))),
                  Draft.Rest.NONE);
          ComposeStatement.Composed made =
              new ComposeStatement(sender.station()).run(draft, hand).orThrow();
          new ClearStatement(sender.station(), false)
              .clear(REALM, made.statement(), hand)
              .then(cleared -> new DispatchStatement(sender.station()).run(REALM, cleared))
              .orThrow();
          dispatch.run(AT_ONCE);
        });
  }

  /// A message without its receipt is no measurement.
  private static void all(NodeHome sender, int sent, Beat door) {
    long delivered =
        sender
            .station()
            .books()
            .look(book -> {
              Ledger ledger = new Ledger(book, sender.station().seat(), REALM);
              return ledger.all().stream()
                  .flatMap(id -> ledger.open(id).state().dossiers().values().stream())
                  .filter(dossier ->
                      dossier
                          .account(TO)
                          .filter(account -> account.has(Standing.DELIVERED))
                          .isPresent())
                  .count();
            });
    if (delivered != sent) {
      throw new IllegalStateException(
          delivered + " of " + sent + " have arrived; troubles: " + door.troubles());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
