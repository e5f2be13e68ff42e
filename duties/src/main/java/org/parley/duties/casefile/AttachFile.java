package org.parley.duties.casefile;

import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.Attachment;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// Puts files into an incident, keeps them in quarantine, lets them out, and reads them.
public final class AttachFile {

  private final CaseDesk desk;

  public AttachFile(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// The bytes are kept, and stay in quarantine until an officer releases them.
  public Checked<SeenCase> run(Realm realm, CaseId id, Upload upload, Actor actor) {
    if (!Attachment.isName(upload.name())) {
      return refused(IssueCode.WORDS_UNFIT, "file", "this is no plain file name");
    }
    Attachment file = new Attachment(upload.name(), upload.bytes().size(), upload.bytes().digest());
    Deed deed = new Deed.Attach(file, upload.words());
    return desk.change(
        realm,
        id,
        actor,
        List.of(deed),
        (held, _) -> {
          int before = held.state().work().files().size();
          Checked<SeenCase> done = desk.act(held, List.of(deed), actor);
          if (done instanceof Checked.Sound<SeenCase>(SeenCase _, List<Issue> _)
              && held.files().open(id).orElseThrow().state().work().files().size() > before) {
            held.files().keepFile(id, before + 1, upload.bytes());
          }
          return done;
        });
  }

  /// @param name a plain file name, as the sender's machine had it
  public record Upload(String name, Octets bytes, Optional<String> words) {}

  public Checked<SeenCase> release(Realm realm, CaseId id, int file, Actor actor) {
    return desk.act(realm, id, new Deed.ReleaseFile(file), actor);
  }

  /// Throws a file out and erases its bytes.
  public Checked<SeenCase> reject(Realm realm, CaseId id, int file, String reason, Actor actor) {
    Deed deed = new Deed.RejectFile(file, reason);
    return desk.change(
        realm,
        id,
        actor,
        List.of(deed),
        (held, _) -> {
          Checked<SeenCase> done = desk.act(held, List.of(deed), actor);
          if (done instanceof Checked.Sound<SeenCase>) {
            held.files().eraseFile(id, file);
          }
          return done;
        });
  }

  /// A file's name and bytes.
  public record Opened(Attachment file, Octets bytes) {}

  /// What is in quarantine opens only for who may release it.
  public Checked<Opened> open(Realm realm, CaseId id, int number, Actor actor) {
    return desk.work()
        .books()
        .look(book ->
            desk.hold(book, realm, id, actor)
                .filter(held -> desk.isAllowed(actor, Action.READ_INCIDENT, held.relation()))
                .map(held -> open(held, number, actor))
                .orElseGet(() -> CaseDecision.unknown(id)));
  }

  private Checked<Opened> open(CaseDesk.Held held, int number, Actor actor) {
    Optional<Work.Filed> file = held.seen().what().work().file(number);
    Optional<Octets> bytes = file.flatMap(_ -> held.files().file(held.state().id(), number));
    if (file.isEmpty() || bytes.isEmpty()) {
      return refused(IssueCode.FILE_NOT_IN_CASE, "file " + number, "there is no such file");
    }
    boolean free =
        file.get().custody() == Work.Custody.RELEASED
            || desk.isAllowed(actor, Action.RELEASE_ATTACHMENT, held.relation());
    return free
        ? new Checked.Sound<>(new Opened(file.get().file(), bytes.get()), List.of())
        : refused(IssueCode.FILE_IN_QUARANTINE, "file " + number, "nobody has released it yet");
  }

  private static <T> Checked<T> refused(IssueCode code, String where, String message) {
    Issues issues = new Issues();
    issues.add(code, Place.of(where), message);
    return new Checked.Refused<>(issues.list());
  }
}
