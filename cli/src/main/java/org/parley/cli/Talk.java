package org.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Page;
import org.parley.formats.library.Library;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// What every command has: a language, a library, an output.
public final class Talk {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--lang",
      scope = ScopeType.INHERIT,
      paramLabel = "LANG",
      description =
          "Language of the output: en, fr, de, it, ru or es. Default: the system's, else English.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--library",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Use the reference data of this folder instead of the built-in ones.")
  private Optional<Path> folder = Optional.empty();

  private final Terminal terminal = Terminal.ofProcess();

  public CommandLine commandLine() {
    return spec.commandLine();
  }

  public Shelf shelf() {
    folder
        .filter(path -> !java.nio.file.Files.isDirectory(path))
        .ifPresent(path -> {
          throw usage("--library: " + path + " is no folder");
        });
    Library library = Shelf.library(folder);
    List<String> known = library.languages();
    String wanted =
        language
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .orElseGet(() -> terminal.language().filter(known::contains).orElse(Shelf.ENGLISH));
    if (!known.contains(wanted)) {
      throw usage(
          "--lang: no texts in \"%s\"; there are %s".formatted(wanted, String.join(", ", known)));
    }
    return Shelf.open(library, wanted);
  }

  public Page page() {
    return terminal.page(true);
  }

  public PrintWriter out() {
    return commandLine().getOut();
  }

  public PrintWriter err() {
    return commandLine().getErr();
  }

  public void print(Page page) {
    out().print(page);
    out().flush();
  }

  /// Tells problems on the error output.
  public void complain(List<Issue> issues) {
    issues.forEach(issue -> err().println(issue));
    err().flush();
  }

  public void complain(String sentence) {
    err().println("parley: " + sentence);
    err().flush();
  }

  /// A mistake in the command line itself.
  public ParameterException usage(String sentence) {
    return new ParameterException(commandLine(), sentence);
  }

  Terminal terminal() {
    return terminal;
  }
}
