package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.Attachment;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.AttachFile;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JsonGenerator;

/// Attaches, lists and fetches the files of an incident over the programming interface. They lie in
/// the same quarantine as those from the pages, and only people let them out.
@Controller
final class AttachmentsDoor {

  private static final String FILES = IncidentsDoor.ONE + "/files";

  private final Deeds deeds;

  AttachmentsDoor(Deeds deeds) {
    this.deeds = deeds;
  }

  @GetMapping(FILES)
  ResponseEntity<byte[]> list(Visit visit, @PathVariable String id) {
    SeenCase seen = deeds.room().export(visit, Paths.id(id)).seen();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag(Version.of(seen, deeds.room().facts()).tag())
        .body(told(seen.what()).toArray());
  }

  private static Octets told(Casefile state) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("incident", state.id().toString());
      json.writeName("marking");
      MarkingJson.write(json, state.marking().whole());
      json.writeArrayPropertyStart("files");
      state.work().files().forEach(file -> put(json, file));
      json.writeEndArray();
    });
  }

  private static void put(JsonGenerator json, Work.Filed file) {
    json.writeStartObject();
    json.writeNumberProperty("number", file.number());
    json.writeStringProperty("name", file.file().name());
    json.writeNumberProperty("bytes", file.file().bytes());
    json.writeStringProperty("sha256", file.file().digest().hex());
    json.writeStringProperty("custody", file.custody().word());
    json.writeStringProperty("attached", file.at().toString());
    file.words().ifPresent(words -> json.writeStringProperty("words", words));
    file.why().ifPresent(why -> json.writeStringProperty("why", why));
    json.writeEndObject();
  }

  @PostMapping(FILES)
  ResponseEntity<byte[]> attach(Visit visit, HttpServletRequest request, @PathVariable String id) {
    UploadBody body = UploadBody.of(request);
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        new Deeds.Said(
            body.whole(),
            issues ->
                body.read(issues)
                    .map(upload ->
                        (work, asked) ->
                            new AttachFile(work)
                                .run(asked.realm(), asked.id(), upload, asked.actor())),
            (state, json) -> body.file().ifPresent(file -> number(json, "file", state, file))));
  }

  /// The number that a file has; of a file that was attached twice, the later one.
  private static void number(JsonGenerator json, String name, Casefile state, Attachment file) {
    state.work().files().stream()
        .filter(each -> each.file().equals(file))
        .mapToInt(Work.Filed::number)
        .max()
        .ifPresent(number -> json.writeNumberProperty(name, number));
  }

  /// Always to be saved, as bytes of no kind, with their digest beside them.
  @GetMapping(FILES + "/{file}")
  ResponseEntity<byte[]> fetch(Visit visit, @PathVariable String id, @PathVariable int file) {
    deeds.room().export(visit, Paths.id(id));
    Checked<AttachFile.Opened> opened =
        new AttachFile(deeds.room().work())
            .open(visit.site().realm(), Paths.id(id), file, Room.actor(visit));
    return switch (opened) {
      case Checked.Sound<AttachFile.Opened>(AttachFile.Opened found, _) -> sent(found);
      case Checked.Refused<AttachFile.Opened> _ -> throw new AbsentException();
    };
  }

  private static ResponseEntity<byte[]> sent(AttachFile.Opened found) {
    ResponseEntity<byte[]> file =
        Sent.file(found.file().name(), MediaType.APPLICATION_OCTET_STREAM, found.bytes().toArray());
    String digest =
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(found.file().digest().hex()));
    return ResponseEntity.ok()
        .headers(file.getHeaders())
        .header("Repr-Digest", "sha-256=:" + digest + ":")
        .body(file.getBody());
  }
}
