package org.parley.node.workbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Shelf;
import org.parley.desk.workbench.HeadWork;
import org.parley.duties.workbench.DraftText;
import org.parley.duties.workbench.KeepDraft;
import org.parley.formats.library.EditionName;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.Origin;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The drafts: their list, new ones, those put away.
@Controller
final class ScaleDraftsDoor {

  private static final String BLANK = "blank";

  private final Bench bench;

  ScaleDraftsDoor(Bench bench) {
    this.bench = bench;
  }

  @GetMapping(Bench.ALL)
  ResponseEntity<byte[]> list(Visit visit, @RequestParam Optional<String> gone) {
    List<BenchPage> pages = new ArrayList<>();
    for (ScaleDraft draft : bench.keep().list(visit.site().realm(), Bench.actor(visit))) {
      pages.add(bench.page(visit, bench.find(visit, draft.id()), BenchPage.Tab.SCALE));
    }
    boolean mayDraft = bench.mayDraft(visit);
    return bench
        .press()
        .page(
            visit,
            "workbench/list",
            "page.bench.title",
            Map.of(
                "live", pages.stream().filter(page -> !page.isDiscarded()).toList(),
                "away", pages.stream().filter(BenchPage::isDiscarded).toList(),
                "gone", gone.flatMap(DraftId::parse).map(DraftId::toString).orElse(""),
                "mayDraft", mayDraft));
  }

  @GetMapping(Bench.ALL + "/new")
  ResponseEntity<byte[]> blank(Visit visit, @RequestParam Optional<String> from) {
    return form(visit, HttpStatus.OK, List.of(), "", from.orElse("parley/starter"));
  }

  private ResponseEntity<byte[]> form(
      Visit visit, HttpStatus status, List<Problem> problems, String title, String from) {
    List<Origin> origins = new ArrayList<>();
    Shelf shelf = visit.shelf();
    for (EditionName name : bench.library().editions()) {
      ScaleEdition edition = bench.library().edition(name).orThrow();
      origins.add(new Origin(name.toString(), shelf.voice(edition).title(), name.toString()));
    }
    return bench
        .press()
        .page(
            visit,
            status,
            "workbench/new",
            visit.words().say("page.bench.new"),
            Map.of("origins", origins, "title", title, "from", from, "problems", problems));
  }

  @PostMapping(Bench.ALL + "/new")
  ResponseEntity<byte[]> begin(Visit visit, @RequestParam MultiValueMap<String, String> form) {
    String title = Bench.word(form, "title");
    String from = Bench.word(form, "from");
    Optional<EditionName> origin =
        bench.library().editions().stream()
            .filter(name -> name.toString().equals(from))
            .findFirst();
    if (title.isEmpty() || (origin.isEmpty() && !from.equals(BLANK))) {
      String key = title.isEmpty() ? "page.bench.title.missing" : "page.bench.from.missing";
      return form(
          visit,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(new Problem(title.isEmpty() ? "title" : "from", visit.words().say(key), "")),
          title,
          from);
    }
    Map<DraftPart, String> texts = texts(visit, title, origin);
    DraftId id = new DraftId(UUID.randomUUID());
    Checked<DraftText> begun =
        bench
            .keep()
            .begin(
                visit.site().realm(),
                id,
                new KeepDraft.Beginning(title, origin.map(EditionName::toString), texts),
                Bench.actor(visit));
    return switch (begun) {
      case Checked.Sound<DraftText> _ -> bench.press().see(Bench.path(id));
      case Checked.Refused<DraftText>(List<Issue> issues) ->
          form(
              visit,
              HttpStatus.UNPROCESSABLE_CONTENT,
              Bench.told(visit, "title", issues),
              title,
              from);
    };
  }

  private Map<DraftPart, String> texts(Visit visit, String title, Optional<EditionName> origin) {
    return origin
        .<Map<DraftPart, String>>map(
            name -> HeadWork.asDraft(copy(visit.shelf(), name), newEdition(visit)))
        .orElseGet(() -> Blank.texts(visit, title));
  }

  /// The day it was begun names the new edition, until somebody gives it a better name.
  private static String newEdition(Visit visit) {
    return visit.now().atZone(visit.zone()).toLocalDate().toString();
  }

  /// The files of an edition, and the response plan for its scale.
  private static Map<DraftPart, String> copy(Shelf shelf, EditionName name) {
    Map<DraftPart, String> texts = new TreeMap<>();
    String folder = "scales/" + name.scale() + "/" + name.edition() + "/";
    List<DraftPart> parts =
        new ArrayList<>(List.of(DraftPart.SCALE, DraftPart.CASES, DraftPart.SOURCE));
    shelf.library().languages().forEach(tag -> parts.add(DraftPart.labels(tag)));
    for (DraftPart part : parts) {
      shelf.file(folder + part.name()).ifPresent(bytes -> texts.put(part, text(bytes)));
    }
    shelf.library().plans().stream()
        .filter(plan -> shelf.library().plan(plan).scale().equals(name.scale()))
        .findFirst()
        .flatMap(plan -> shelf.file("plans/" + plan + ".yaml"))
        .ifPresent(bytes -> texts.put(DraftPart.PLAN, text(bytes)));
    return texts;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @PostMapping(Bench.ONE + "/discard")
  ResponseEntity<byte[]> discard(Visit visit, @PathVariable String id) {
    return done(
        visit,
        bench.keep().discard(visit.site().realm(), Bench.id(id), Bench.actor(visit)),
        Bench.ALL + "?gone=" + id);
  }

  @PostMapping(Bench.ONE + "/take-up")
  ResponseEntity<byte[]> takeUp(Visit visit, @PathVariable String id) {
    return done(
        visit,
        bench.keep().takeUp(visit.site().realm(), Bench.id(id), Bench.actor(visit)),
        Bench.path(Bench.id(id)));
  }

  /// What cannot be done as the draft stands leads back to its page all the same.
  private ResponseEntity<byte[]> done(Visit visit, Checked<DraftText> result, String to) {
    if (result instanceof Checked.Refused<DraftText>(List<Issue> issues)) {
      Bench.told(visit, "", issues);
    }
    return bench.press().see(to);
  }
}
