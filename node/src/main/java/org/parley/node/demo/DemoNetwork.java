package org.parley.node.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.parley.core.exchange.format.Formats;
import org.parley.core.terms.Realm;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Quota;
import org.parley.couriers.relay.RelayProgram;
import org.parley.couriers.relay.RelayServer;
import org.parley.desk.Shelf;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.people.Troupe;
import org.parley.duties.port.UnreachableException;
import org.parley.node.web.Tour;
import org.springframework.context.ConfigurableApplicationContext;

/// A small fictitious network on the loopback, in one process: the nodes of two States and of a
/// secretariat, each with its own folder, books and keys, and a relay. A third State's node is
/// known and switched off, so that something waits.
public final class DemoNetwork implements AutoCloseable {

  static final Realm REALM = new Realm.Exercise("demo");

  private static final String HOST = "127.0.0.1";
  private static final String RELAY = "relay";
  private static final int FIRST_PORT = 8470;
  private static final List<Troupe> TROUPES = List.of(Troupe.XA, Troupe.XB, Troupe.SECRETARIAT);

  private final List<AutoCloseable> running = new ArrayList<>();
  private final Path data;
  private final Tour tour;

  /// Starts a node of the network.
  @FunctionalInterface
  public interface Start {

    ConfigurableApplicationContext start(Settings settings, Tour tour);
  }

  private DemoNetwork(Path data, Tour tour) {
    this.data = data;
    this.tour = tour;
  }

  /// Starts the network in an empty folder and returns when every page can be opened; the story
  /// goes on being told for some seconds.
  public static DemoNetwork begin(Path data, Start start) {
    if (!isEmpty(data)) {
      throw new UnreachableException(
          "the demo begins in an empty folder, and " + data + " is not empty");
    }
    List<Tour.Stop> stops = new ArrayList<>();
    List<Integer> ports = ports(TROUPES.size());
    for (int at = 0; at < TROUPES.size(); at++) {
      stops.add(
          new Tour.Stop(
              TROUPES.get(at).party(), URI.create("http://" + HOST + ":" + ports.get(at))));
    }
    DemoNetwork network = new DemoNetwork(data, new Tour(stops));
    try {
      network.open(start);
      return network;
    } catch (RuntimeException failed) {
      try {
        network.close();
      } catch (IllegalStateException left) {
        failed.addSuppressed(left);
      }
      throw failed;
    }
  }

  /// Says where to go, the page of what to try first.
  public void tell(PrintStream out) {
    out.printf("What to try: %s/try%n%n", tour.stops().getFirst().address());
    out.println("Exercise data, fictitious States; nothing here is real:");
    tour.stops().forEach(stop -> out.printf("  %-12s %s/%n", stop.party(), stop.address()));
    out.printf("%nFiles, while it runs: %s. Ctrl+C ends all of it.%n", data);
  }

  private void open(Start start) {
    Path folder = data.resolve(RELAY);
    RelayServer relay = relay(folder);
    running.add(relay);
    DemoJoining joining = new DemoJoining(folder, relay.port(), formats());
    List<DemoMember> members = joined(start, joining);
    DemoMember alder = members.get(0);
    DemoStory.begin(alder.room(), alder.people(), REALM)
        .ifPresent(hospital -> tour.note("incident", "/incidents/" + hospital));
    DemoMember birch = members.get(1);
    DemoStory.beginWithOne(birch.room(), birch.actor("operator"), birch.actor("csirt"), REALM);
    DemoOffices.stated(alder);
    DemoOffices.stated(birch);
    tour.note("data", data.toString());
    DemoPost post = new DemoPost(members, tour);
    running.add(post);
    post.begin();
  }

  /// Starts one node after the other; while the next one starts, the one before makes its keys.
  private List<DemoMember> joined(Start start, DemoJoining joining) {
    List<DemoMember> members = new ArrayList<>();
    try (ExecutorService keys = Executors.newSingleThreadExecutor()) {
      CompletableFuture<DemoJoining.Card> absent =
          CompletableFuture.supplyAsync(() -> joining.switchedOff(data.resolve("xc")), keys);
      List<CompletableFuture<Void>> made = new ArrayList<>();
      for (Troupe troupe : TROUPES) {
        DemoMember member = new DemoMember(troupe, start.start(settings(troupe), tour));
        running.add(member.node());
        member.peopled();
        made.add(CompletableFuture.runAsync(() -> joining.join(member), keys));
        members.add(member);
      }
      made.forEach(CompletableFuture::join);
      DemoJoining.meet(members, absent.join());
    }
    return members;
  }

  private Settings settings(Troupe troupe) {
    String address =
        tour.stops().stream()
            .filter(stop -> stop.party().equals(troupe.party()))
            .findFirst()
            .orElseThrow()
            .address()
            .toString();
    Path own = data.resolve(troupe.party().code().toLowerCase(Locale.ROOT));
    Map<SettingKey, String> said = new EnumMap<>(SettingKey.class);
    said.put(SettingKey.LISTEN_ADDRESS, HOST);
    said.put(SettingKey.LISTEN_PORT, address.substring(address.lastIndexOf(':') + 1));
    said.put(SettingKey.REALM, REALM.word());
    if (!troupe.party().isState()) {
      said.put(SettingKey.RELAY_FOLDER, data.resolve(RELAY).toString());
    }
    return SettingsReader.read(own, Map.of(), said).orThrow();
  }

  private static Formats formats() {
    return Shelf.library(Optional.empty()).formats();
  }

  private static RelayServer relay(Path folder) {
    try {
      TlsIdentity identity = RelayProgram.identity(folder);
      return RelayServer.open(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          identity,
          folder,
          Quota.USUAL,
          InstantSource.system());
    } catch (IOException fault) {
      throw new UnreachableException("the relay's folder cannot be written", fault);
    }
  }

  private static boolean isEmpty(Path data) {
    if (!Files.exists(data)) {
      return true;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.findAny().isEmpty();
    } catch (IOException fault) {
      throw new UnreachableException("the folder " + data + " cannot be read", fault);
    }
  }

  /// The usual ports where they are free, others where not.
  private static List<Integer> ports(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int port = FIRST_PORT; held.size() < count && port < FIRST_PORT + 20; port++) {
        try {
          held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (java.net.BindException _) {
          // Another program has it: the next one.
        }
      }
      while (held.size() < count) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException fault) {
      throw new UnreachableException("no port of the loopback is free", fault);
    } finally {
      held.forEach(DemoNetwork::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Ends all of it, the last that was started first.
  @Override
  public void close() {
    try {
      end(running.reversed());
    } finally {
      running.clear();
    }
  }

  /// Ends each part, also after one that does not end, and then says which faults there were.
  static void end(List<? extends AutoCloseable> parts) {
    IllegalStateException faults = new IllegalStateException("a part of the demo does not end");
    for (AutoCloseable each : parts) {
      try {
        each.close();
      } catch (Exception failed) {
        faults.addSuppressed(failed);
      }
    }
    if (faults.getSuppressed().length > 0) {
      throw faults;
    }
  }
}
