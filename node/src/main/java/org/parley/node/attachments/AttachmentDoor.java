package org.parley.node.attachments;

import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.view.Sight;
import org.parley.core.people.Action;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.formats.exchange.StatementReader;
import org.parley.node.incidents.Sent;
import org.parley.node.messages.PostRoom;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands out a file of a statement, to whom the statement itself can be read: always to be saved,
/// as bytes of no kind, for what somebody sent is never shown as a page.
@Controller
final class AttachmentDoor {

  private final PostRoom room;

  AttachmentDoor(PostRoom room) {
    this.room = room;
  }

  @GetMapping("/messages/{id}/files/{statement}/{file}")
  ResponseEntity<byte[]> file(
      Visit visit,
      @PathVariable String id,
      @PathVariable String statement,
      @PathVariable int file) {
    PostRoom.Desk desk = room.need(visit);
    Digest digest = readable(desk, id, statement);
    return desk.station()
        .books()
        .look(book -> {
          Octets bytes = book.documents().find(digest).orElseThrow(AbsentException::new);
          Statement said = StatementReader.read(bytes).orThrow();
          Attachment named = at(said.rest().attachments(), file);
          return new AttachedFiles(book, desk.realm())
              .find(digest, named)
              .map(content ->
                  Sent.file(named.name(), MediaType.APPLICATION_OCTET_STREAM, content.toArray()))
              .orElseThrow(AbsentException::new);
        });
  }

  private Digest readable(PostRoom.Desk desk, String id, String statement) {
    return Optional.of(statement)
        .filter(text -> text.matches("[0-9a-f]{64}"))
        .map(Digest::new)
        .flatMap(desk.open(room.need(desk, id, Action.READ_MESSAGE))::find)
        .filter(dossier -> reads(desk, dossier))
        .map(Dossier::digest)
        .orElseThrow(AbsentException::new);
  }

  private static boolean reads(PostRoom.Desk desk, Dossier dossier) {
    return Sight.of(dossier, desk.office())
        .filter(sight -> sight.reads(dossier, desk.office()))
        .isPresent();
  }

  private static Attachment at(List<Attachment> attachments, int number) {
    if (number < 1 || number > attachments.size()) {
      throw new AbsentException();
    }
    return attachments.get(number - 1);
  }
}
