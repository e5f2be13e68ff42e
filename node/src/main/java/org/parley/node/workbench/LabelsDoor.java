package org.parley.node.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.desk.workbench.LabelPaths;
import org.parley.desk.workbench.LabelText;
import org.parley.duties.workbench.DraftText;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.LabelLanguage;
import org.parley.node.workbench.page.LabelRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The names of a draft's levels and conditions, in each language of the node.
@Controller
final class LabelsDoor {

  private static final int LONGEST = 1_000;

  private final Bench bench;

  LabelsDoor(Bench bench) {
    this.bench = bench;
  }

  @GetMapping(Bench.ONE + "/labels")
  ResponseEntity<byte[]> labels(
      Visit visit, @PathVariable String id, @RequestParam Optional<String> lang) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.LABELS);
    return show(page, HttpStatus.OK, List.of(), language(visit, lang.orElse("")), Map.of());
  }

  private static String language(Visit visit, String asked) {
    List<String> all = visit.site().languages();
    return all.contains(asked)
        ? asked
        : all.contains(visit.language()) ? visit.language() : all.getFirst();
  }

  private ResponseEntity<byte[]> show(
      BenchPage page,
      HttpStatus status,
      List<Problem> problems,
      String language,
      Map<String, String> typed) {
    SequencedMap<String, String> paths =
        page.reading().edition().map(LabelPaths::of).orElseGet(LinkedHashMap::new);
    Map<String, String> english = page.reading().labels(Shelf.ENGLISH);
    Map<String, String> own = page.reading().labels(language);
    List<LabelRow> rows = new ArrayList<>();
    paths.forEach((path, key) ->
        rows.add(
            new LabelRow(
                path,
                key,
                english.getOrDefault(path, ""),
                typed.getOrDefault(path, own.getOrDefault(path, "")))));
    List<LabelLanguage> languages = new ArrayList<>();
    for (String tag : page.visit().site().languages()) {
      Map<String, String> there = page.reading().labels(tag);
      long missing = paths.keySet().stream().filter(path -> !there.containsKey(path)).count();
      languages.add(
          new LabelLanguage(tag, bench.shelves().ownName(tag), missing, tag.equals(language)));
    }
    Map<String, Object> more = new HashMap<>();
    more.put("rows", rows);
    more.put("languages", languages);
    more.put("language", language);
    more.put("source", page.source(DraftPart.labels(language)));
    return bench.show(page, status, "labels", problems, more);
  }

  @PostMapping(Bench.ONE + "/labels")
  ResponseEntity<byte[]> save(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.LABELS);
    String language = language(visit, Bench.word(form, "lang"));
    DraftPart part = DraftPart.labels(language);
    Map<String, String> names = names(page, form);
    if (!page.digest(part).equals(Bench.word(form, "was"))) {
      return show(
          page,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(
              new Problem("names", visit.words().say("page.bench.refused.draft-changed"), "P1022")),
          language,
          names);
    }
    String text = LabelText.with(page.reading().text(part), language, names);
    Checked<DraftText> saved = bench.save(visit, page, part, text);
    return switch (saved) {
      case Checked.Sound<DraftText> _ ->
          bench.press().see(page.path(BenchPage.Tab.LABELS) + "?lang=" + language + "&done=saved");
      case Checked.Refused<DraftText>(List<Issue> issues) ->
          show(
              page,
              HttpStatus.UNPROCESSABLE_CONTENT,
              Bench.told(visit, "names", issues),
              language,
              names);
    };
  }

  private static Map<String, String> names(BenchPage page, MultiValueMap<String, String> form) {
    Map<String, String> names = new LinkedHashMap<>();
    SequencedMap<String, String> paths =
        page.reading().edition().map(LabelPaths::of).orElseGet(LinkedHashMap::new);
    for (String path : paths.keySet()) {
      Bench.text(form, "l." + path)
          .map(text -> text.strip().replace('\n', ' '))
          .ifPresent(
              text -> names.put(path, text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }
    return names;
  }
}
