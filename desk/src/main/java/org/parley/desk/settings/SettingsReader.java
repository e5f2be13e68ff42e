package org.parley.desk.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Realm;

/// Reads the settings: the file `node.properties` in the data folder, overruled by the environment,
/// overruled by the command line. All mistakes are told together.
public final class SettingsReader {

  public static final String FILE = "node.properties";
  private static final int MOST_IDLE_MINUTES = 24 * 60;

  private record Said(String text, Place place) {}

  private final Issues issues = new Issues();
  private final Map<SettingKey, Said> said = new EnumMap<>(SettingKey.class);
  private final Path data;

  private SettingsReader(Path data) {
    this.data = data;
  }

  /// @param data the folder of the node's files; the file in it may be absent
  /// @param environment the variables of the process
  /// @param commandLine what the command line says
  public static Checked<Settings> read(
      Path data, Map<String, String> environment, Map<SettingKey, String> commandLine) {
    SettingsReader reader = new SettingsReader(data);
    reader.file(data.resolve(FILE));
    for (SettingKey key : SettingKey.values()) {
      Optional.ofNullable(environment.get(key.variable()))
          .ifPresent(text -> reader.said.put(key, new Said(text, Place.of(key.variable()))));
      Optional.ofNullable(commandLine.get(key))
          .ifPresent(
              text -> reader.said.put(key, new Said(text, Place.of("command line, " + key.key()))));
    }
    Settings settings = reader.settings();
    return reader.issues.hasErrors()
        ? new Checked.Refused<>(reader.issues.list())
        : new Checked.Sound<>(settings, reader.issues.list());
  }

  private void file(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int number = 1; number <= lines.size(); number++) {
        String line = lines.get(number - 1);
        if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
          line(line, new Place(file.toString(), number, 1, Optional.of(line)));
        }
      }
    } catch (MalformedInputException _) {
      issues.add(IssueCode.NOT_UTF8, Place.of(file.toString()), "the file is not UTF-8 text");
    } catch (IOException fault) {
      issues.add(
          IssueCode.SETTINGS_UNREADABLE,
          Place.of(file.toString()),
          "the file cannot be read: " + fault.getMessage(),
          "Let the node's user read it, or take it away to use the defaults.");
    }
  }

  private void line(String line, Place place) {
    int equals = line.indexOf('=');
    String name = (equals < 0 ? line : line.substring(0, equals)).strip();
    Optional<SettingKey> key = SettingKey.parse(name);
    if (key.isEmpty()) {
      issues.add(
          IssueCode.SETTING_UNKNOWN,
          place,
          "\"%s\" is no setting".formatted(name),
          "Settings are "
              + String.join(
                  ", ", List.of(SettingKey.values()).stream().map(SettingKey::key).toList())
              + ".");
    } else if (equals < 0) {
      issues.add(
          IssueCode.SETTING_WRONG, place, "no value", "Write " + name + " = and then the value.");
    } else if (said.put(key.get(), new Said(line.substring(equals + 1).strip(), place)) != null) {
      issues.add(
          IssueCode.SETTING_REPEATED,
          place,
          "\"%s\" is said twice".formatted(name),
          "Keep one of the lines.");
    }
  }

  private Settings settings() {
    Settings.Door door =
        new Settings.Door(
            text(SettingKey.LISTEN_ADDRESS),
            number(SettingKey.LISTEN_PORT, 0, 65_535),
            publicAddress());
    Settings.Storage storage =
        new Settings.Storage(
            database(SettingKey.BOOKS, "books.db"),
            database(SettingKey.PEOPLE, "people.db"),
            relay());
    Realm realm = realm();
    return new Settings(
        data,
        door,
        storage,
        realm,
        zone(),
        new Settings.Entrance(
            Duration.ofMinutes(number(SettingKey.SESSION_IDLE, 1, MOST_IDLE_MINUTES)),
            new ProviderReader(this::text, this::wrong, !realm.equals(new Realm.Real())).read()),
        ceiling());
  }

  private String text(SettingKey key) {
    Said there = said.get(key);
    return there == null || there.text().isEmpty() ? key.otherwise() : there.text();
  }

  private void wrong(SettingKey key, String wanted) {
    Said there = said.getOrDefault(key, new Said(key.otherwise(), Place.of("default")));
    issues.add(
        IssueCode.SETTING_WRONG,
        there.place(),
        // A secret is not told back: messages of a start end up in logs.
        key == SettingKey.PROVIDER_SECRET
            ? "%s is not %s".formatted(key.key(), wanted)
            : "%s: \"%s\" is not %s".formatted(key.key(), there.text(), wanted),
        "handbook/node.md says what each setting takes.");
  }

  private int number(SettingKey key, int least, int most) {
    String text = text(key);
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(key, "a whole number from %d to %d".formatted(least, most));
    return least;
  }

  private Optional<URI> publicAddress() {
    String text = text(SettingKey.PUBLIC_ADDRESS);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/?")) {
      wrong(SettingKey.PUBLIC_ADDRESS, "an address such as https://parley.example");
      return Optional.empty();
    }
    return Optional.of(
        URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
  }

  private String database(SettingKey key, String file) {
    String text = text(key);
    if (text.isEmpty()) {
      return "jdbc:sqlite:" + data.resolve(file);
    }
    if (!text.startsWith("jdbc:postgresql:") && !text.matches("jdbc:sqlite:[^?]+")) {
      wrong(key, "jdbc:sqlite:FILE, without settings, or jdbc:postgresql:…");
    }
    return text;
  }

  private Optional<Path> relay() {
    String text = text(SettingKey.RELAY_FOLDER);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(text);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    } catch (InvalidPathException _) {
      // No folder has such a name.
    }
    wrong(SettingKey.RELAY_FOLDER, "a folder that is there");
    return Optional.empty();
  }

  private Realm realm() {
    Optional<Realm> realm = Realm.parse(text(SettingKey.REALM));
    if (realm.isEmpty()) {
      wrong(SettingKey.REALM, "real, or exercise: and a name of small letters and digits");
    }
    return realm.orElse(new Realm.Real());
  }

  private Ceiling ceiling() {
    Optional<Ceiling> ceiling = Ceiling.parse(text(SettingKey.CEILING));
    if (ceiling.isEmpty()) {
      wrong(
          SettingKey.CEILING,
          "a level such as TLP:RED, and after semicolons secrecy grades with their State, such as"
              + " TLP:RED; XA RESTRICTED");
    }
    return ceiling.orElse(Ceiling.of(Tlp.RED));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text(SettingKey.ZONE));
    } catch (DateTimeException _) {
      wrong(SettingKey.ZONE, "a time zone such as Europe/Vienna");
      return ZoneId.of("UTC");
    }
  }
}
