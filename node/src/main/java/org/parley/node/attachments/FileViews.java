package org.parley.node.attachments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.port.Book;
import org.parley.node.messages.PostRoom;
import org.parley.node.messages.page.MessageSpeech;

/// Tells of the files of a statement which are here, and how far ours came with whom.
public record FileViews(PostRoom.Desk desk, MessageSpeech speech) {

  public List<FileView> of(Dossier dossier, Statement statement) {
    List<Attachment> attachments = statement.rest().attachments();
    return attachments.isEmpty()
        ? List.of()
        : desk.station().books().look(book -> of(book, dossier, statement));
  }

  private List<FileView> of(Book book, Dossier dossier, Statement statement) {
    AttachedFiles files = new AttachedFiles(book, desk.realm());
    SequencedSet<NodeId> nodes = nodes(book, dossier, statement);
    List<FileView> views = new ArrayList<>();
    for (Attachment named : statement.rest().attachments()) {
      boolean here = files.isHere(dossier.digest(), named);
      List<String> told = new ArrayList<>();
      if (!here) {
        told.add(speech.words().say("page.attachment.coming"));
      }
      for (NodeId node : nodes) {
        AttachedFiles.Way way = files.way(dossier.digest(), named, node);
        String key = "page.attachment." + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        told.add(speech.words().say(key, speech.party(node.party())));
      }
      String path =
          "/messages/%s/files/%s/%d"
              .formatted(
                  statement.heading().conversation(), dossier.digest().hex(), views.size() + 1);
      views.add(new FileView(named, here ? Optional.of(path) : Optional.empty(), told));
    }
    return views;
  }

  /// The other nodes that a statement of ours went to.
  private SequencedSet<NodeId> nodes(Book book, Dossier dossier, Statement statement) {
    SequencedSet<NodeId> nodes = new LinkedHashSet<>();
    if (dossier.stage() == Dossier.Stage.SENT) {
      for (OfficeId office : statement.route().recipients()) {
        if (!desk.station().seat().offices().contains(office)) {
          desk.station().counterparts().nodeOf(book, office).ifPresent(nodes::add);
        }
      }
    }
    return nodes;
  }
}
