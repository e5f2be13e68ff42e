package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.CASE_NOT_SHOWN;
import static org.parley.core.issue.IssueCode.FILES_TOO_MANY;
import static org.parley.core.issue.IssueCode.FILE_NOT_IN_CASE;
import static org.parley.core.issue.IssueCode.FILE_THROWN_OUT;
import static org.parley.core.issue.IssueCode.FILE_TOO_LARGE;
import static org.parley.core.issue.IssueCode.NO_SUCH_NOTE;
import static org.parley.core.issue.IssueCode.TASK_NOT_IN_CASE;

import java.util.Locale;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether work on a case can be given, done and noted so.
record WorkRules(Casefile state, CaseRules rules, Issues issues) {

  void check(Deed.OnWork deed, Author by) {
    switch (deed) {
      case Deed.GiveTask(OfficeId office, String words, _) -> {
        Wording.words(words, "words", issues);
        knowing(office);
      }
      case Deed.FinishTask(int task, String words) -> ending(task, words);
      case Deed.DropTask(int task, String reason) -> ending(task, reason);
      case Deed.HandOver(String words) -> Wording.words(words, "words", issues);
      case Deed.TakeOver(int note) -> takeOver(note, by);
      case Deed.Attach(Attachment file, Optional<String> words) -> {
        words.ifPresent(said -> Wording.words(said, "words", issues));
        attach(file);
      }
      case Deed.ReleaseFile(int file) -> file(file);
      case Deed.RejectFile(int file, String reason) -> {
        Wording.words(reason, "reason", issues);
        file(file);
      }
      case Deed.NoteCall(String role, Optional<String> words) -> done(role, words);
      case Deed.NoteReport(String report, Optional<String> words) -> done(report, words);
    }
  }

  private void done(String key, Optional<String> words) {
    Wording.title(key, "key", issues);
    words.ifPresent(said -> Wording.words(said, "words", issues));
  }

  private void knowing(OfficeId office) {
    if (!office.equals(state.head().holder()) && !state.marking().shown().containsKey(office)) {
      issues.add(
          CASE_NOT_SHOWN,
          Place.of("office"),
          String.format(Locale.ROOT, "%s does not see this incident", office),
          "show it to that office first");
    }
  }

  private void ending(int number, String words) {
    Wording.words(words, "words", issues);
    if (state.work().task(number).filter(Work.Task::isOpen).isEmpty()) {
      issues.add(
          TASK_NOT_IN_CASE,
          Place.of("task " + number),
          "this incident has no such open task",
          "look at the list of tasks again");
    }
  }

  private void takeOver(int number, Author by) {
    Optional<Work.Shift> shift = state.work().shift(number);
    if (shift.isEmpty() || shift.get().taken().filter(other -> !other.equals(by)).isPresent()) {
      issues.add(
          NO_SUCH_NOTE,
          Place.of("note " + number),
          "this incident has no such note that waits to be taken over",
          "look at the notes again");
    }
  }

  private void attach(Attachment file) {
    CaseRules.Files limits = rules.files();
    long together =
        state.work().files().stream()
            .filter(each -> each.custody() != Work.Custody.REJECTED)
            .mapToLong(each -> each.file().bytes())
            .sum();
    if (file.bytes() == 0 || file.bytes() > limits.largest()) {
      issues.add(
          FILE_TOO_LARGE,
          Place.of("file"),
          String.format(
              Locale.ROOT,
              "the file has %d octets; it may have 1 to %d",
              file.bytes(),
              limits.largest()),
          "split it, or say in words where it is held");
    }
    if (state.work().files().size() >= limits.most()
        || together + file.bytes() > limits.together()) {
      issues.add(
          FILES_TOO_MANY,
          Place.of("file"),
          String.format(
              Locale.ROOT,
              "an incident has at most %d files of %d octets together",
              limits.most(),
              limits.together()),
          "say in words where it is held");
    }
  }

  private void file(int number) {
    Optional<Work.Filed> file = state.work().file(number);
    if (file.isEmpty()) {
      issues.add(
          FILE_NOT_IN_CASE,
          Place.of("file " + number),
          "this incident has no such file",
          "look at the list of files again");
    } else if (file.get().custody() == Work.Custody.REJECTED) {
      issues.add(
          FILE_THROWN_OUT,
          Place.of("file " + number),
          "it was thrown out and its bytes erased",
          "attach it anew");
    }
  }
}
