package org.parley.node.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.format.Formats;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.Settings;
import org.parley.duties.port.Books;
import org.parley.duties.port.UnreachableException;
import org.parley.exchange.Beat;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The node's part in the exchange: the folder that holds its keys, and the beat that runs while
/// the server does. Before an administrator joins, there is none.
public final class Exchanging implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("parley.exchange");

  /// The name of the node that an exercise begins with.
  private static final String NAME = "csirt";

  /// How it stands with the exchange.
  public sealed interface State {

    /// The node takes no part in it.
    record Apart() implements State {}

    /// It takes part, and the beat runs.
    record Joined(NodeHome home, Beat beat) implements State {}

    /// It should take part and cannot.
    record Broken(List<Issue> why) implements State {
      public Broken {
        why = List.copyOf(why);
      }
    }
  }

  private final Settings settings;
  private final Books books;
  private final Formats formats;
  private volatile State state = new State.Apart();

  /// Opens the node's part where there is one, and begins to beat.
  public Exchanging(Settings settings, Books books, Formats formats) {
    this.settings = settings;
    this.books = books;
    this.formats = formats;
    if (NodeHome.isIn(settings.data())) {
      begin();
    }
  }

  public State state() {
    return state;
  }

  /// The node's home, where it takes part.
  public Optional<NodeHome> home() {
    return state instanceof State.Joined(NodeHome home, _) ? Optional.of(home) : Optional.empty();
  }

  /// Takes part from now on: makes keys, writes `node.yaml`, opens the door.
  public synchronized Checked<NodeSettings> join(NodeSettings wanted) {
    NodeSettings whole =
        new NodeSettings(
            wanted.node(),
            wanted.offices(),
            wanted.ways(),
            new Ceiling(wanted.ceiling().most(), settings.ceiling().grades(), Set.of()),
            wanted.secondPerson(),
            new NodeSettings.Outside(database(), wanted.stampers(), wanted.token()));
    Checked<NodeSettings> made =
        NodeHome.create(settings.data(), whole, java.time.InstantSource.system().instant());
    if (made instanceof Checked.Sound<NodeSettings>) {
      begin();
    }
    return state instanceof State.Broken(List<Issue> why) ? new Checked.Refused<>(why) : made;
  }

  /// Where other programs find the books, unless they lie in the folder.
  private Optional<String> database() {
    String own = "jdbc:sqlite:" + settings.data().resolve("books.db");
    return Optional.of(settings.storage().books()).filter(url -> !url.equals(own));
  }

  /// In an exercise that somebody has just walked into: takes part at once, on a free port of the
  /// loopback. Does nothing where the node takes part already.
  public synchronized void joinExercise(Party state) {
    if (NodeHome.isIn(settings.data())) {
      return;
    }
    int port = freePort();
    NodeSettings.Door door =
        new NodeSettings.Door("127.0.0.1", port, URI.create("https://127.0.0.1:" + port));
    join(new NodeSettings(
            new NodeId(state, NAME),
            List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY),
            new NodeSettings.Ways(Optional.of(door), Optional.empty(), Optional.empty()),
            Ceiling.of(Tlp.AMBER_STRICT),
            false,
            Optional.empty()))
        .issues()
        .forEach(issue -> LOG.warn("{}", issue));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Renews the node's certificates, and takes part again with the new ones. Nothing where it does
  /// not take part.
  ///
  /// @param lost why the earlier ones count no more; empty where they were in nobody else's hands
  public synchronized void renew(Optional<String> lost) {
    if (state instanceof State.Joined(NodeHome home, Beat beat)) {
      beat.close();
      try {
        home.ownEntry().renew(lost);
      } finally {
        home.close();
        begin();
      }
    }
  }

  private void begin() {
    Checked<NodeHome> opened = NodeHome.open(settings.data(), formats, books);
    if (!(opened instanceof Checked.Sound<NodeHome>(NodeHome home, _))) {
      broken(opened.issues());
      return;
    }
    try {
      Beat beat =
          Beat.of(
              home,
              Set.copyOf(List.of(new Realm.Real(), settings.realm()).stream().distinct().toList()),
              Exchanging::tell);
      state = new State.Joined(home, beat.start());
    } catch (UnreachableException fault) {
      home.close();
      broken(
          List.of(
              new Issue(
                  IssueCode.DOCUMENT_UNREADABLE,
                  Place.of("exchange"),
                  String.valueOf(fault.getMessage()),
                  Optional.of("mend it and start the server again"))));
    }
  }

  private void broken(List<Issue> why) {
    state = new State.Broken(why);
    why.forEach(issue -> LOG.error("the exchange does not run: {}", issue));
  }

  private static void tell(Beat.Trouble trouble) {
    LOG.warn("exchange, {}: {}", trouble.where(), trouble.says());
  }

  @Override
  public synchronized void close() {
    if (state instanceof State.Joined(NodeHome home, Beat beat)) {
      beat.close();
      home.close();
    }
    state = new State.Apart();
  }
}
