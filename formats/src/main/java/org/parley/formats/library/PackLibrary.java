package org.parley.formats.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.core.engine.CompiledScale;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.pocket.PocketShelf;
import org.parley.formats.tree.Limits;

/// Checks the whole library and packs it, and its scales in their pocket form beside it; part of
/// the build, which fails on any error.
public final class PackLibrary {

  private PackLibrary() {}

  /// @param arguments the folder of the library, the file to write the packed library to, and
  ///   perhaps another for the scales in pocket form
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path packed = Path.of(arguments[1]);
    Issues issues = new Issues();
    FolderSource source = new FolderSource(folder);
    byte[] bytes = PackedSource.pack(source, issues);
    List<Issue> problems = new ArrayList<>(issues.list());
    Library library = new Library(source);
    if (!issues.hasErrors()) {
      problems.addAll(problems(library));
    }
    problems.forEach(System.err::println);
    if (problems.stream().anyMatch(Issue::isError)) {
      System.exit(1);
    }
    Files.createDirectories(packed.toAbsolutePath().getParent());
    Files.write(packed, bytes);
    if (arguments.length > 2) {
      Files.write(Path.of(arguments[2]), PocketShelf.pack(pocketed(library)));
    }
  }

  /// The editions in pocket form, save those whose grades depend on the deciding day: they would be
  /// right for a while only.
  static List<PocketShelf.Entry> pocketed(Library library) {
    List<PocketShelf.Entry> entries = new ArrayList<>();
    for (EditionName name : library.editions()) {
      ScaleEdition edition = library.edition(name).orThrow();
      CompiledScale scale =
          CompiledScale.compile(edition, library.catalogue(), edition.heading().validity().from())
              .orThrow();
      if (scale.isForAnyDay()) {
        entries.add(
            new PocketShelf.Entry(
                new PocketShelf.Origin(
                    name.toString(), edition.digest(), library.catalogue().digest()),
                scale.pocket()));
      }
    }
    return entries;
  }

  /// All that is wrong with the editions, plans, formats and sample incidents; a damaged catalogue
  /// ends the check at once.
  static List<Issue> problems(Library library) {
    List<Issue> problems = new ArrayList<>();
    library.catalogue();
    library.typeBridges();
    for (EditionName name : library.editions()) {
      Checked<ScaleEdition> edition = library.edition(name);
      problems.addAll(edition.issues());
    }
    library.plans().forEach(library::plan);
    problems.addAll(library.permissions().issues());
    problems.addAll(library.measures().issues());
    problems.addAll(library.states().issues());
    problems.addAll(library.grades().issues());
    library.messages().forEach(name -> problems.addAll(library.message(name).issues()));
    for (String sample : library.sampleIncidents()) {
      String name = "incidents/" + sample + ".yaml";
      Issues issues = new Issues();
      Parsed.of(library.source().bytes(name).orElseThrow(), name, Limits.DOCUMENT, issues)
          .ifPresent(
              file -> problems.addAll(IncidentReader.read(file, library.knownFacts()).issues()));
      problems.addAll(issues.list());
    }
    return problems;
  }
}
