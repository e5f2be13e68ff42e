package org.parley.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.print.TerminalPage;
import org.parley.cli.print.TerminalPaint;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Paint;

/// What the program is writing to: how wide it is, whether it shows colours, which language the
/// user's system speaks.
///
/// @param environment the variables of the process
/// @param interactive whether a person sits at the output
record Terminal(Map<String, String> environment, boolean interactive) {

  private static final int USUAL_WIDTH = 100;

  static Terminal ofProcess() {
    java.io.Console console = System.console();
    return new Terminal(System.getenv(), console != null && console.isTerminal());
  }

  Page page(boolean coloured) {
    return new TerminalPage(
        width(), coloured && showsColours() ? new TerminalPaint() : Paint.PLAIN);
  }

  private int width() {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(text -> text.matches("[1-9][0-9]{1,3}"))
        .map(Integer::parseInt)
        .orElse(USUAL_WIDTH);
  }

  /// After the convention of no-color.org: a set NO_COLOR turns colours off; PARLEY_COLOR=always
  /// turns them on in pipes.
  private boolean showsColours() {
    if ("always".equals(environment.get("PARLEY_COLOR"))) {
      return true;
    }
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /// The language that the system's variables ask for, as a two-letter tag.
  Optional<String> language() {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String tag = value.replaceAll("[_.@].*", "").toLowerCase(Locale.ROOT);
        return tag.matches("[a-z]{2,3}") ? Optional.of(tag) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
