package org.parley.node.replies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.couriers.mail.reply.ReplyMail;
import org.parley.duties.record.Trail;
import org.parley.node.incidents.FormFields;
import org.parley.node.messages.PostRoom;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// The form of a reply that came in another way, read; a mail is checked before it is kept, and one
/// that proves nothing is kept only where the officer says so.
final class ReplyForm {

  private static final String FILE = "file";

  private final Visit visit;
  private final FormFields fields;
  private final PostRoom.Desk desk;
  private final List<KeyNote> keys;
  private Optional<OutsideReply.Finding> found = Optional.empty();
  private Optional<Problem> refused = Optional.empty();

  ReplyForm(
      Visit visit, MultiValueMap<String, String> said, PostRoom.Desk desk, List<KeyNote> keys) {
    this.visit = visit;
    this.fields = new FormFields(visit, said);
    this.desk = desk;
    this.keys = keys;
  }

  /// @param mail the whole mail, where one came
  record Given(OutsideReply reply, Optional<Octets> mail) {}

  /// What checking the mail has shown, where that is told before anything is kept.
  Optional<OutsideReply.Finding> found() {
    return found;
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(fields.problems());
    refused.ifPresent(all::add);
    return all;
  }

  Optional<Given> read(Dossier dossier, Optional<MultipartFile> file, Optional<MultipartFile> key) {
    Optional<OutsideReply.Way> way = OutsideReply.Way.parse(fields.text("way"));
    Optional<Instant> when = fields.moment("when");
    if (fields.text("words").length() > OutsideReply.LONGEST_WORDS) {
      fields.wrong("words", "page.wrong.reply-words");
    }
    if (way.isEmpty()) {
      fields.wrong("way-telephone", "page.wrong.reply-way");
      return Optional.empty();
    }
    return switch (way.get()) {
      case TELEPHONE -> call(when);
      case MAIL -> mail(dossier, when, bytes(file), bytes(key));
    };
  }

  private OutsideReply.Says says() {
    return OutsideReply.Says.parse(fields.text("says")).orElse(OutsideReply.Says.ACKNOWLEDGED);
  }

  private Optional<Given> call(Optional<Instant> when) {
    if (fields.text("words").isEmpty()) {
      fields.wrong("words", "page.wrong.reply-words");
    }
    return fields.problems().isEmpty()
        ? Optional.of(
            new Given(
                new OutsideReply(
                    says(),
                    OutsideReply.Way.TELEPHONE,
                    when.orElse(visit.now()),
                    fields.text("words"),
                    Optional.empty()),
                Optional.empty()))
        : Optional.empty();
  }

  private Optional<Given> mail(
      Dossier dossier, Optional<Instant> when, Optional<Octets> mail, Optional<Octets> key) {
    if (says() != OutsideReply.Says.ACKNOWLEDGED && fields.text("words").isBlank()) {
      fields.wrong("words", "page.wrong.reply-answer");
    }
    if (mail.isEmpty()) {
      fields.wrong(FILE, "page.wrong.reply-mail");
    }
    if (!fields.problems().isEmpty()) {
      return Optional.empty();
    }
    Checked<ReplyMail.Seen> checked =
        new ReplyMail(keys, key)
            .check(
                mail.orElseThrow(),
                new ReplyMail.About(dossier.digest(), this::namesAnother),
                visit.now());
    return switch (checked) {
      case Checked.Refused<ReplyMail.Seen>(List<Issue> why) -> {
        refused = Optional.of(Problem.of(visit.words(), FILE, why.getFirst()));
        yield Optional.empty();
      }
      case Checked.Sound<ReplyMail.Seen>(ReplyMail.Seen seen, _) ->
          given(seen, when, mail.orElseThrow());
    };
  }

  private Optional<Given> given(ReplyMail.Seen seen, Optional<Instant> when, Octets mail) {
    if (seen.finding() != OutsideReply.Finding.PROVEN && !fields.isTicked("anyway")) {
      found = Optional.of(seen.finding());
      fields.wrong(FILE, "page.wrong.reply-unproven");
      return Optional.empty();
    }
    return Optional.of(
        new Given(
            new OutsideReply(
                says(),
                OutsideReply.Way.MAIL,
                seen.when().or(() -> when).orElse(visit.now()),
                fields.text("words"),
                Optional.of(new OutsideReply.Letter(mail.digest(), seen.finding(), seen.key()))),
            Optional.of(mail)));
  }

  private boolean namesAnother(String digits) {
    return desk.station().books().look(book -> new Trail(book, desk.realm()).anyBeginsWith(digits));
  }

  private static Optional<Octets> bytes(Optional<MultipartFile> file) {
    try {
      return file.isPresent() && !file.get().isEmpty()
          ? Optional.of(Octets.of(file.get().getBytes()))
          : Optional.empty();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
