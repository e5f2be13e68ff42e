package org.parley.node.scales;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.desk.calculator.Permalink;
import org.parley.desk.html.HtmlPage;
import org.parley.desk.html.HtmlPaint;
import org.parley.desk.voice.ScaleText;
import org.parley.desk.voice.ScaleVoice;
import org.parley.formats.library.EditionName;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows the scales of the library: the list, one edition in words, its file.
@Controller
final class ScalesDoor {

  private static final String EDITION = "/scales/{issuer}/{scale}/{edition}";

  private final Press press;

  ScalesDoor(Press press) {
    this.press = press;
  }

  @GetMapping("/scales")
  ResponseEntity<byte[]> list(Visit visit) {
    List<ScaleRow> rows = new ArrayList<>();
    for (EditionName name : visit.shelf().library().editions()) {
      ScaleEdition edition = visit.shelf().library().edition(name).orThrow();
      rows.add(row(visit.shelf(), edition));
    }
    return press.page(visit, "scales/list", "page.scales.title", Map.of("rows", rows));
  }

  private static ScaleRow row(Shelf shelf, ScaleEdition edition) {
    ScaleVoice voice = shelf.voice(edition);
    int count = edition.levels().count();
    return new ScaleRow(
        "/scales/" + edition.heading().id() + "/" + edition.heading().edition(),
        voice.title(),
        edition.heading().quoted(),
        edition.heading().issuer(),
        new ScaleText(voice).authority(),
        edition.levels().mildestFirst().stream()
            .map(level ->
                new ScaleRow.Step(
                    voice.phrases().grade(level), HtmlPaint.step(level.rank(), count)))
            .toList());
  }

  @GetMapping(EDITION)
  ResponseEntity<byte[]> show(
      Visit visit,
      @PathVariable String issuer,
      @PathVariable String scale,
      @PathVariable String edition) {
    ScaleEdition found = found(visit, issuer, scale, edition);
    ScaleVoice voice = visit.shelf().voice(found);
    HtmlPage page = new HtmlPage(2);
    new ScaleText(voice).tellContent(page);
    return press.page(
        visit,
        HttpStatus.OK,
        "scales/scale",
        voice.title(),
        Map.of(
            "row", row(visit.shelf(), found),
            "permalink", Permalink.name(found),
            "content", page.html()));
  }

  /// The file as it stands: its digest is the edition's identity.
  @GetMapping(EDITION + "/scale.yaml")
  ResponseEntity<byte[]> file(
      Visit visit,
      @PathVariable String issuer,
      @PathVariable String scale,
      @PathVariable String edition) {
    ScaleEdition found = found(visit, issuer, scale, edition);
    EditionName name = new EditionName(found.heading().id(), found.heading().edition());
    byte[] bytes = visit.shelf().file(name).orElseThrow(AbsentException::new);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml"))
        .header("Content-Disposition", "attachment; filename=\"scale.yaml\"")
        .body(bytes);
  }

  private static ScaleEdition found(Visit visit, String issuer, String scale, String edition) {
    Optional<EditionName> name =
        ScaleId.parse(issuer + "/" + scale).stream()
            .flatMap(id -> visit.shelf().library().editions(id).stream())
            .filter(each -> each.edition().equals(edition))
            .findFirst();
    return name.map(each -> visit.shelf().library().edition(each))
        .filter(Checked.Sound.class::isInstance)
        .map(Checked::orThrow)
        .orElseThrow(AbsentException::new);
  }
}
