package org.parley.node.messages;

import java.util.List;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.ClearStatement;
import org.parley.duties.ComposeStatement;
import org.parley.duties.DispatchStatement;
import org.parley.duties.Draft;
import org.parley.node.attachments.DraftFiles;

/// Makes a statement of a draft, and sends it unless a second person must clear it. The draft goes
/// away in the same change in which the statement is written, so nothing is sent twice; where it
/// cannot be sent, the statement is given up and the draft is back.
record SendDraft(DraftDesk drafts, PostRoom room) {

  Checked<ComposeStatement.Composed> run(DraftDesk.Open open, Draft draft) {
    Checked<ComposeStatement.Composed> sent = sent(open, draft);
    if (sent
        instanceof Checked.Sound<ComposeStatement.Composed>(ComposeStatement.Composed made, _)) {
      CaseId.parse(open.fields().text("incident"))
          .ifPresent(incident -> room.noteWritten(open.desk(), incident, made.conversation()));
    }
    return sent;
  }

  private Checked<ComposeStatement.Composed> sent(DraftDesk.Open open, Draft draft) {
    PostRoom.Desk desk = open.desk();
    Checked<ComposeStatement.Composed> composed =
        new ComposeStatement(desk.station())
            .run(draft, desk.hand(), book -> book.drafts().remove(desk.realm(), open.draft().id()));
    boolean second = desk.home().settings().secondPerson();
    if (!(composed
        instanceof Checked.Sound<ComposeStatement.Composed>(ComposeStatement.Composed made, _))) {
      return composed;
    }
    // The statement keeps its files for itself.
    DraftFiles files = new DraftFiles(desk.station().books());
    if (second) {
      files.clear(open.fields());
      return composed;
    }
    Realm realm = desk.realm();
    ClearStatement clear = new ClearStatement(desk.station(), false);
    Checked<Digest> sent =
        clear
            .clear(realm, made.statement(), desk.hand())
            .then(statement -> new DispatchStatement(desk.station()).run(realm, statement));
    if (sent instanceof Checked.Refused<Digest>(List<Issue> why)) {
      clear.discard(realm, made.statement(), desk.hand(), "it could not be sent");
      drafts.keep(desk, open.draft().id(), open.format(), open.fields());
      return new Checked.Refused<>(why);
    }
    files.clear(open.fields());
    return composed;
  }
}
