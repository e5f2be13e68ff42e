package org.parley.formats.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.parley.core.casefile.CaseRules;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.exchange.Typed;

/// Reads the fields that each deed has. Everything comes back empty where there is no such deed, or
/// where something was wrong, which is told.
record DeedReader(Typed typed, StatementJson statements) {

  private static final int LINE = 2 * CaseRules.LONGEST_TITLE;
  private static final int WORDS = 2 * CaseRules.LONGEST_WORDS;
  private static final int MOST = 1_000_000;
  private static final long LARGEST = 999_999_999_999_999L;

  Optional<Deed> read(String word) {
    return switch (word) {
      case "report", "keep-pointer" -> opening(word);
      case "state" -> typed.map("stating").flatMap(this::stating).map(Deed.State::new);
      case "adopt" -> numbered("statement", Deed.Adopt::new);
      case "withdraw" -> numbered("statement", Deed.Withdraw::new);
      case "mark" -> marking().map(Deed.Mark::new);
      case "mark-fact" -> markFact();
      case "show" -> office().map(each -> new Deed.Show(each, maybe("agreed")));
      case "stop-showing" ->
          office().flatMap(each -> words("reason").map(why -> new Deed.StopShowing(each, why)));
      default -> stage(word).or(() -> story(word)).or(() -> work(word));
    };
  }

  private Optional<Deed> opening(String word) {
    Optional<Realm> realm = typed.realm("realm");
    Optional<SeriesNumber> number =
        typed.as("number", "number such as 17 or EX-17", SeriesNumber::parse);
    Optional<OfficeId> holder = typed.office("holder");
    if (realm.isEmpty() || holder.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.get().fits(realm.get())) {
      typed.refuse("the number is of another series than the realm");
      return Optional.empty();
    }
    return word.equals("report")
        ? report(realm.get(), number.get(), holder.get())
        : typed
            .map("pointer")
            .flatMap(DeedReader::pointer)
            .map(each -> new Deed.KeepPointer(realm.get(), number.get(), holder.get(), each));
  }

  private Optional<Deed> report(Realm realm, SeriesNumber number, OfficeId holder) {
    Optional<String> title = line("title");
    Optional<String> words = maybe("words");
    Optional<Marking> marking = marking();
    Optional<Stating> stating = typed.map("stating").flatMap(this::stating);
    return title.isPresent() && marking.isPresent() && stating.isPresent()
        ? Optional.of(
            new Deed.Report(
                realm, number, holder, title.get(), words, marking.get(), stating.get()))
        : Optional.empty();
  }

  private static Optional<Pointer> pointer(Typed typed) {
    Optional<String> holder = typed.text("holder", LINE);
    Optional<String> reference = typed.text("reference", LINE);
    Optional<String> how = typed.text("how", WORDS);
    typed.end();
    return holder.isPresent() && reference.isPresent() && how.isPresent()
        ? Optional.of(new Pointer(holder.get(), reference.get(), how.get()))
        : Optional.empty();
  }

  private Optional<Stating> stating(Typed inner) {
    List<Statement> read = new ArrayList<>();
    inner
        .maps("statements", CaseRules.MOST_STATEMENTS)
        .forEach(each -> statements.read(each).ifPresent(read::add));
    Map<FactKey, Marking> markings = new HashMap<>();
    inner
        .maps("markings", CaseRules.MOST_STATEMENTS)
        .forEach(each -> {
          Optional<FactKey> key = statements.readKey(each);
          Optional<Marking> marking = each.map("marking").flatMap(MarkingJson::read);
          each.end();
          key.ifPresent(about -> marking.ifPresent(said -> markings.put(about, said)));
        });
    Optional<Instant> aware = inner.maybeMoment("aware");
    Optional<Boolean> nothingElse = inner.maybe("nothingElse", "yes or no", DeedReader::yesNo);
    inner.end();
    return typed.issues().hasErrors()
        ? Optional.empty()
        : Optional.of(new Stating(read, markings, aware, nothingElse));
  }

