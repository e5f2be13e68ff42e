package org.parley.node.messages.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.clarify.Clarification;
import org.parley.core.exchange.clarify.Closing;
import org.parley.core.exchange.clarify.Measure;
import org.parley.core.exchange.clarify.Part;
import org.parley.core.exchange.clarify.Point;
import org.parley.core.exchange.clarify.RecordText;
import org.parley.core.exchange.clarify.Reply;
import org.parley.core.exchange.clarify.Request;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Words;
import org.parley.node.attachments.FileView;

/// A clarification as one office reads it, from the first question to closure.
///
/// @param spoken what the office can read of it, in the order it came to be known
/// @param beside what stands beside the text of each statement, by the statement's digest
public record ClarificationPage(
    ConversationId id,
    OfficeId office,
    String title,
    List<Spoken> spoken,
    Waiting waiting,
    Map<Digest, Beside> beside,
    MessageSpeech speech) {

  public ClarificationPage {
    spoken = List.copyOf(spoken);
    beside = Map.copyOf(beside);
  }

  /// What keeps the page from being whole.
  ///
  /// @param unopened statements for the office that nobody of it has opened
  /// @param uncleared statements of the office that wait to be let go
  /// @param opens whether the visitor opens messages
  /// @param acknowledges whether the visitor takes note of them
  /// @param writes whether the visitor writes for the office
  public record Waiting(
      int unopened, int uncleared, boolean opens, boolean acknowledges, boolean writes) {}

  public boolean writes() {
    return waiting.writes();
  }

  /// @param files that go with a statement
  /// @param tongues the languages in which it speaks, the authentic one first
  public record Beside(List<FileView> files, List<StatementView.Tongue> tongues) {
    public Beside {
      files = List.copyOf(files);
      tongues = List.copyOf(tongues);
    }
  }

  /// A measure of a record, and what is to be done with its translations.
  public record Told(Measure measure, Part what) {}

  public List<FileView> files(Spoken each) {
    return beside(each).files();
  }

  public List<StatementView.Tongue> tongues(Spoken each) {
    return beside(each).tongues();
  }

  private Beside beside(Spoken each) {
    return Optional.ofNullable(beside.get(each.dossier().digest())).orElseThrow();
  }

  public List<Told> measures(RecordText record) {
    return record.points().stream()
        .filter(point -> point.kind() == Point.Kind.MEASURE)
        .map(point ->
            new Told(
                Measure.parse(point.text()), point.said().each(line -> Measure.parse(line).what())))
        .toList();
  }

  public Clarification clarification() {
    return Clarification.of(spoken);
  }

  public String path() {
    return "/clarifications/" + id;
  }

  private Words words() {
    return speech.words();
  }

  public String parties(SortedSet<Party> parties) {
    return parties.stream().map(speech::party).collect(Collectors.joining(" · "));
  }

  /// All who have a copy of anything, which all see.
  public List<OfficeId> copies() {
    SortedSet<OfficeId> copies = new TreeSet<>();
    spoken.forEach(each -> copies.addAll(each.statement().route().copy()));
    return List.copyOf(copies);
  }

  public String outcome(Clarification clarification) {
    return words().say("page.clarification.outcome." + word(clarification.outcome()));
  }

  public String closure(Clarification clarification) {
    String by =
        clarification.closings().isEmpty()
            ? ""
            : speech.party(clarification.closings().getLast().spoken().party());
    return words().say("page.clarification.closure." + word(clarification.closure()), by);
  }

  public String clock(Reply reply, Request request) {
    return request
        .proposed()
        .map(proposed -> words().say("page.clarification.clock." + word(reply.to(proposed))))
        .orElse("");
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// Whether the office can answer a statement now: it is for it, and somebody has opened it.
  public boolean canAnswer(Spoken each) {
    return writes() && each.statement().route().to().contains(office) && reached(each).isPresent();
  }

  /// Whether nobody of the office has taken note of a statement that it has opened.
  public boolean canAcknowledge(Spoken each) {
    return waiting.acknowledges() && reached(each).filter(Standing.OPENED::equals).isPresent();
  }

  private Optional<Standing> reached(Spoken each) {
    return each.dossier()
        .account(office)
        .flatMap(Account::reached)
        .filter(standing -> standing.compareTo(Standing.OPENED) >= 0);
  }

  /// How far a statement of the office came with each recipient, told as one line each.
  public List<String> ledger(Spoken each) {
    List<String> lines = new ArrayList<>();
    for (Account account : each.dossier().accounts().values()) {
      account
          .standing()
          .ifPresent(
              _ -> lines.add(speech.office(account.recipient()) + ": " + speech.standing(account)));
    }
    return lines;
  }

  /// What recipients of a statement said to it outside the network, as an officer took it down.
  public List<Step> takenDown(Spoken each) {
    return each.dossier().accounts().values().stream()
        .flatMap(account -> account.steps().stream())
        .filter(step -> step.outside().isPresent() && step.standing().isAnswer())
        .toList();
  }

  /// Whether it is a text of another party that the office can sign too.
  public boolean canConfirm(RecordText record) {
    return writes()
        && record.agreed()
        && !record.spoken().party().equals(office.party())
        && clarification().records().stream()
            .filter(each -> each.spoken().party().equals(office.party()))
            .noneMatch(each -> each.agreed() && each.digest().equals(record.digest()));
  }

  /// Whether the office can say that what another party closed is closed.
  public boolean canConfirm(Closing closing) {
    return canAnswer(closing.spoken())
        && closing.confirmations().stream()
            .noneMatch(reply -> reply.spoken().party().equals(office.party()));
  }

  /// Whether only policy offices do what comes next, and this is one.
  public boolean consults() {
    return writes()
        && speech.formats().current(10).stream()
            .anyMatch(format -> format.use().senders().contains(office.kind()));
  }

  /// Who is to do something, offices by their names.
  public String who(Measure measure) {
    List<String> names = new ArrayList<>();
    for (String part : measure.who().split(",")) {
      String name = part.strip();
      names.add(OfficeId.parse(name).map(speech::office).orElse(name));
    }
    return String.join(", ", names);
  }

  /// The offices among which something can be agreed.
  public List<OfficeId> offices() {
    SortedSet<OfficeId> offices = new TreeSet<>();
    for (Spoken each : spoken) {
      offices.add(each.from());
      offices.addAll(each.statement().route().to());
    }
    return List.copyOf(offices);
  }

  /// All of them, where all are to do something together.
  public String together() {
    return offices().stream().map(OfficeId::toString).collect(Collectors.joining(", "));
  }
}
