package org.parley.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;
import org.parley.duties.Station;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.port.Books;
import org.parley.duties.port.LogSeal;
import org.parley.seal.OwnLog;
import org.parley.seal.key.KeyFolder;
import org.parley.seal.key.Secret;
import org.parley.store.SqlBooks;

/// A node's folder, opened: its settings, its keys, its books, and the station they make.
///
/// ```
/// DIR/node.yaml     what the node is told about itself
/// DIR/secret        what opens the keys; the owner's alone
/// DIR/keys/         identity, log and sealing keys, wrapped
/// DIR/tls/          the certificate shown on the wire
/// DIR/books.db      all that was said, sent and received
/// ```
public final class NodeHome implements AutoCloseable {

  private final NodeSettings settings;
  private final Path folder;
  private final KeyFolder keys;
  private final NodeSeal seal;
  private final TlsIdentity tls;
  private final Books books;
  private final Optional<SqlBooks> ownBooks;
  private final DirectoryBook directory = new DirectoryBook();
  private final Formats formats;
  private final Station station;

  private NodeHome(
      Path folder, NodeSettings settings, KeyFolder keys, Formats formats, Optional<Books> shared) {
    this.folder = folder;
    this.settings = settings;
    this.keys = keys;
    this.formats = formats;
    this.ownBooks =
        shared.isPresent() ? Optional.empty() : Optional.of(openBooks(folder, settings));
    this.books = shared.or(() -> ownBooks).orElseThrow();
    Optional<NodeRecord> named =
        books
            .look(book -> directory.standing(book, settings.node().party()))
            .flatMap(standing -> standing.entry().node(settings.node()));
    this.seal = new NodeSeal(keys, named.map(NodeRecord::signing));
    NodeTls wire = new NodeTls(folder.resolve("tls"));
    wire.turn(named.map(NodeRecord::tls));
    this.tls = wire.present();
    SecureRandom random = new SecureRandom();
    this.station =
        new Station(
            seat(settings),
            new Exchange(formats),
            directory,
            books,
            seal,
            count -> draw(random, count),
            InstantSource.system());
  }

  private static SqlBooks openBooks(Path folder, NodeSettings settings) {
    return settings
        .database()
        .map(SqlBooks::open)
        .orElseGet(() -> SqlBooks.open(folder.resolve("books.db")));
  }

  private static Octets draw(SecureRandom random, int count) {
    byte[] drawn = new byte[count];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }

  private static Seat seat(NodeSettings settings) {
    Set<OfficeId> offices =
        settings.offices().stream()
            .map(kind -> new OfficeId(settings.node().party(), kind))
            .collect(Collectors.toSet());
    return new Seat(settings.node(), offices, settings.ceiling());
  }

  /// Makes a node in an empty folder.
  public static Checked<NodeSettings> create(Path folder, NodeSettings settings, Instant now) {
    if (Files.exists(folder.resolve(NodeFile.NAME))) {
      return refused(folder, "there is a node already", "choose another folder");
    }
    try {
      Files.createDirectories(folder);
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      writeForOwner(folder.resolve("secret"), HexFormat.of().formatHex(secret) + "\n");
      Checked<KeyFolder> made =
          NodeKeys.create(
              folder,
              settings,
              Secret.ofBytes(secret),
              now.minus(Duration.ofMinutes(5)),
              now.plus(OwnEntry.VALID));
      if (made instanceof Checked.Refused<KeyFolder>(List<Issue> reasons)) {
        // Nothing is sealed with it yet, and the next attempt makes its own.
        Files.delete(folder.resolve("secret"));
        return new Checked.Refused<>(reasons);
      }
      Files.createDirectories(folder.resolve("tls"));
      TlsIdentity.create(
              settings.node().toString(), now.minus(Duration.ofMinutes(5)), OwnEntry.VALID)
          .save(folder.resolve("tls"));
      // Written last: a folder with this file is a whole node.
      writeForOwner(folder.resolve(NodeFile.NAME), NodeFile.write(settings));
      return new Checked.Sound<>(settings, List.of());
    } catch (IOException why) {
      throw new UncheckedIOException(why);
    }
  }

  /// Writes a new file that its owner alone can read, on disk when it returns.
  private static void writeForOwner(Path file, String text) throws IOException {
    FileAttribute<?>[] owner =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, owner);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Whether there is a node in a folder.
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NodeFile.NAME));
  }

  /// Opens the node in a folder, with its books.
  public static Checked<NodeHome> open(Path folder, Formats formats) {
    return open(folder, formats, Optional.empty());
  }

  /// Opens the node in a folder whose books are open already; they stay open when it is closed.
  public static Checked<NodeHome> open(Path folder, Formats formats, Books books) {
    return open(folder, formats, Optional.of(books));
  }

  private static Checked<NodeHome> open(Path folder, Formats formats, Optional<Books> shared) {
    Path file = folder.resolve(NodeFile.NAME);
    if (!Files.isRegularFile(file)) {
      return refused(folder, "there is no node here", "make one: parley exchange init");
    }
    try {
      return NodeFile.read(Files.readAllBytes(file))
          .then(settings ->
              NodeKeys.open(folder, settings)
                  .map(keys -> new NodeHome(folder, settings, keys, formats, shared)));
    } catch (IOException why) {
      return refused(folder, NodeFile.NAME + " cannot be read", "restore the file");
    }
  }

  private static <T> Checked<T> refused(Path folder, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.DOCUMENT_UNREADABLE,
                Place.of(folder.toString()),
                message,
                Optional.of(remedy))));
  }

  public Station station() {
    return station;
  }

  public NodeSettings settings() {
    return settings;
  }

  public DirectoryBook directory() {
    return directory;
  }

  public Formats formats() {
    return formats;
  }

  public TlsIdentity tls() {
    return tls;
  }

  /// The log's side of the seal.
  public LogSeal log() {
    return new OwnLog(keys.identity().log());
  }

  public KeyFolder keys() {
    return keys;
  }

  public Path folder() {
    return folder;
  }

  /// What this node says of itself to all others.
  public OwnEntry ownEntry() {
    return new OwnEntry(this, seal, new NodeTls(folder.resolve("tls")));
  }

  /// Rolls the sealing keys and states our entry anew where anything has changed; the signed entry.
  public Octets publish() {
    return ownEntry().publish();
  }

  @Override
  public void close() {
    ownBooks.ifPresent(SqlBooks::close);
  }
}
