package org.parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run of the command line in this process, with what it printed.
record Run(int status, String out, String err) {

  /// The sample incidents as the checkout has them.
  static final Path SAMPLES = Path.of("../library/incidents");

  static Run of(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Parley.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Run(status, out.toString(), err.toString());
  }

  /// In English, whatever the machine speaks.
  static Run english(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command, "--lang", "en"));
    all.addAll(List.of(words));
    return of(all.toArray(String[]::new));
  }

  /// Text with every run of blanks, no-break ones too, as one blank.
  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
  }

  static String sample(String name) {
    return SAMPLES.resolve(name + ".yaml").toString();
  }
}
