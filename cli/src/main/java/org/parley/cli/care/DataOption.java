package org.parley.cli.care;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.core.issue.Checked;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import picocli.CommandLine.Option;

/// Which node: its folder, and with it its settings.
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${PARLEY_DATA:-parley-data}",
      description = "The node's folder. Default: $PARLEY_DATA, else ./parley-data.")
  Path folder = Path.of("parley-data");

  /// Its settings, as the server would read them.
  Checked<Settings> settings() {
    return SettingsReader.read(folder, System.getenv(), Map.of());
  }

  /// Where its databases are; empty where the settings are wrong, which is told.
  Optional<NodeFiles> node(Talk talk) throws IOException {
    Checked<Settings> read = settings();
    talk.complain(read.issues());
    return read instanceof Checked.Sound<Settings>(Settings settings, _)
        ? Optional.of(NodeFiles.of(settings))
        : Optional.empty();
  }
}
