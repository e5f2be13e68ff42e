package org.parley.core.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.core.casefile.deed.Author;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;

/// What is to be done about an incident, and what was done.
///
/// @param calls roles of the response plan that were called
/// @param reports reports that were due and have been made
public record Work(
    List<Task> tasks, List<Shift> shifts, List<Filed> files, List<Done> calls, List<Done> reports) {

  static final Work NONE = new Work(List.of(), List.of(), List.of(), List.of(), List.of());

  public Work {
    tasks = List.copyOf(tasks);
    shifts = List.copyOf(shifts);
    files = List.copyOf(files);
    calls = List.copyOf(calls);
    reports = List.copyOf(reports);
  }

  /// By whom and when something came to an end, and in what words.
  public record End(String words, Author by, Instant at) {}

  /// Something that an office is to do.
  ///
  /// @param number within the case, from 1
  /// @param end empty while it is open
  /// @param dropped whether it ended undone
  public record Task(
      int number,
      OfficeId office,
      String words,
      Optional<Instant> due,
      Author by,
      Optional<End> end,
      boolean dropped) {

    public boolean isOpen() {
      return end.isEmpty();
    }

    Task ended(End how, boolean undone) {
      return new Task(number, office, words, due, by, Optional.of(how), undone);
    }
  }

  /// A note to the next shift.
  ///
  /// @param taken who took over, once somebody has
  public record Shift(int number, String words, Author by, Instant at, Optional<Author> taken) {

    Shift takenBy(Author next) {
      return new Shift(number, words, by, at, Optional.of(next));
    }
  }

  /// A file of the case.
  ///
  /// @param why why it was thrown out, if it was
  public record Filed(
      int number,
      Attachment file,
      Optional<String> words,
      Author by,
      Instant at,
      Custody custody,
      Optional<String> why) {

    Filed now(Custody next, Optional<String> reason) {
      return new Filed(number, file, words, by, at, next, reason);
    }
  }

  /// Where a file stands.
  public enum Custody {
    QUARANTINED,
    RELEASED,
    REJECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something of the response plan that was done, by its key.
  public record Done(String key, Optional<String> words, Author by, Instant at) {
    boolean isAmong(List<Done> others) {
      return others.stream()
          .anyMatch(each -> each.key.equals(key) && each.words.equals(words) && each.by.equals(by));
    }
  }

  public Optional<Task> task(int number) {
    return tasks.stream().filter(each -> each.number() == number).findFirst();
  }

  public Optional<Shift> shift(int number) {
    return shifts.stream().filter(each -> each.number() == number).findFirst();
  }

  public Optional<Filed> file(int number) {
    return files.stream().filter(each -> each.number() == number).findFirst();
  }

  public List<Task> openTasks() {
    return tasks.stream().filter(Task::isOpen).toList();
  }

  /// When a report was first made, if it was.
  public Optional<Instant> reported(String report) {
    return reports.stream().filter(each -> each.key().equals(report)).map(Done::at).findFirst();
  }

  Work with(Task task) {
    boolean again =
        openTasks().stream()
            .anyMatch(each ->
                each.office().equals(task.office())
                    && each.words().equals(task.words())
                    && each.due().equals(task.due()));
    return again ? this : new Work(with(tasks, task), shifts, files, calls, reports);
  }

  Work with(Shift shift) {
    boolean again =
        shifts.stream()
            .anyMatch(each ->
                each.taken().isEmpty()
                    && each.words().equals(shift.words())
                    && each.by().equals(shift.by()));
    return again ? this : new Work(tasks, with(shifts, shift), files, calls, reports);
  }

  Work with(Filed file) {
    boolean again =
        files.stream()
            .anyMatch(
                each -> each.file().equals(file.file()) && each.custody() != Custody.REJECTED);
    return again ? this : new Work(tasks, shifts, with(files, file), calls, reports);
  }

  Work called(Done call) {
    return call.isAmong(calls) ? this : new Work(tasks, shifts, files, with(calls, call), reports);
  }

  Work reported(Done report) {
    return report.isAmong(reports)
        ? this
        : new Work(tasks, shifts, files, calls, with(reports, report));
  }

  Work ended(int number, End how, boolean undone) {
    return new Work(
        each(tasks, task -> task.number() == number ? task.ended(how, undone) : task),
        shifts,
        files,
        calls,
        reports);
  }

  Work taken(int number, Author by) {
    return new Work(
        tasks,
        each(shifts, shift -> shift.number() == number ? shift.takenBy(by) : shift),
        files,
        calls,
        reports);
  }

  Work file(int number, Custody custody, Optional<String> why) {
    return new Work(
        tasks,
        shifts,
        each(files, file -> file.number() == number ? file.now(custody, why) : file),
        calls,
        reports);
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> next = new ArrayList<>(list);
    next.add(more);
    return next;
  }

  private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }
}
