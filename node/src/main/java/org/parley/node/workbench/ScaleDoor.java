package org.parley.node.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.desk.workbench.DraftForm;
import org.parley.desk.workbench.DraftReading;
import org.parley.desk.workbench.FormWords;
import org.parley.desk.workbench.HeadWork;
import org.parley.desk.workbench.LevelWork;
import org.parley.desk.workbench.PartForm;
import org.parley.duties.workbench.DraftText;
import org.parley.duties.workbench.KeepDraft;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The rule of a draft, its response plan and its notes: forms and source side by side.
@Controller
final class ScaleDoor {

  private final Bench bench;

  ScaleDoor(Bench bench) {
    this.bench = bench;
  }

  @GetMapping(Bench.ONE)
  ResponseEntity<byte[]> scale(Visit visit, @PathVariable String id) {
    return show(bench.open(visit, id, BenchPage.Tab.SCALE), DraftPart.SCALE);
  }

  @GetMapping(Bench.ONE + "/plan")
  ResponseEntity<byte[]> plan(Visit visit, @PathVariable String id) {
    return show(bench.open(visit, id, BenchPage.Tab.PLAN), DraftPart.PLAN);
  }

  @GetMapping(Bench.ONE + "/notes")
  ResponseEntity<byte[]> notes(Visit visit, @PathVariable String id) {
    return show(bench.open(visit, id, BenchPage.Tab.NOTES), DraftPart.SOURCE);
  }

  private ResponseEntity<byte[]> show(BenchPage page, DraftPart part) {
    return show(page, HttpStatus.OK, List.of(), page.source(part));
  }

  private ResponseEntity<byte[]> show(
      BenchPage page, HttpStatus status, List<Problem> problems, BenchPage.SourceView source) {
    return show(page, status, problems, source, Map.of());
  }

  /// @param typed what a form that adds a part was sent with; empty for none
  ResponseEntity<byte[]> show(
      BenchPage page,
      HttpStatus status,
      List<Problem> problems,
      BenchPage.SourceView source,
      Map<String, String> typed) {
    DraftPart part = source.part();
    DraftForm form =
        DraftForm.of(page.reading(), part, FormWords.of(page.visit().shelf(), page.reading()));
    Map<String, Object> more = new HashMap<>();
    more.put("source", source);
    more.put("form", form);
    more.put(
        "levels", part.equals(DraftPart.SCALE) ? new LevelWork(page.reading()).names() : List.of());
    FormWords names = FormWords.of(page.visit().shelf(), page.reading());
    more.put("names", names);
    more.put("parts", PartForm.of(page.reading(), part, names));
    more.put("typed", typed);
    return bench.show(page, status, "scale", problems, more);
  }

  static BenchPage.Tab tab(DraftPart part) {
    if (part.language().isPresent()) {
      return BenchPage.Tab.LABELS;
    }
    return part.equals(DraftPart.PLAN)
        ? BenchPage.Tab.PLAN
        : part.equals(DraftPart.CASES)
            ? BenchPage.Tab.CASES
            : part.equals(DraftPart.SOURCE) ? BenchPage.Tab.NOTES : BenchPage.Tab.SCALE;
  }

  static DraftPart part(MultiValueMap<String, String> form) {
    return DraftPart.parse(Bench.word(form, "part")).orElse(DraftPart.SCALE);
  }

  private static Optional<Digest> was(MultiValueMap<String, String> form) {
    String hex = Bench.word(form, "was");
    return hex.matches("[0-9a-f]{64}") ? Optional.of(new Digest(hex)) : Optional.empty();
  }

  /// Saves a file as it was typed, whatever stands in it.
  @PostMapping(Bench.ONE + "/source")
  ResponseEntity<byte[]> save(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    DraftPart part = part(form);
    Optional<String> typed = Bench.text(form, "text");
    if (typed.isEmpty()) {
      BenchPage page = bench.open(visit, id, tab(part));
      Problem unsent =
          new Problem("text", visit.words().say("page.bench.refused.deed-not-now"), "P902");
      return show(page, HttpStatus.UNPROCESSABLE_CONTENT, List.of(unsent), page.source(part));
    }
    String text = typed.get();
    Checked<DraftText> saved =
        bench
            .keep()
            .save(
                visit.site().realm(),
                Bench.id(id),
                part,
                new KeepDraft.Saving(text, was(form)),
                Bench.actor(visit));
    return switch (saved) {
      case Checked.Sound<DraftText> _ -> back(visit, id, part, "saved");
      case Checked.Refused<DraftText>(List<Issue> issues) ->
          again(visit, id, part, text, Bench.told(visit, "text", issues));
    };
  }

  private ResponseEntity<byte[]> back(Visit visit, String id, DraftPart part, String done) {
    BenchPage page = bench.open(visit, id, tab(part));
    String language = part.language().map(tag -> "lang=" + tag + "&").orElse("");
    return bench.press().see(page.path(page.tab()) + "?" + language + "done=" + done);
  }

