package org.parley.cli.care.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.parley.seal.key.KeyFolder;

/// The folder of a node: where its databases are, and which of its files go with a copy.
///
/// @param books the JDBC URL of the books
/// @param people the JDBC URL of the people
public record NodeFiles(Path folder, String books, String people) {

  /// The settings of the exchange, beside those of the server.
  public static final String EXCHANGE = "node.yaml";

  public static final String SECRET = "secret";
  static final String KEYS = "keys";
  static final String TLS = "tls";

  private static final int LARGEST = 1 << 20;
  private static final Pattern DATABASE =
      Pattern.compile("(?m)^database:\\s*\"?(jdbc:[^\"\\s]+)\"?\\s*$");

  /// The files and databases of a node; where the server's settings say nothing of the books, those
  /// of the exchange do.
  public static NodeFiles of(Settings settings) throws IOException {
    Path folder = settings.data();
    String books = settings.storage().books();
    if (books.equals("jdbc:sqlite:" + folder.resolve("books.db"))) {
      books = ofExchange(folder).orElse(books);
    }
    return new NodeFiles(folder, books, settings.storage().people());
  }

  private static Optional<String> ofExchange(Path folder) throws IOException {
    Path file = folder.resolve(EXCHANGE);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    Matcher line = DATABASE.matcher(Files.readString(file));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  /// The same text with another database, or with the file in the folder.
  static String withDatabase(String exchange, Optional<String> url) {
    String without = DATABASE.matcher(exchange).replaceAll("");
    return url.map(each -> without.stripTrailing() + "\ndatabase: \"" + each + "\"\n")
        .orElse(without);
  }

  /// The file of a database, where it is one of SQLite.
  public static Optional<Path> file(String url) {
    return url.startsWith("jdbc:sqlite:")
        ? Optional.of(Path.of(url.substring("jdbc:sqlite:".length())))
        : Optional.empty();
  }

  /// Whether there is a database to read.
  public static boolean isThere(String url) {
    return file(url).map(Files::isRegularFile).orElse(true);
  }

  /// The files that go with a copy, by their names in it: never a key of a period, which is to be
  /// destroyed and not kept.
  ///
  /// @param secret whether what opens the keys goes too
  Map<String, Path> carried(boolean secret) throws IOException {
    Map<String, Path> carried = new TreeMap<>();
    List<String> names = new ArrayList<>(List.of(SettingsReader.FILE, EXCHANGE));
    if (secret) {
      names.add(SECRET);
    }
    KeyFolder.inBackups(folder.resolve(KEYS)).forEach(name -> names.add(KEYS + "/" + name));
    if (Files.isDirectory(folder.resolve(TLS))) {
      try (Stream<Path> files = Files.list(folder.resolve(TLS))) {
        files.forEach(file -> names.add(TLS + "/" + file.getFileName()));
      }
    }
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
        carried.put(name, file);
      }
    }
    return carried;
  }
}
