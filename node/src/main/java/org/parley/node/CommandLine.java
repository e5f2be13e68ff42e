package org.parley.node;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.desk.settings.SettingKey;

/// What `parley serve` was told.
///
/// @param data the folder of the node's files
/// @param settings what overrules the settings
/// @param warmUp whether to start, answer one request and end
/// @param doors whether to open one-time doors into the exercise and print them
/// @param demo whether to start a whole fictitious network instead
/// @param help whether only the help is wanted
record CommandLine(
    Path data,
    Map<SettingKey, String> settings,
    boolean warmUp,
    boolean doors,
    boolean demo,
    boolean help) {

  static final String HELP =
      """
      Usage: parley serve [--data DIR] [--port N] [--exercise NAME [--doors]]
      Runs this State's own server.

        --data DIR        folder of its files (default: parley-data); made when absent
        --port N          port to listen on (default: 8470); 0 takes any free one
        --exercise NAME   work in an exercise of that name, with fictitious data
        --doors           print links that let four people of the fictitious State XA in, once each
        --demo            start two fictitious States and a secretariat instead, in an empty folder,
                          with a story under way: what ./parley demo does

      Settings: DIR/node.properties and the environment; see handbook/node.md. Ctrl+C stops it.
      """;

  CommandLine {
    settings = Map.copyOf(settings);
  }

  static Checked<CommandLine> read(List<String> words) {
    Issues issues = new Issues();
    Path data = Path.of("parley-data");
    Map<SettingKey, String> settings = new EnumMap<>(SettingKey.class);
    boolean warmUp = false;
    boolean doors = false;
    boolean demo = false;
    boolean help = false;
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      Optional<String> next =
          at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
      switch (word) {
        case "--help", "-h" -> help = true;
        case "--warm-up" -> warmUp = true;
        case "--doors" -> doors = true;
        case "--demo" -> demo = true;
        case "--data", "--port", "--exercise" -> {
          at++;
          if (next.isEmpty()) {
            wrong(issues, word + " needs a value behind it");
          } else if (word.equals("--data")) {
            data = Path.of(next.get());
          } else if (word.equals("--port")) {
            settings.put(SettingKey.LISTEN_PORT, next.get());
          } else {
            settings.put(SettingKey.REALM, "exercise:" + next.get());
          }
        }
        default -> wrong(issues, "\"" + word + "\" is not understood");
      }
    }
    return issues.hasErrors()
        ? new Checked.Refused<>(issues.list())
        : new Checked.Sound<>(
            new CommandLine(data, settings, warmUp, doors, demo, help), List.of());
  }

  private static void wrong(Issues issues, String message) {
    issues.add(
        IssueCode.ARGUMENT_UNKNOWN,
        Place.of("command line"),
        message,
        "parley serve --help shows what there is.");
  }
}