  private ResponseEntity<byte[]> again(
      Visit visit, String id, DraftPart part, String typed, List<Problem> problems) {
    BenchPage page = bench.open(visit, id, tab(part));
    SortedMap<DraftPart, String> texts = new TreeMap<>(page.reading().texts());
    texts.put(part, typed);
    BenchPage shown =
        new BenchPage(
            visit, page.text(), DraftReading.of(bench.library(), texts), page.tab(), page.rights());
    return show(shown, HttpStatus.UNPROCESSABLE_CONTENT, problems, shown.source(part, typed));
  }

  /// Tells what is wrong with a file that is being typed; nothing is saved.
  @PostMapping(Bench.ONE + "/check")
  ResponseEntity<byte[]> check(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.SCALE);
    DraftPart part = part(form);
    String text = Bench.text(form, "text").orElse("");
    SortedMap<DraftPart, String> texts = new TreeMap<>(page.reading().texts());
    texts.put(part, text.length() > KeepDraft.LONGEST ? "" : text);
    DraftReading reading = DraftReading.of(bench.library(), texts);
    return bench
        .press()
        .part(
            visit,
            "workbench/told",
            Map.of("told", BenchPage.told(reading.problems(part)), "saved", false));
  }

  /// Saves what a form changed, in its places in the file.
  @PostMapping(Bench.ONE + "/form")
  ResponseEntity<byte[]> form(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    DraftPart part = part(form);
    BenchPage page = bench.open(visit, id, tab(part));
    Map<String, String> values = new LinkedHashMap<>();
    form.forEach((name, all) -> {
      if (name.startsWith("v.")) {
        values.put(name.substring(2), all.getLast());
      }
    });
    DraftForm fields =
        DraftForm.of(page.reading(), part, FormWords.of(visit.shelf(), page.reading()));
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    if (page.digest(part).equals(Bench.word(form, "was"))) {
      texts.put(part, fields.changed(page.reading().text(part), values));
      if (part.equals(DraftPart.SCALE)) {
        texts.putAll(HeadWork.inStep(page.reading().texts(), values));
      }
    }
    return saved(visit, page, part, texts, form);
  }

  /// Keeps what a form changed, unless somebody changed it since the page was shown.
  ResponseEntity<byte[]> saved(
      Visit visit,
      BenchPage page,
      DraftPart part,
      SortedMap<DraftPart, String> texts,
      MultiValueMap<String, String> form) {
    Map<DraftPart, KeepDraft.Saving> savings = new LinkedHashMap<>();
    texts.forEach((each, text) ->
        savings.put(
            each,
            new KeepDraft.Saving(
                text,
                each.equals(part)
                    ? was(form)
                    : Optional.ofNullable(page.draft().parts().get(each)))));
    if (texts.isEmpty()) {
      return show(
          page,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(
              new Problem("form", visit.words().say("page.bench.refused.draft-changed"), "P1022")),
          page.source(part));
    }
    DraftId id = page.draft().id();
    Checked<DraftText> result =
        bench.keep().saveAll(visit.site().realm(), id, savings, Bench.actor(visit));
    return switch (result) {
      case Checked.Sound<DraftText> _ -> back(visit, id.toString(), part, "saved");
      case Checked.Refused<DraftText>(List<Issue> issues) ->
          show(
              page,
              HttpStatus.UNPROCESSABLE_CONTENT,
              Bench.told(visit, "form", issues),
              page.source(part));
    };
  }

  /// Adds, moves, takes out or renames a level.
  @PostMapping(Bench.ONE + "/levels")
  ResponseEntity<byte[]> levels(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.SCALE);
    LevelWork work = new LevelWork(page.reading());
    String[] what = Bench.word(form, "do").split("\\.", 2);
    int place = what.length == 2 && what[1].matches("\\d{1,2}") ? Integer.parseInt(what[1]) : -1;
    String name = Bench.word(form, what[0].equals("rename") ? "name." + place : "new");
    boolean named = name.matches("[a-z0-9][A-Za-z0-9-]{0,59}");
    boolean asksName = what[0].equals("rename") || what[0].equals("add");
    if (asksName && (!named || work.names().contains(name))) {
      return show(
          page,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(new Problem("levels", visit.words().say("page.bench.level.wrong"), "")),
          page.source(DraftPart.SCALE));
    }
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    if (page.digest(DraftPart.SCALE).equals(Bench.word(form, "was"))) {
      if (what[0].equals("rename") && place >= 0 && place < work.names().size()) {
        texts.putAll(work.renamed(work.names().get(place), name));
      } else {
        changed(work, what[0], place, name).ifPresent(text -> texts.put(DraftPart.SCALE, text));
      }
    }
    return saved(visit, page, DraftPart.SCALE, texts, form);
  }

  private static Optional<String> changed(LevelWork work, String what, int place, String name) {
    return switch (what) {
      case "add" -> work.added(work.names().size() - 1, name);
      case "up" -> work.exchanged(place);
      case "down" -> work.exchanged(place - 1);
      case "remove" -> work.removed(place);
      default -> Optional.empty();
    };
  }
}
