package org.parley.node.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.desk.workbench.FormWords;
import org.parley.desk.workbench.PartForm;
import org.parley.desk.workbench.PartKind;
import org.parley.desk.workbench.PartWork;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writes parts that a form tells into a draft: rows, judgements, options, sources; calls,
/// deadlines, roles and measures of its plan; and takes them out.
@Controller
final class PartsDoor {

  private final Bench bench;
  private final ScaleDoor scale;

  PartsDoor(Bench bench, ScaleDoor scale) {
    this.bench = bench;
    this.scale = scale;
  }

  @PostMapping(Bench.ONE + "/parts")
  ResponseEntity<byte[]> change(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    DraftPart part = ScaleDoor.part(form);
    if (!PartWork.isFor(part)) {
      throw new AbsentException();
    }
    BenchPage page = bench.open(visit, id, ScaleDoor.tab(part));
    if (!page.digest(part).equals(Bench.word(form, "was"))) {
      return scale.saved(visit, page, part, new TreeMap<>(), form);
    }
    Map<String, String> typed = new LinkedHashMap<>();
    form.forEach((name, all) -> typed.put(name, all.getLast()));
    FormWords names = FormWords.of(visit.shelf(), page.reading());
    return switch (made(new PartWork(PartForm.of(page.reading(), part, names)), typed)) {
      case PartWork.Made.Changed(String text) -> {
        SortedMap<DraftPart, String> texts = new TreeMap<>();
        texts.put(part, text);
        yield scale.saved(visit, page, part, texts, form);
      }
      case PartWork.Made.Unfit(var wrong) ->
          scale.show(
              page,
              HttpStatus.UNPROCESSABLE_CONTENT,
              problems(visit, typed, wrong),
              page.source(part),
              typed);
    };
  }

  private static PartWork.Made made(PartWork work, Map<String, String> typed) {
    Optional<PartKind> kind = PartKind.parse(typed.getOrDefault("do", ""));
    return kind.map(each -> work.with(each, typed))
        .orElseGet(() -> work.without(typed.getOrDefault("path", "")));
  }

  private static List<Problem> problems(
      Visit visit, Map<String, String> typed, Map<String, String> wrong) {
    List<Problem> problems = new ArrayList<>();
    String form = PartKind.parse(typed.getOrDefault("do", "")).map(PartKind::word).orElse("out");
    wrong.forEach((field, why) ->
        problems.add(
            new Problem(
                form + "-" + field, visit.words().say("page.bench.part.wrong." + why), "")));
    return problems;
  }
}
