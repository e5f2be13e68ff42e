package org.parley.node.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.Attachment;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.AttachFile;
import org.parley.node.incidents.Room;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// What a draft's form asks to be done with its files: one put to it from the reader's machine or
/// from the incident, one taken away.
@Component
public final class Attaching {

  /// The anchor of the files on the draft's page.
  public static final String PLACE = "attachments";

  private static final String TAKE = "take-";
  private static final String REMOVE = "remove-";

  private final Room incidents;

  Attaching(Room incidents) {
    this.incidents = incidents;
  }

  /// @param fields of the draft, as they are now
  public record Came(DraftFields fields, List<Problem> problems) {}

  /// A file of the incident that the draft was begun from, which its office has released.
  public record Offer(int number, Attachment named) {}

  /// Whether a form's button asks for files, and so leads back to them.
  public static boolean isAsked(String go) {
    return go.equals("attach") || number(go, TAKE).isPresent() || number(go, REMOVE).isPresent();
  }

  public static List<Offer> offers(SeenCase seen) {
    return seen.what().work().files().stream()
        .filter(file -> file.custody() == Work.Custody.RELEASED)
        .map(file -> new Offer(file.number(), file.file()))
        .toList();
  }

  /// @param go the button that was pressed
  /// @param file what was chosen; attached whatever button was pressed
  public Came run(
      Visit visit, DraftFiles files, DraftFields fields, String go, Optional<MultipartFile> file) {
    Optional<Integer> remove = number(go, REMOVE);
    DraftFields now = remove.isPresent() ? files.remove(fields, remove.get()) : fields;
    Optional<Integer> take = number(go, TAKE);
    if (take.isPresent()) {
      return take(visit, files, now, take.get());
    }
    return file.filter(each -> !name(each).isEmpty())
        .map(each -> add(visit, files, now, name(each), bytes(each)))
        .orElseGet(() ->
            go.equals("attach")
                ? new Came(now, List.of(wrong(visit, "page.wrong.no-file")))
                : new Came(now, List.of()));
  }

  private Came take(Visit visit, DraftFiles files, DraftFields fields, int number) {
    Optional<AttachFile.Opened> opened =
        CaseId.parse(fields.text("incident"))
            .flatMap(incident ->
                new AttachFile(incidents.work())
                            .open(visit.site().realm(), incident, number, Room.actor(visit))
                        instanceof Checked.Sound<AttachFile.Opened>(AttachFile.Opened found, _)
                    ? Optional.of(found)
                    : Optional.empty());
    return opened
        .map(found -> add(visit, files, fields, found.file().name(), found.bytes()))
        .orElseGet(() -> new Came(fields, List.of(wrong(visit, "page.wrong.no-file"))));
  }

  private static Came add(
      Visit visit, DraftFiles files, DraftFields fields, String name, Octets bytes) {
    List<Problem> problems = new ArrayList<>();
    List<Attachment> before = DraftFiles.of(fields).stream().map(DraftFile::named).toList();
    long together = before.stream().mapToLong(Attachment::bytes).sum() + bytes.size();
    if (!Attachment.isName(name)) {
      problems.add(wrong(visit, "page.wrong.file-name"));
    }
    if (bytes.size() == 0) {
      problems.add(wrong(visit, "page.wrong.file-empty"));
    }
    if (bytes.size() > Attachment.LARGEST
        || together > Attachment.LARGEST_TOGETHER
        || before.size() >= DraftFiles.MOST) {
      problems.add(
          refused(visit, "page.refused.attachment-too-large", IssueCode.ATTACHMENT_TOO_LARGE));
    }
    if (before.stream()
        .anyMatch(
            each -> each.name().equalsIgnoreCase(name) || each.digest().equals(bytes.digest()))) {
      problems.add(refused(visit, "page.refused.attachment-twice", IssueCode.ATTACHMENT_TWICE));
    }
    return problems.isEmpty()
        ? new Came(files.add(fields, name, bytes), List.of())
        : new Came(fields, problems);
  }

  private static Problem wrong(Visit visit, String key) {
    return new Problem(PLACE, visit.words().say(key), "");
  }

  private static Problem refused(Visit visit, String key, IssueCode code) {
    return new Problem(PLACE, visit.words().say(key), code.label());
  }

  private static Optional<Integer> number(String go, String button) {
    return go.matches(button + "[0-9]{1,3}")
        ? Optional.of(Integer.parseInt(go.substring(button.length())))
        : Optional.empty();
  }

  /// The last part of whatever the browser says: a name and never a path.
  private static String name(MultipartFile file) {
    String said = file.getOriginalFilename();
    return said == null ? "" : said.replaceFirst("(?s).*[/\\\\]", "").strip();
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