  private static Optional<Boolean> yesNo(String word) {
    return switch (word) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private Optional<Deed> markFact() {
    Optional<FactKey> key = statements.readKey(typed);
    Optional<Marking> marking = typed.maybeMap("marking").flatMap(MarkingJson::read);
    return key.map(each -> new Deed.MarkFact(each, marking));
  }

  private Optional<Deed> story(String word) {
    return switch (word) {
      case "retitle" -> line("title").map(Deed.Retitle::new);
      case "note" ->
          typed
              .moment("happened")
              .flatMap(at -> words("words").map(said -> new Deed.Note(at, said)));
      case "set-outlook" ->
          typed
              .as("course", "course such as worse", Outlook.Course::parse)
              .flatMap(course ->
                  words("words").map(said -> new Deed.SetOutlook(new Outlook(course, said))));
      case "find-origin" ->
          typed
              .as("finding", "finding such as not-established", OriginFinding::parse)
              .map(finding -> new Deed.FindOrigin(finding, maybe("words")));
      case "relate" ->
          other()
              .flatMap(other ->
                  typed
                      .as("tie", "tie such as related", Tie::parse)
                      .map(tie -> new Deed.Relate(other, tie)));
      case "unrelate" -> other().map(Deed.Unrelate::new);
      case "join-campaign" -> line("campaign").map(Deed.JoinCampaign::new);
      case "leave-campaign" -> line("campaign").map(Deed.LeaveCampaign::new);
      default -> Optional.empty();
    };
  }

  private Optional<Deed> work(String word) {
    return switch (word) {
      case "give-task" ->
          office()
              .flatMap(office ->
                  words("words")
                      .map(said -> new Deed.GiveTask(office, said, typed.maybeMoment("due"))));
      case "finish-task" ->
          number("task")
              .flatMap(task -> words("words").map(said -> new Deed.FinishTask(task, said)));
      case "drop-task" -> numbered("task", Deed.DropTask::new);
      case "hand-over" -> words("words").map(Deed.HandOver::new);
      case "take-over" -> alone("note", Deed.TakeOver::new);
      case "attach" -> attach();
      case "release-file" -> alone("file", Deed.ReleaseFile::new);
      case "reject-file" -> numbered("file", Deed.RejectFile::new);
      case "note-call" -> line("role").map(role -> new Deed.NoteCall(role, maybe("words")));
      case "note-report" ->
          line("report").map(report -> new Deed.NoteReport(report, maybe("words")));
      default -> Optional.empty();
    };
  }

  private Optional<Deed> attach() {
    Optional<String> name = line("name");
    Optional<Long> bytes = typed.whole("bytes", 0, LARGEST);
    Optional<Digest> digest = typed.digest("sha256");
    Optional<String> words = maybe("words");
    if (name.isEmpty() || bytes.isEmpty() || digest.isEmpty()) {
      return Optional.empty();
    }
    if (!Attachment.isName(name.get())) {
      typed.refuse("this is no plain file name");
      return Optional.empty();
    }
    return Optional.of(
        new Deed.Attach(new Attachment(name.get(), bytes.get(), digest.get()), words));
  }

  private Optional<Deed> stage(String word) {
    return switch (word) {
      case "judge" ->
          typed
              .text("outcome", 40)
              .flatMap(outcome -> words("reason").flatMap(why -> triage(outcome, why)))
              .map(Deed.Judge::new);
      case "begin-work" -> Optional.of(new Deed.BeginWork(maybe("words")));
      case "contain" -> Optional.of(new Deed.Contain(maybe("words")));
      case "recover" -> Optional.of(new Deed.Recover(maybe("words")));
      case "close" ->
          words("happened")
              .map(said -> new Deed.Close(new FinalReport(said, maybe("cause"), maybe("lessons"))));
      case "reopen" -> words("reason").map(Deed.Reopen::new);
      default -> Optional.empty();
    };
  }

  private Optional<Triage> triage(String outcome, String why) {
    return switch (outcome) {
      case "new" -> Optional.of(new Triage.New(why));
      case "duplicate" -> other().map(each -> new Triage.DuplicateOf(each, why));
      case "no-incident" -> Optional.of(new Triage.NotAnIncident(why));
      default -> Optional.empty();
    };
  }

  /// Makes a deed from a number and a reason.
  private interface Numbered {
    Deed of(int number, String reason);
  }

  private Optional<Deed> numbered(String name, Numbered deed) {
    return number(name).flatMap(each -> words("reason").map(why -> deed.of(each, why)));
  }

  private Optional<Deed> alone(String name, IntFunction<Deed> deed) {
    return number(name).map(deed::apply);
  }

  private Optional<Integer> number(String name) {
    return typed.whole(name, 1, MOST).map(Math::toIntExact);
  }

  private Optional<Marking> marking() {
    return typed.map("marking").flatMap(MarkingJson::read);
  }

  private Optional<OfficeId> office() {
    return typed.office("office");
  }

  private Optional<CaseId> other() {
    return typed.as("other", "UUID in lower case", CaseId::parse);
  }

  private Optional<String> line(String key) {
    return typed.text(key, LINE);
  }

  private Optional<String> words(String key) {
    return typed.text(key, WORDS);
  }

  private Optional<String> maybe(String key) {
    return typed.maybeText(key, WORDS);
  }
}
