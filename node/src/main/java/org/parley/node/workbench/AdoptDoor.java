package org.parley.node.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.workbench.Annex;
import org.parley.desk.workbench.CaseRow;
import org.parley.desk.workbench.LabelPaths;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.Check;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How a draft becomes the node's own scale: proposed by one hand, adopted by another; and its
/// files to take away.
@Controller
final class AdoptDoor {

  private final Bench bench;

  AdoptDoor(Bench bench) {
    this.bench = bench;
  }

  @GetMapping(Bench.ONE + "/adopt")
  ResponseEntity<byte[]> adopt(Visit visit, @PathVariable String id) {
    return show(bench.open(visit, id, BenchPage.Tab.ADOPT), HttpStatus.OK, List.of(), "");
  }

  private ResponseEntity<byte[]> show(
      BenchPage page, HttpStatus status, List<Problem> problems, String from) {
    Map<String, Object> more = new HashMap<>();
    more.put("checks", checks(page));
    more.put("from", from.isEmpty() ? tomorrow(page) : from);
    more.put("name", page.reading().edition().map(each -> each.heading().quoted()).orElse(""));
    more.put("digest", page.digest(DraftPart.SCALE));
    return bench.show(page, status, "adopt", problems, more);
  }

  private static String tomorrow(BenchPage page) {
    LocalDate day = page.visit().now().atZone(page.visit().zone()).toLocalDate().plusDays(1);
    return page.reading()
        .edition()
        .map(edition -> edition.heading().validity().from())
        .filter(valid -> valid.isAfter(day))
        .orElse(day)
        .toString();
  }

  private List<Check> checks(BenchPage page) {
    boolean sound = page.reading().isSound();
    List<CaseRow> rows =
        page.reading()
            .voice(page.visit().shelf())
            .map(voice ->
                CaseRow.of(
                    voice, page.reading().workedCases(), bench.library(), bench.classifiers()))
            .orElse(List.of());
    boolean free =
        page.isAdopted()
            || page.reading()
                .edition()
                .filter(each ->
                    bench.library().editions(each.heading().id()).stream()
                        .anyMatch(name -> name.edition().equals(each.heading().edition())))
                .isEmpty();
    boolean named =
        page.visit().site().languages().stream()
            .allMatch(tag ->
                page.reading().edition().stream()
                    .allMatch(each ->
                        page.reading()
                            .labels(tag)
                            .keySet()
                            .containsAll(LabelPaths.of(each).keySet())));
    return List.of(
        check(page, sound, true, "sound", BenchPage.Tab.SCALE),
        check(page, rows.stream().allMatch(CaseRow::holds), true, "cases", BenchPage.Tab.CASES),
        check(page, free, true, "free", BenchPage.Tab.SCALE),
        check(page, !rows.isEmpty(), false, "any-case", BenchPage.Tab.CASES),
        check(page, named, false, "named", BenchPage.Tab.LABELS),
        check(page, page.reading().responsePlan().isPresent(), false, "plan", BenchPage.Tab.PLAN));
  }

  private static Check check(
      BenchPage page, boolean holds, boolean must, String key, BenchPage.Tab tab) {
    String says = page.words().say("page.bench.check." + key + (holds ? ".yes" : ".no"));
    return new Check(holds, must, says, page.path(tab));
  }

  @PostMapping(Bench.ONE + "/propose")
  ResponseEntity<byte[]> propose(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.ADOPT);
    String typed = Bench.word(form, "from");
    Optional<LocalDate> from = day(typed);
    if (from.isEmpty()) {
      return show(
          page,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(new Problem("from", visit.words().say("page.bench.from.wrong"), "")),
          typed);
    }
    return done(
        page,
        typed,
        bench
            .adopt()
            .propose(visit.site().realm(), page.draft().id(), from.get(), Bench.actor(visit)));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 1990 && day.getYear() < 2200);
    } catch (java.time.DateTimeException wrong) {
      return Optional.empty();
    }
  }

  @PostMapping(Bench.ONE + "/give-back")
  ResponseEntity<byte[]> giveBack(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.ADOPT);
    Checked<?> result =
        bench
            .adopt()
            .giveBack(
                visit.site().realm(),
                page.draft().id(),
                Bench.word(form, "why"),
                Bench.actor(visit));
    if (result instanceof Checked.Sound<?> && !page.mayDraft()) {
      return bench.press().see(Bench.ALL);
    }
    return done(page, "", result);
  }

  @PostMapping(Bench.ONE + "/adopt")
  ResponseEntity<byte[]> adoptNow(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.ADOPT);
    if (!Bench.word(form, "digest").equals(page.digest(DraftPart.SCALE))) {
      return show(
          page,
          HttpStatus.UNPROCESSABLE_CONTENT,
          List.of(
              new Problem("adopt", visit.words().say("page.bench.refused.draft-changed"), "P1022")),
          "");
    }
    Checked<?> result =
        bench.adopt().adopt(visit.site().realm(), page.draft().id(), Bench.actor(visit));
    if (result instanceof Checked.Sound<?>) {
      bench.own().open();
    }
    return done(page, "", result);
  }

  private ResponseEntity<byte[]> done(BenchPage page, String typed, Checked<?> result) {
    return result instanceof Checked.Refused<?>(List<Issue> issues)
        ? show(
            page,
            HttpStatus.UNPROCESSABLE_CONTENT,
            Bench.told(page.visit(), "adopt", issues),
            typed)
        : bench.press().see(page.path(BenchPage.Tab.ADOPT) + "?done=saved");
  }

  /// The folder of the edition, as the library lays it.
  @GetMapping(Bench.ONE + "/scale.zip")
  ResponseEntity<byte[]> zip(Visit visit, @PathVariable String id) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.ADOPT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<DraftPart, String> part : page.reading().texts().entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey().name());
        entry.setTimeLocal(
            LocalDateTime.ofInstant(page.draft().last().at(), ZoneOffset.UTC).withNano(0));
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return file(name(page) + ".zip", "application/zip", out.toByteArray());
  }

  /// The scale as an annex to be signed, in the reader's language.
  @GetMapping(Bench.ONE + "/annex.docx")
  ResponseEntity<byte[]> annex(Visit visit, @PathVariable String id) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.ADOPT);
    byte[] bytes =
        page.reading()
            .voice(visit.shelf())
            .map(voice ->
                Annex.docx(voice, page.reading().responsePlan(), visit.shelf(), !page.isAdopted()))
            .orElseThrow(AbsentException::new);
    return file(
        name(page) + "-" + visit.language() + ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        bytes);
  }

  private static String name(BenchPage page) {
    return page.reading()
        .edition()
        .map(edition -> edition.heading().quoted().replaceAll("[^A-Za-z0-9.-]+", "-"))
        .orElse("draft");
  }

  private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .headers(headers -> {
          headers.setContentDisposition(
              ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(bytes);
  }
}
