package org.parley.node.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.AttachFile;
import org.parley.duties.casefile.Casework;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files of a case: put in, released from quarantine, thrown out, taken away.
@Controller
final class FilesDoor {

  private final Answer answer;

  FilesDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @PostMapping(Paths.ONE + "/files")
  ResponseEntity<byte[]> attach(
      Visit visit,
      @PathVariable String id,
      @RequestParam("file") MultipartFile file,
      @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "files",
        (asked, fields) -> {
          AttachFile.Upload upload =
              new AttachFile.Upload(name(file), bytes(file), fields.maybe("words"));
          return new AttachFile(work()).run(asked.realm(), asked.id(), upload, asked.actor());
        });
  }

  /// The last part of whatever the browser says: a name and never a path.
  private static String name(MultipartFile file) {
    String said = file.getOriginalFilename();
    String name = said == null ? "" : said.replaceFirst("(?s).*[/\\\\]", "");
    return name.isBlank() ? "file" : name;
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @PostMapping(Paths.ONE + "/files/{file}/release")
  ResponseEntity<byte[]> release(
      Visit visit,
      @PathVariable String id,
      @PathVariable int file,
      @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "files",
        (asked, _) ->
            new AttachFile(work()).release(asked.realm(), asked.id(), file, asked.actor()));
  }

  @PostMapping(Paths.ONE + "/files/{file}/reject")
  ResponseEntity<byte[]> reject(
      Visit visit,
      @PathVariable String id,
      @PathVariable int file,
      @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "files",
        (asked, fields) ->
            new AttachFile(work())
                .reject(asked.realm(), asked.id(), file, fields.text("reason"), asked.actor()));
  }

  /// Always to be saved, as bytes of no kind: what somebody sent is never shown as a page.
  @GetMapping(Paths.ONE + "/files/{file}")
  ResponseEntity<byte[]> open(Visit visit, @PathVariable String id, @PathVariable int file) {
    Checked<AttachFile.Opened> opened =
        new AttachFile(work()).open(visit.site().realm(), Paths.id(id), file, Room.actor(visit));
    return switch (opened) {
      case Checked.Sound<AttachFile.Opened>(AttachFile.Opened found, _) ->
          Sent.file(
              found.file().name(), MediaType.APPLICATION_OCTET_STREAM, found.bytes().toArray());
      case Checked.Refused<AttachFile.Opened> _ -> throw new AbsentException();
    };
  }

  private Casework work() {
    return answer.room().work();
  }
}
