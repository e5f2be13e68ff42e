package org.parley.desk.workbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.engine.Compiled;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.ScaleVoice;
import org.parley.formats.library.Library;
import org.parley.formats.library.PlanReader;
import org.parley.formats.library.Texts;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.cases.CasesReader;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// The files of a draft, read: what they say, and every problem at its place. A draft may be wrong.
public final class DraftReading {

  private final Library library;
  private final SortedMap<DraftPart, String> texts;
  private final SequencedMap<DraftPart, List<Issue>> problems = new LinkedHashMap<>();
  private final Map<DraftPart, Tree> trees = new LinkedHashMap<>();
  private Optional<ScaleEdition> edition = Optional.empty();
  private List<WorkedCase> cases = List.of();
  private Optional<ResponsePlan> plan = Optional.empty();

  private DraftReading(Library library, SortedMap<DraftPart, String> texts) {
    this.library = library;
    this.texts = texts;
  }

  public static DraftReading of(Library library, SortedMap<DraftPart, String> texts) {
    DraftReading reading = new DraftReading(library, texts);
    reading.scale();
    reading.cases();
    reading.plan();
    texts.keySet().stream()
        .filter(part -> part.language().isPresent())
        .forEach(part -> reading.parsed(part));
    return reading;
  }

  private Optional<Parsed> parsed(DraftPart part) {
    String text = texts.get(part);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Issues issues = new Issues();
    Optional<Parsed> parsed =
        Parsed.of(text.getBytes(StandardCharsets.UTF_8), part.name(), Limits.DOCUMENT, issues);
    tell(part, issues.list());
    parsed.ifPresent(file -> trees.put(part, file.tree()));
    return parsed;
  }

  private void tell(DraftPart part, List<Issue> issues) {
    problems.computeIfAbsent(part, _ -> new ArrayList<>()).addAll(issues);
  }

  private void scale() {
    if (texts.getOrDefault(DraftPart.SCALE, "").isBlank()) {
      tell(DraftPart.SCALE, List.of(empty(DraftPart.SCALE)));
      return;
    }
    parsed(DraftPart.SCALE)
        .ifPresent(file -> {
          Checked<ScaleEdition> checked = library.scale(file);
          tell(DraftPart.SCALE, checked.issues());
          if (checked instanceof Checked.Sound<ScaleEdition>(ScaleEdition read, _)
              && compiles(read)) {
            edition = Optional.of(read);
          }
        });
  }

  private static Issue empty(DraftPart part) {
    return new Issue(
        IssueCode.EMPTY_DOCUMENT,
        Place.of(part.name()),
        "nothing stands here yet",
        Optional.empty());
  }

  private boolean compiles(ScaleEdition read) {
    return switch (CompiledScale.compile(
        read, library.catalogue(), read.heading().validity().from())) {
      case Compiled.Ready _ -> true;
      case Compiled.OutsideFragment(List<String> reasons) -> {
        tell(
            DraftPart.SCALE,
            reasons.stream()
                .map(reason ->
                    new Issue(
                        IssueCode.OUTSIDE_FRAGMENT,
                        Place.of(DraftPart.SCALE.name()),
                        reason,
                        Optional.empty()))
                .toList());
        yield false;
      }
    };
  }

  private void cases() {
    Optional<Parsed> file = parsed(DraftPart.CASES);
    if (file.isPresent() && edition.isPresent()) {
      Checked<List<WorkedCase>> read =
          CasesReader.read(file.get().tree(), edition.get(), library.catalogue());
      tell(DraftPart.CASES, read.issues());
      if (read instanceof Checked.Sound<List<WorkedCase>>(List<WorkedCase> all, _)) {
        cases = all;
      }
    }
  }

  private void plan() {
    Optional<Parsed> file = parsed(DraftPart.PLAN);
    if (file.isEmpty()) {
      return;
    }
    Checked<ResponsePlan> read = PlanReader.read(file.get().tree());
    tell(DraftPart.PLAN, read.issues());
    if (read instanceof Checked.Sound<ResponsePlan>(ResponsePlan sound, _)) {
      plan = Optional.of(sound);
      edition.ifPresent(of -> tell(DraftPart.PLAN, PlanFit.of(sound, of, file.get().tree())));
    }
  }

  /// The facts that the draft can ask about beside its own judgements.
  Catalogue catalogue() {
    return library.catalogue();
  }

  public SortedMap<DraftPart, String> texts() {
    return texts;
  }

  public String text(DraftPart part) {
    return texts.getOrDefault(part, "");
  }

  /// The tree of a file that could be parsed.
  public Optional<Tree> tree(DraftPart part) {
    return Optional.ofNullable(trees.get(part));
  }

  /// What is wrong with a file, and notes about it.
  public List<Issue> problems(DraftPart part) {
    return List.copyOf(problems.getOrDefault(part, new ArrayList<>()));
  }

  /// Whether no file has an error.
  public boolean isSound() {
    return edition.isPresent()
        && problems.values().stream().flatMap(List::stream).noneMatch(Issue::isError);
  }

  public long errors(DraftPart part) {
    return problems(part).stream().filter(Issue::isError).count();
  }

  /// The edition that the draft would become, where its rule has no error.
  public Optional<ScaleEdition> edition() {
    return edition;
  }

  /// The worked cases, where they have no error.
  public List<WorkedCase> workedCases() {
    return cases;
  }

  public Optional<ResponsePlan> responsePlan() {
    return plan;
  }

  /// The names of things in a language, by path.
  public Map<String, String> labels(String language) {
    return tree(DraftPart.labels(language)).map(Texts::of).orElse(Map.of());
  }

  /// The edition as it speaks in the language of a shelf, with the draft's own names.
  public Optional<ScaleVoice> voice(Shelf shelf) {
    Labels names = new Labels(labels(shelf.words().language()), labels(Shelf.ENGLISH));
    return edition.map(
        each -> ScaleVoice.of(each, library.catalogue(), shelf.words(), shelf.factLabels(), names));
  }
}
