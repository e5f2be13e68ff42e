package org.parley.cli.care.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.care.copy.LastBackup;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.desk.settings.Settings;

/// Looks at everything a node needs, and writes nothing; safe beside a running node.
public final class Doctor {

  private static final Duration DAILY = Duration.ofHours(26);
  private static final Duration WEEKLY = Duration.ofDays(7);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Doctor() {}

  /// All that was looked at, in the order in which one would look.
  public static List<Finding> look(Settings settings, NodeFiles node, Instant now)
      throws IOException {
    List<Finding> found = new ArrayList<>(Machine.look(node));
    found.add(Finding.well("settings", "understood; realm " + settings.realm().word()));
    found.add(answer(settings.door()));
    found.addAll(Languages.look(settings));
    found.addAll(Databases.look(node, now));
    found.addAll(Keys.look(node, now));
    found.add(backup(LastBackup.of(node.folder()), node.folder(), now));
    return found;
  }

  /// Whether the node itself says that it works; asked on its own address, never on its public one.
  private static Finding answer(Settings.Door door) {
    if (door.port() == 0) {
      return Finding.note("server", "it listens on any free port, so it is not asked");
    }
    URI health = URI.create("http://%s:%d/care/health".formatted(door.host(), door.port()));
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(health).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status == 200
          ? Finding.well("server", "it answers at port " + door.port())
          : Finding.now(
              "server",
              "it answers %d at port %d".formatted(status, door.port()),
              "Look at its log; the findings below say why.");
    } catch (IOException down) {
      return Finding.note(
          "server", "nobody answers at port " + door.port() + ": it is not running");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Finding.note("server", "it was not asked");
    }
  }

  static Finding backup(Optional<LastBackup> last, Path folder, Instant now) {
    String remedy = "parley backup --data " + folder + " --to FILE";
    if (last.isEmpty()) {
      return Finding.soon("backup", "none was ever taken of this folder", remedy);
    }
    Duration age = Duration.between(last.get().made(), now);
    String says =
        "%d hours old: %s%s"
            .formatted(
                age.toHours(),
                last.get().file(),
                Files.exists(Path.of(last.get().file())) ? "" : " (taken elsewhere since)");
    if (age.compareTo(WEEKLY) > 0) {
      return Finding.now("backup", says, remedy);
    }
    return age.compareTo(DAILY) > 0
        ? Finding.soon("backup", says, remedy)
        : Finding.well("backup", says);
  }
}
