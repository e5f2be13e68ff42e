package org.parley.node.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftDeed;
import org.parley.core.draft.DraftEvent;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.desk.voice.Words;
import org.parley.desk.workbench.Differences;
import org.parley.desk.workbench.DraftReading;
import org.parley.desk.workbench.FormWords;
import org.parley.duties.people.Lodge;
import org.parley.duties.workbench.DraftText;
import org.parley.formats.library.EditionName;
import org.parley.formats.tree.Tree;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.Other;
import org.parley.node.workbench.page.Step;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who changed what in a draft and when, what differs between two of its states or from another
/// edition, and the way back.
@Controller
final class HistoryDoor {

  private final Bench bench;
  private final Lodge lodge;

  HistoryDoor(Bench bench, Lodge lodge) {
    this.bench = bench;
    this.lodge = lodge;
  }

  @GetMapping(Bench.ONE + "/history")
  ResponseEntity<byte[]> history(Visit visit, @PathVariable String id) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.HISTORY);
    List<Step> rows = new ArrayList<>();
    List<DraftEvent> events = page.draft().history();
    for (int at = events.size(); at > 0; at--) {
      rows.add(row(page, events.get(at - 1), at));
    }
    return bench.show(page, "history", Map.of("rows", rows));
  }

  private Step row(BenchPage page, DraftEvent event, int step) {
    Optional<DraftPart> part = part(event.deed());
    boolean restorable =
        page.isOpen()
            && part.isPresent()
            && !page.draft()
                .textAfter(part.get(), step)
                .equals(Optional.ofNullable(page.draft().parts().get(part.get())));
    return new Step(
        step, event.at(), who(event), says(page.words(), event.deed()), part, restorable);
  }

  private String who(DraftEvent event) {
    return lodge
        .people()
        .look(register -> register.account(event.by()))
        .map(Account::naming)
        .map(Account.Naming::name)
        .orElse("–");
  }

  private static Optional<DraftPart> part(DraftDeed deed) {
    return switch (deed) {
      case DraftDeed.Save(DraftPart part, _, _) -> Optional.of(part);
      case DraftDeed.Restore(DraftPart part, _) -> Optional.of(part);
      case DraftDeed.Begin _ -> Optional.of(DraftPart.SCALE);
      case DraftDeed.Discard(),
          DraftDeed.TakeUp(),
          DraftDeed.Propose _,
          DraftDeed.GiveBack _,
          DraftDeed.Adopt _ ->
          Optional.empty();
    };
  }

  private static String says(Words words, DraftDeed deed) {
    return switch (deed) {
      case DraftDeed.Begin(_, Optional<String> from, _) ->
          from.map(name -> words.say("page.bench.did.copied", name))
              .orElseGet(() -> words.say("page.bench.did.begun"));
      case DraftDeed.Save(DraftPart part, _, _) -> words.say("page.bench.did.saved", part);
      case DraftDeed.Restore(DraftPart part, int step) ->
          words.say("page.bench.did.restored", part, step);
      case DraftDeed.Discard() -> words.say("page.bench.did.discarded");
      case DraftDeed.TakeUp() -> words.say("page.bench.did.taken-up");
      case DraftDeed.Propose(var from) -> words.say("page.bench.did.proposed", from);
      case DraftDeed.GiveBack(String why) ->
          why.isEmpty()
              ? words.say("page.bench.did.given-back")
              : words.say("page.bench.did.given-back.why", why);
      case DraftDeed.Adopt(var from) -> words.say("page.bench.did.adopted", from);
    };
  }

  @PostMapping(Bench.ONE + "/restore")
  ResponseEntity<byte[]> restore(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    String there = bench.open(visit, id, BenchPage.Tab.HISTORY).path(BenchPage.Tab.HISTORY);
    Optional<DraftPart> part = DraftPart.parse(Bench.word(form, "part"));
    String step = Bench.word(form, "step");
    if (part.isEmpty() || !step.matches("[1-9][0-9]{0,5}")) {
      return bench.press().see(there);
    }
    Checked<DraftText> restored =
        bench
            .keep()
            .restore(
                visit.site().realm(),
                Bench.id(id),
                part.get(),
                Integer.parseInt(step),
                Bench.actor(visit));
    if (restored instanceof Checked.Refused<DraftText>(List<Issue> issues)) {
      Bench.told(visit, "", issues);
    }
    return bench.press().see(there + "?done=restored");
  }

  @GetMapping(Bench.ONE + "/differences")
  ResponseEntity<byte[]> differences(
      Visit visit,
      @PathVariable String id,
      @RequestParam Optional<String> with,
      @RequestParam Optional<String> part) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.DIFFERENCES);
    DraftPart file =
        part.flatMap(DraftPart::parse)
            .filter(each -> page.draft().parts().containsKey(each))
            .orElse(DraftPart.SCALE);
    List<Other> others = others(page, file);
    String chosen =
        with.filter(value -> others.stream().anyMatch(each -> each.value().equals(value)))
            .orElseGet(() -> others.isEmpty() ? "" : others.getFirst().value());
    String before = text(visit, page, file, chosen);
    String now = page.reading().text(file);
    Map<String, Object> more = new HashMap<>();
    more.put("others", others);
    more.put("chosen", chosen);
    more.put("file", file);
    more.put("files", List.copyOf(page.draft().parts().keySet()));
    more.put("changes", changes(visit, page, file, before));
    more.put("lines", Differences.lines(before, now));
    return bench.show(page, "differences", more);
  }

  /// The edition it was copied from, other editions of the scale, and its own earlier states.
  private List<Other> others(BenchPage page, DraftPart file) {
    List<Other> others = new ArrayList<>();
    Words words = page.words();
    page.draft()
        .origin()
        .ifPresent(name -> others.add(new Other(name, words.say("page.bench.with.origin", name))));
    page.reading()
        .edition()
        .ifPresent(edition ->
            bench.library().editions(edition.heading().id()).stream()
                .map(EditionName::toString)
                .filter(name -> others.stream().noneMatch(each -> each.value().equals(name)))
                .forEach(name ->
                    others.add(new Other(name, words.say("page.bench.with.edition", name)))));
    List<DraftEvent> events = page.draft().history();
    for (int step = events.size() - 1; step > 0; step--) {
      if (part(events.get(step - 1).deed()).filter(file::equals).isPresent() || step == 1) {
        others.add(
            new Other(
                String.valueOf(step),
                words.say(
                    "page.bench.with.step",
                    step,
                    page.visit().times().utc(events.get(step - 1).at()))));
      }
    }
    return others;
  }

  private String text(Visit visit, BenchPage page, DraftPart file, String chosen) {
    if (chosen.matches("[1-9][0-9]{0,5}")) {
      return bench
          .keep()
          .textAfter(
              visit.site().realm(),
              page.draft().id(),
              file,
              Integer.parseInt(chosen),
              Bench.actor(visit))
          .orElse("");
    }
    return bench.library().editions().stream()
        .filter(name -> name.toString().equals(chosen))
        .findFirst()
        .flatMap(name ->
            visit.shelf().file("scales/" + name.scale() + "/" + name.edition() + "/" + file.name()))
        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .orElse("");
  }

  private List<Differences.Change> changes(
      Visit visit, BenchPage page, DraftPart file, String before) {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    texts.put(file, before);
    Optional<Tree> old = DraftReading.of(bench.library(), texts).tree(file);
    Optional<Tree> now = page.reading().tree(file);
    return old.isPresent() && now.isPresent()
        ? Differences.of(old.get(), now.get(), FormWords.of(visit.shelf(), page.reading()))
        : List.of();
  }
}
