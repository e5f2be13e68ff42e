package org.parley.node.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.view.Sight;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.outcome.Classification;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.desk.brief.Brief;
import org.parley.duties.RecomputeSeverity;
import org.parley.node.messages.PostRoom;
import org.parley.node.messages.page.MessageSpeech;

/// A conversation as a brief: what the office has opened of it, and nothing else.
final class MessageBrief {

  /// What tells what happened. A list of what may stand there, so that an item of a later format is
  /// left out rather than let in.
  private static final List<String> HAPPENED =
      List.of(
          "noticed-at",
          "occurred-at",
          "as-of",
          "summary",
          "seen",
          "services",
          "sectors",
          "other-states",
          "outlook",
          "done",
          "answers",
          "agreed",
          "differing",
          "still-open");

  private static final List<String> ASKED =
      List.of("questions", "wanted", "help-wanted", "where", "wanted-by", "answer-by-way");

  private static final int LATER = 3;
  private static final int LONGEST_WORDS = 300;

  private final Telling telling;
  private final PostRoom.Desk desk;
  private final MessageSpeech speech;
  private final ScaleId own;
  private final List<Dossier> seen;
  private final List<Spoken> spoken;

  /// @param own the State's own scale
  MessageBrief(Telling telling, PostRoom.Desk desk, Conversation state, ScaleId own) {
    this.telling = telling;
    this.desk = desk;
    this.speech = new MessageSpeech(telling.visit().shelf(), desk.home().formats());
    this.own = own;
    this.seen =
        state.dossiers().values().stream()
            .filter(Dossier::isSaid)
            .filter(each -> Sight.of(each, desk.office()).isPresent())
            .toList();
    this.spoken = desk.spoken(state);
  }

  Brief written(Contacting contacts) {
    List<Brief.Row> asked = asked();
    return new Brief(
        telling.say("page.brief.of", title()),
        telling.head(marking().toString()),
        telling.asOf(),
        List.of(
            telling.section("happened", happened(), Telling.LONG),
            telling.section("level", levels(), Telling.LONG),
            telling.section("told", told(), Telling.MIDDLE),
            telling.section("asked", asked, Telling.SHORT),
            telling.options(
                asked.isEmpty()
                    ? List.of("call", "clarify", "consult", "wait")
                    : List.of("answer", "part", "call", "clarify", "consult", "wait")),
            contacts.section(others())));
  }

  /// Where nothing is said yet, as strict as can be.
  private Marking marking() {
    return seen.isEmpty()
        ? Marking.of(Tlp.RED)
        : Marking.all(seen.stream().map(each -> each.outline().marking()).toList());
  }

  private String title() {
    return spoken.stream()
        .flatMap(each -> each.text("reference").stream())
        .findFirst()
        .orElseGet(() ->
            seen.isEmpty() ? "–" : speech.format(seen.getFirst().outline().heading().format()));
  }

  private SortedSet<Party> others() {
    SortedSet<Party> others = new TreeSet<>();
    for (Dossier each : seen) {
      others.add(each.outline().from().party());
      each.outline().route().recipients().stream().map(OfficeId::party).forEach(others::add);
    }
    others.remove(desk.office().party());
    return others;
  }

  private List<Brief.Row> happened() {
    List<Brief.Row> rows = new ArrayList<>();
    if (spoken.isEmpty()) {
      return rows;
    }
    Spoken first = spoken.getFirst();
    rows.add(new Brief.Row(telling.say("page.message.from"), said(first)));
    for (String key : HAPPENED) {
      text(first, key)
          .ifPresent(text ->
              rows.add(
                  new Brief.Row(
                      speech.title(first.format().item(key).orElseThrow()),
                      text,
                      foreign(first, key))));
    }
    List<Spoken> later = spoken.subList(1, spoken.size());
    for (Spoken each : later.subList(Math.max(0, later.size() - LATER), later.size())) {
      String texts =
          HAPPENED.stream()
              .flatMap(key -> text(each, key).stream())
              .collect(Collectors.joining("; "));
      rows.add(new Brief.Row(said(each), texts.isEmpty() ? "–" : texts, foreign(each)));
    }
    List<Attachment> files =
        spoken.stream().flatMap(each -> each.statement().rest().attachments().stream()).toList();
    if (!files.isEmpty()) {
      rows.add(Math.min(1, rows.size()), FileNames.row(telling, files));
    }
    return rows;
  }

  /// `C3 Early notice of an incident of concern, Alder (XA), 2026-11-22 10:00 UTC`
  private String said(Spoken each) {
    return speech.format(each.format())
        + ", "
        + speech.party(each.party())
        + ", "
        + telling.moment(each.statement().heading().created());
  }

  /// An item in the reader's language where the sender gave it in that, else as it was written.
  private Optional<String> text(Spoken each, String key) {
    Optional<ItemRule> rule = each.format().item(key);
    return each.item(key)
        .flatMap(item ->
            switch (item.said()) {
              case Item.Nil() -> rule.map(speech::nil);
              case Item.Absent _ -> Optional.empty();
              case Item.Value(List<String> texts) -> {
                List<String> read =
                    item.translations().getOrDefault(telling.visit().language(), texts);
                yield Optional.of(
                    read.stream().map(text -> text(rule, text)).collect(Collectors.joining("; ")));
              }
            })
        .filter(text -> !text.isBlank());
  }

