package org.parley.formats.exchange;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.formats.tree.Tree;

/// Reads what a statement and its outline have in common.
final class HeadReader {

  private static final long MOST_ENTRIES = 999_999_999_999_999L;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LANGUAGES = 50;

  private final Typed typed;

  HeadReader(Typed typed) {
    this.typed = typed;
  }

  /// Empty where something was wrong, which is told.
  Optional<Outline> read() {
    Optional<Heading> heading = heading();
    Optional<Route> route = route();
    Optional<Marking> marking = typed.map("marking").flatMap(MarkingJson::read);
    Optional<Ties> ties = ties();
    if (heading.isEmpty() || route.isEmpty() || marking.isEmpty() || ties.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Outline(heading.get(), route.get(), ties.get(), marking.get()));
  }

  private Optional<Heading> heading() {
    Optional<FormatId> format = typed.as("format", "format such as C3/1", FormatId::parse);
    Optional<ConversationId> conversation =
        typed.as("conversation", "UUID in lower case", ConversationId::parse);
    Optional<Realm> realm = typed.realm("realm");
    Optional<SeriesNumber> number =
        typed.as("number", "number such as 17 or EX-17", SeriesNumber::parse);
    Optional<Instant> created = typed.moment("created");
    Optional<Heading.Languages> languages = languages();
    boolean ownSeries = realm.isEmpty() || number.isEmpty() || number.get().fits(realm.get());
    if (!ownSeries) {
      typed.refuse("exercises have their own series of numbers, which begin with EX-");
    }
    if (format.isEmpty()
        || conversation.isEmpty()
        || realm.isEmpty()
        || number.isEmpty()
        || created.isEmpty()
        || languages.isEmpty()
        || !ownSeries) {
      return Optional.empty();
    }
    return Optional.of(
        new Heading(
            format.get(),
            conversation.get(),
            realm.get(),
            number.get(),
            created.get(),
            languages.get()));
  }

  private Optional<Heading.Languages> languages() {
    Optional<String> authentic = typed.as("language", "language tag such as en", HeadReader::tag);
    SortedMap<String, Heading.Made> translations = new TreeMap<>();
    List<Tree.Entry> entries = typed.fields().named("translations").orElse(List.of());
    for (Tree.Entry entry : entries) {
      Optional<Heading.Made> made = made(entry.value());
      if (made.isEmpty() || tag(entry.key()).isEmpty()) {
        typed.wrong(entry.value(), entry.key(), "is no translation made by a person or machine");
        return Optional.empty();
      }
      translations.put(entry.key(), made.get());
    }
    return equal(translations) && authentic.isPresent()
        ? Optional.of(new Heading.Languages(authentic.get(), translations))
        : Optional.empty();
  }

  /// Marks what is as authentic as the other; false where that was wrong, which is told.
  private boolean equal(SortedMap<String, Heading.Made> translations) {
    if (!typed.has("alsoAuthentic")) {
      return true;
    }
    Optional<List<String>> equal =
        typed.list("alsoAuthentic", MOST_LANGUAGES, "language tag such as fr", HeadReader::tag);
    boolean sound =
        equal.isPresent()
            && !equal.get().isEmpty()
            && equal.get().stream().distinct().count() == equal.get().size()
            && equal.get().stream().allMatch(each -> translations.get(each) == Heading.Made.PERSON);
    if (sound) {
      equal.get().forEach(each -> translations.put(each, Heading.Made.EQUAL));
    } else if (equal.isPresent()) {
      typed.refuse("\"alsoAuthentic\" names languages of \"translations\" made by a person, once");
    }
    return sound;
  }

  private static Optional<Heading.Made> made(Tree tree) {
    return tree instanceof Tree.Text(String text, _, _)
        ? Stream.of(Heading.Made.PERSON, Heading.Made.MACHINE)
            .filter(made -> HeadWriter.word(made).equals(text))
            .findFirst()
        : Optional.empty();
  }

  static Optional<String> tag(String text) {
    return Heading.Languages.isTag(text) ? Optional.of(text) : Optional.empty();
  }

  private Optional<Route> route() {
    Optional<Typed> from = typed.map("from");
    Optional<OfficeId> office = from.flatMap(each -> each.office("office"));
    Optional<NodeId> node = from.flatMap(each -> each.node("node"));
    Optional<Digest> certificates = from.flatMap(each -> each.digest("certificates"));
    from.ifPresent(Typed::end);
    String what = "office such as XA/technical";
    Optional<List<OfficeId>> to = typed.list("to", Route.MOST_RECIPIENTS, what, OfficeId::parse);
    Optional<List<OfficeId>> copy =
        typed.has("copy")
            ? typed.list("copy", Route.MOST_RECIPIENTS, what, OfficeId::parse)
            : Optional.of(List.of());
    if (office.isEmpty()
        || node.isEmpty()
        || certificates.isEmpty()
        || to.isEmpty()
        || copy.isEmpty()) {
      return Optional.empty();
    }
    return route(office.get(), node.get(), certificates.get(), to.get(), copy.get());
  }

  private Optional<Route> route(
      OfficeId office, NodeId node, Digest certificates, List<OfficeId> to, List<OfficeId> copy) {
    Set<OfficeId> once = new HashSet<>(to);
    once.addAll(copy);
    boolean sound = true;
    if (to.isEmpty() || once.size() != to.size() + copy.size() || once.contains(office)) {
      typed.refuse("a statement has a recipient, each stands once, and the sender is none of them");
      sound = false;
    }
    if (once.size() > Route.MOST_RECIPIENTS) {
      typed.refuse("a statement has at most %d recipients".formatted(Route.MOST_RECIPIENTS));
      sound = false;
    }
    if (!node.party().equals(office.party())) {
      typed.refuse("an office speaks through a node of its own party");
      sound = false;
    }
    return sound ? Optional.of(new Route(office, node, certificates, to, copy)) : Optional.empty();
  }

  private Optional<Ties> ties() {
    Optional<Ties.Reply> reply = typed.maybeMap("inReplyTo").flatMap(HeadReader::reply);
    Optional<Digest> supersedes = typed.maybeDigest("supersedes");
    Optional<Instant> replyBy = typed.maybeMoment("replyBy");
    Optional<Ties.Anchor> anchor = typed.maybeMap("anchor").flatMap(HeadReader::anchor);
    boolean sound =
        typed.has("inReplyTo") == reply.isPresent()
            && typed.has("supersedes") == supersedes.isPresent()
            && typed.has("replyBy") == replyBy.isPresent()
            && typed.has("anchor") == anchor.isPresent();
    return sound ? Optional.of(new Ties(reply, supersedes, replyBy, anchor)) : Optional.empty();
  }

  private static Optional<Ties.Reply> reply(Typed typed) {
    Optional<Digest> statement = typed.digest("statement");
    Optional<Ties.Extent> extent =
        typed.as("extent", "extent: full, partial or declined", Ties.Extent::parse);
    typed.end();
    return statement.flatMap(digest -> extent.map(each -> new Ties.Reply(digest, each)));
  }

  private static Optional<Ties.Anchor> anchor(Typed typed) {
    Optional<String> log = typed.text("log", LONGEST_NAME);
    Optional<Long> size = typed.whole("size", 0, MOST_ENTRIES);
    Optional<Digest> root = typed.digest("root");
    typed.end();
    return log.isPresent() && size.isPresent() && root.isPresent()
        ? Optional.of(new Ties.Anchor(log.get(), size.get(), root.get()))
        : Optional.empty();
  }
}
