package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.issue.IssueCode;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.SettingsReader;
import org.parley.store.Schema;
import org.parley.store.care.Layout;
import org.parley.store.care.Refill;
import org.parley.store.care.TableShape;

/// Puts a checked copy into a new folder and empty databases. It is all there when [#commit] has
/// returned; before, nothing of it counts.
final class PutCopy implements AutoCloseable {

  /// What an export leaves out: nobody signs in with what lay open.
  private static final Set<String> MAY_LACK =
      Set.of("people/secret", "people/passkey", "people/identity");

  private static final int LARGEST_FILE = 1 << 20;

  private final Path folder;
  private final Optional<String> database;
  private final Map<String, Target> targets = new TreeMap<>();
  private final Set<String> filled = new HashSet<>();

  private record Target(Refill refill, Map<String, TableShape> tables) {}

  /// @param folder new and empty, for this user alone
  /// @param database a JDBC URL; empty for files in the folder
  PutCopy(Path folder, Optional<String> database, Manifest manifest) {
    this.folder = folder;
    this.database = database;
    try {
      open(Schema.BOOKS, "books", manifest.shapes().books());
      manifest.shapes().people().ifPresent(shape -> open(Schema.PEOPLE, "people", shape));
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void open(Schema schema, String name, int shape) {
    Layout layout = Layout.of(schema, shape);
    Map<String, TableShape> tables = new TreeMap<>();
    layout.tables().forEach(table -> tables.put(table.name(), table));
    String url = database.orElse("jdbc:sqlite:" + folder.resolve(name + ".db"));
    targets.put(name, new Target(Refill.into(url, layout), tables));
  }

  /// Puts all parts in; nothing counts before [#commit].
  void fill(Parts parts) throws IOException, Refusal {
    parts.each(this::take);
    List<String> missing = new ArrayList<>();
    targets.forEach((name, target) ->
        target.tables().keySet().stream()
            .map(table -> name + "/" + table)
            .filter(each -> !filled.contains(each) && !MAY_LACK.contains(each))
            .forEach(missing::add));
    if (!missing.isEmpty()) {
      throw wrong("the copy", "it lacks " + String.join(", ", missing));
    }
  }

  private static Refusal wrong(String part, String message) {
    return new Refusal(
        IssueCode.COPY_NOT_WHOLE, part, message, "Use another copy; this one is not whole.");
  }

  private void take(String name, InputStream in) throws IOException, Refusal {
    String[] at = name.split("/", 2);
    Target target = targets.get(at[0]);
    if (target != null) {
      rows(name, at[1].replaceFirst("\\.jsonl$", ""), target, in);
    } else if (at[0].equals("files")) {
      file(at[1], in.readNBytes(LARGEST_FILE + 1));
    }
  }

  private void rows(String part, String name, Target target, InputStream in)
      throws IOException, Refusal {
    TableShape table = target.tables().get(name);
    if (table == null) {
      throw wrong(part, "there is no such table in its shape");
    }
    RowLine line = new RowLine(table, part);
    Lines lines = new Lines(part, in);
    for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
      target.refill().add(table, line.read(next.get()));
    }
    target.refill().end(table);
    filled.add(part.replaceFirst("\\.jsonl$", ""));
  }

  private void file(String name, byte[] bytes) throws IOException, Refusal {
    if (bytes.length > LARGEST_FILE) {
      throw wrong(name, "the file is far too large");
    }
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw wrong(name, "the file would lie elsewhere");
    }
    Path in = file.getParent();
    if (in != null && !Files.isDirectory(in)) {
      OwnFiles.makeFolder(in);
    }
    OwnFiles.write(file, adapted(name, bytes));
  }

  /// Settings name the databases that there are now.
  private byte[] adapted(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (name) {
      case SettingsReader.FILE -> TakeCopy.utf8(withDatabases(text));
      case NodeFiles.EXCHANGE -> TakeCopy.utf8(NodeFiles.withDatabase(text, database));
      default -> bytes;
    };
  }

  private String withDatabases(String settings) {
    StringBuilder kept = new StringBuilder();
    for (String line : settings.lines().toList()) {
      String key = line.strip().split("[=\\s]", 2)[0];
      if (!key.equals(SettingKey.BOOKS.key()) && !key.equals(SettingKey.PEOPLE.key())) {
        kept.append(line).append('\n');
      }
    }
    database.ifPresent(url ->
        kept.append(SettingKey.BOOKS.key() + " = " + url + "\n")
            .append(SettingKey.PEOPLE.key() + " = " + url + "\n"));
    return kept.toString();
  }

  /// Keeps everything; the settings name the database also where the copy had none.
  void commit() throws IOException {
    Path settings = folder.resolve(SettingsReader.FILE);
    if (database.isPresent() && !Files.exists(settings)) {
      OwnFiles.write(settings, TakeCopy.utf8(withDatabases("")));
    }
    // The people first: books without their people would look like a whole node.
    for (String name : List.of("people", "books")) {
      Target target = targets.get(name);
      if (target != null) {
        target.refill().commit();
      }
    }
  }

  @Override
  public void close() {
    targets.values().forEach(target -> target.refill().close());
    targets.clear();
  }
}
