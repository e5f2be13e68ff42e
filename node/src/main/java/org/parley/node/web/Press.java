package org.parley.node.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.desk.voice.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Prints pages: a template, the visit, and what the page is about.
///
/// A page is printed whole before the first byte is sent, so that a defect in a template is an
/// error page and never half a page.
public final class Press {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine templates;
  private final Frames frames;

  public Press(TemplateEngine templates, Frames frames) {
    this.templates = templates;
    this.frames = frames;
  }

  /// A page that was found.
  ///
  /// @param template its name, such as `home/start`
  /// @param title the key of the words for its title
  /// @param content what the template needs beside its `frame`
  public ResponseEntity<byte[]> page(
      Visit visit, String template, String title, Map<String, ?> content) {
    return page(visit, HttpStatus.OK, template, visit.words().say(title), content);
  }

  /// A page with a status and a title of its own.
  public ResponseEntity<byte[]> page(
      Visit visit, HttpStatusCode status, String template, String title, Map<String, ?> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("frame", frames.of(visit, title));
    return answer(status, print(visit, template, all));
  }

  /// A piece of a page, put by the browser into the page that is there; its template takes a
  /// `visit`.
  public ResponseEntity<byte[]> part(Visit visit, String template, Map<String, ?> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("visit", visit);
    return answer(HttpStatus.OK, print(visit, template, all));
  }

  /// Where the browser goes after a form was taken.
  public ResponseEntity<byte[]> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private String print(Visit visit, String template, Map<String, Object> content) {
    Set<String> english = frames.onlyEnglish(visit.language());
    return english.isEmpty()
        ? print(template, content)
        : ForeignWords.mark(Words.marking(() -> print(template, content)), english);
  }

  private String print(String template, Map<String, Object> content) {
    StringOutput out = new StringOutput();
    templates.render(template + ".jte", content, out);
    return out.toString();
  }

  private static ResponseEntity<byte[]> answer(HttpStatusCode status, String text) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .headers(headers ->
            headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE, "HX-Request")))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
