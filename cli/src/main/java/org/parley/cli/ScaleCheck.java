package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.core.classify.CaseRun;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Score;
import org.parley.formats.library.EditionName;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.cases.CasesReader;
import org.parley.formats.tree.Limits;

/// Checks one scale: its file, then its worked cases.
final class ScaleCheck {

  private final Talk talk;
  private final Shelf shelf;

  ScaleCheck(Talk talk, Shelf shelf) {
    this.talk = talk;
    this.shelf = shelf;
  }

  /// @param name a path of a folder or file, or the id of a shipped scale
  int check(String name) {
    Path path = Path.of(name);
    if (Files.exists(path)) {
      return file(Files.isDirectory(path) ? path.resolve("scale.yaml") : path);
    }
    int at = name.indexOf('@');
    Optional<ScaleId> id = ScaleId.parse(at < 0 ? name : name.substring(0, at));
    List<EditionName> editions =
        id.map(shelf.library()::editions).orElse(List.of()).stream()
            .filter(each -> at < 0 || each.edition().equals(name.substring(at + 1)))
            .toList();
    if (editions.isEmpty()) {
      talk.complain(name + ": there is no such file, and no such scale");
      return ExitStatus.NO_INPUT;
    }
    int worst = ExitStatus.OK;
    for (EditionName edition : editions) {
      worst =
          Math.max(
              worst,
              told(
                  edition.toString(),
                  shelf.library().edition(edition),
                  shelf.library().cases(edition)));
    }
    return worst;
  }

  private int file(Path path) {
    Issues issues = new Issues();
    try {
      Optional<Parsed> parsed =
          Parsed.of(Files.readAllBytes(path), path.toString(), Limits.DOCUMENT, issues);
      if (parsed.isEmpty() || issues.hasErrors()) {
        talk.complain(issues.list());
        return ExitStatus.BAD_INPUT;
      }
      Path cases = path.resolveSibling("cases.yaml");
      Optional<Parsed> beside =
          Files.exists(cases)
              ? Parsed.of(Files.readAllBytes(cases), cases.toString(), Limits.DOCUMENT, issues)
              : Optional.empty();
      talk.complain(issues.list());
      int worst = told(path.toString(), shelf.library().scale(parsed.get()), beside);
      return issues.hasErrors() ? ExitStatus.BAD_INPUT : worst;
    } catch (IOException fault) {
      talk.complain(path + ": cannot be read");
      return ExitStatus.NO_INPUT;
    }
  }

  private int told(String name, Checked<ScaleEdition> checked, Optional<Parsed> cases) {
    talk.complain(checked.issues());
    switch (checked) {
      case Checked.Refused<ScaleEdition>(List<Issue> reasons) -> {
        long errors = reasons.stream().filter(Issue::isError).count();
        talk.out().println("✗ " + name + ": " + shelf.words().count("issue", errors));
        talk.out().flush();
        return ExitStatus.BAD_INPUT;
      }
      case Checked.Sound<ScaleEdition>(ScaleEdition edition, _) -> {
        Checked<List<WorkedCase>> read =
            cases
                .map(file -> CasesReader.read(file.tree(), edition, shelf.library().catalogue()))
                .orElseGet(() -> new Checked.Sound<>(List.of(), List.of()));
        List<Issue> failed =
            read instanceof Checked.Sound<List<WorkedCase>>(List<WorkedCase> all, _)
                ? CaseRun.failures(
                    edition, shelf.library().catalogue(), all, Score.decimals(edition.rule()))
                : read.issues();
        int count =
            read instanceof Checked.Sound<List<WorkedCase>>(List<WorkedCase> all, _)
                ? all.size()
                : 0;
        talk.complain(failed);
        talk.out()
            .println(
                (failed.isEmpty() ? "✓ " : "✗ ")
                    + name
                    + "  "
                    + shelf.words().count("case", count)
                    + "  SHA-256 "
                    + edition.digest().brief()
                    + "…");
        talk.out().flush();
        return failed.isEmpty() ? ExitStatus.OK : ExitStatus.BAD_INPUT;
      }
    }
  }
}
