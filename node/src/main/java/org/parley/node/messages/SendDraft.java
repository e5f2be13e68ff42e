package org.parley.node.messages;

import java.util.List;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.issue.Checked;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.duties.port.Book;
import org.parley.node.attachments.DraftFiles;

/// Makes a statement of a draft, and sends it unless a second person must clear it. All of it is
/// one change: the draft goes away, the statement is there and sent, and the incident that it was
/// written from knows of it; or it cannot be sent, and nothing of that happened.
record SendDraft(PostRoom room) {

  Checked<ComposeStatement.Composed> run(DraftDesk.Open open, Draft draft) {
    PostRoom.Desk desk = open.desk();
    Checked<ComposeStatement.Composed> made =
        desk.home().settings().secondPerson()
            ? new ComposeStatement(desk.station())
                .run(draft, desk.hand(), (book, written) -> beside(book, open, written))
            : new SendStatement(desk.station(), false)
                .run(
                    draft,
                    desk.hand(),
                    desk.hand(),
                    (book, sent) -> {
                      beside(book, open, sent);
                      return new Checked.Sound<>(sent, List.of());
                    });
    if (made instanceof Checked.Sound<ComposeStatement.Composed>) {
      // The statement keeps its files for itself.
      new DraftFiles(desk.station().books()).clear(open.fields());
    }
    return made;
  }

  private void beside(Book book, DraftDesk.Open open, ComposeStatement.Composed made) {
    PostRoom.Desk desk = open.desk();
    book.drafts().remove(desk.realm(), open.draft().id());
    CaseId.parse(open.fields().text("incident"))
        .ifPresent(incident -> room.noteWritten(book, desk, incident, made.conversation()));
  }
}