  /// The language of an item's free text as the brief tells it, where that is not the reader's.
  private Optional<String> foreign(Spoken each, String key) {
    String language = each.statement().heading().languages().authentic();
    boolean written =
        each.item(key)
            .filter(item -> item.said() instanceof Item.Value)
            .filter(item -> !item.translations().containsKey(telling.visit().language()))
            .isPresent();
    boolean free =
        each.format().item(key).filter(rule -> rule.type() instanceof ItemType.Text).isPresent();
    return Optional.of(language)
        .filter(tag -> written && free && !tag.equals(telling.visit().language()));
  }

  /// The same of a whole statement: several items told as one text.
  private Optional<String> foreign(Spoken each) {
    return HAPPENED.stream().flatMap(key -> foreign(each, key).stream()).findFirst();
  }

  private String text(Optional<ItemRule> rule, String text) {
    return ItemType.isMoment(text)
        ? telling.moment(Instant.parse(text))
        : telling.text(speech.said(rule, text));
  }

  private List<Brief.Row> levels() {
    List<Brief.Row> rows = new ArrayList<>();
    List<String> facts = List.of();
    List<ScaleEdition> editions = new ArrayList<>();
    newest(own).ifPresent(editions::add);
    for (Spoken each : spoken) {
      facts = each.texts("facts").isEmpty() ? facts : each.texts("facts");
      Optional<Severity> severity = each.statement().rest().severity();
      severity.flatMap(Severity::stated).ifPresent(stated -> rows.add(stated(each, stated)));
      severity
          .flatMap(Severity::basis)
          .flatMap(basis -> newest(basis.edition().scale()))
          .ifPresent(editions::add);
    }
    others().forEach(party -> editions.addAll(of(party)));
    if (!facts.isEmpty()) {
      for (ScaleEdition edition : editions.stream().distinct().toList()) {
        computed(edition, facts).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private Brief.Row stated(Spoken each, Severity.Stated stated) {
    return new Brief.Row(
        telling.say("page.brief.stated", speech.party(each.party())),
        speech.grades(stated.scale(), stated.edition(), List.of(stated.level()))
            + ", "
            + speech.scale(stated.scale(), stated.edition()));
  }

  /// What a scale says of the released facts alone; nothing where it cannot read them.
  private Optional<Brief.Row> computed(ScaleEdition edition, List<String> facts) {
    LocalDate day = LocalDate.ofInstant(telling.visit().now(), ZoneOffset.UTC);
    var library = telling.visit().shelf().library();
    var voice = telling.visit().shelf().voice(edition);
    boolean ours = edition.heading().id().equals(own);
    return new RecomputeSeverity(library).classified(edition, facts, day)
            instanceof Checked.Sound<Classification>(Classification classification, _)
        ? Optional.of(
            new Brief.Row(
                telling.say(ours ? "page.brief.own-scale" : "page.brief.scale", voice.title()),
                telling.level(voice, classification)))
        : Optional.empty();
  }

  private Optional<ScaleEdition> newest(ScaleId scale) {
    var library = telling.visit().shelf().library();
    return library.editions(scale).stream()
        .reduce((_, newer) -> newer)
        .map(name -> library.edition(name).orThrow());
  }

  private List<ScaleEdition> of(Party party) {
    String issuer = party.code().toLowerCase(java.util.Locale.ROOT) + "/";
    return telling.visit().shelf().library().editions().stream()
        .map(name -> name.scale())
        .filter(scale -> scale.toString().startsWith(issuer))
        .distinct()
        .flatMap(scale -> newest(scale).stream())
        .toList();
  }

  private List<Brief.Row> told() {
    List<Brief.Row> rows = new ArrayList<>();
    for (Dossier each : seen) {
      String name =
          each.outline().heading().format().name()
              + ", "
              + speech.party(each.outline().from().party());
      String came =
          each.accounts().values().stream()
              .map(account ->
                  speech.office(account.recipient())
                      + account
                          .standing()
                          .map(standing -> ": " + reached(account, standing))
                          .orElse(""))
              .collect(Collectors.joining("; "));
      rows.add(new Brief.Row(name, came));
    }
    return rows;
  }

  private String reached(Account account, Standing standing) {
    return speech.standing(account)
        + account.first(standing).map(step -> ", " + telling.moment(step.at())).orElse("")
        + account
            .outside()
            .filter(_ -> standing.isAnswer())
            .map(reply -> ": “" + shortened(reply.words()) + "”")
            .orElse("");
  }

  /// Two pages hold no long answers; the ledger has them whole.
  private static String shortened(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + " …";
  }

  /// What others ask of this State, and by when, as long as no answer in full is recorded.
  private List<Brief.Row> asked() {
    List<Brief.Row> rows = new ArrayList<>();
    for (Spoken each : spoken) {
      boolean open =
          !each.party().equals(desk.office().party())
              && each.dossier().accounts().values().stream()
                  .filter(account -> account.recipient().party().equals(desk.office().party()))
                  .noneMatch(MessageBrief::isDone);
      if (open) {
        ask(each, rows);
      }
    }
    return rows;
  }

  private static boolean isDone(Account account) {
    return account
        .reached()
        .filter(each -> each == Standing.ANSWERED || each == Standing.DECLINED)
        .isPresent();
  }

  private void ask(Spoken each, List<Brief.Row> rows) {
    String texts =
        ASKED.stream().flatMap(key -> text(each, key).stream()).collect(Collectors.joining("; "));
    Optional<String> by = each.statement().ties().replyBy().map(telling::moment);
    if (!texts.isEmpty() || by.isPresent()) {
      rows.add(
          new Brief.Row(
              speech.party(each.party()),
              texts.isEmpty() ? "–" : texts,
              ASKED.stream().flatMap(key -> foreign(each, key).stream()).findFirst()));
    }
    by.ifPresent(moment -> rows.add(new Brief.Row(telling.say("page.message.reply-by"), moment)));
  }
}
