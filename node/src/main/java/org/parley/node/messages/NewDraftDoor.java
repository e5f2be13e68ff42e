package org.parley.node.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.view.Sight;
import org.parley.core.people.Action;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Chance;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Begins a message: from blank, from an incident, as an answer, as a correction.
@Controller
final class NewDraftDoor {

  private final DraftDesk drafts;
  private final Chance chance;
  private final Press press;

  NewDraftDoor(DraftDesk drafts, Chance chance, Press press) {
    this.drafts = drafts;
    this.chance = chance;
    this.press = press;
  }

  @GetMapping("/drafts/new")
  ResponseEntity<byte[]> choose(Visit visit, @RequestParam(defaultValue = "") String incident) {
    Optional<PostRoom.Desk> desk = drafts.room().desk(visit);
    if (desk.isEmpty()) {
      return press.page(visit, "messages/apart", "page.messages.title", Map.of());
    }
    Optional<SeenCase> seen =
        incident.isEmpty() ? Optional.empty() : drafts.incidents().find(visit, incident);
    return press.page(
        visit,
        "messages/choose",
        "page.write.title",
        Map.of(
            "formats",
            formats(desk.get()),
            "incident",
            seen.map(each -> each.what().id().toString()).orElse(""),
            "about",
            seen.map(each -> each.what().head().number() + " · " + each.what().story().title())
                .orElse(""),
            "speech",
            Mail.speech(visit, desk.get())));
  }

  /// The formats that the office can begin a conversation with.
  private static List<Format> formats(PostRoom.Desk desk) {
    return desk.home().formats().newest().stream()
        .filter(format -> format.use().bond() == Format.Bond.FREE)
        .filter(format -> format.use().senders().contains(desk.office().kind()))
        .filter(format -> !format.use().exerciseOnly() || desk.realm() instanceof Realm.Exercise)
        .toList();
  }

  @PostMapping("/drafts/new")
  ResponseEntity<byte[]> begin(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<PostRoom.Desk> there = drafts.room().desk(visit);
    if (there.isEmpty()) {
      return press.see("/messages");
    }
    PostRoom.Desk desk = there.get();
    DraftFields asked = DraftFields.of(said);
    Optional<Format> format = DraftReader.format(desk, asked);
    if (format.isEmpty()) {
      return press.see("/drafts/new");
    }
    DraftFields fields =
        DraftFields.of(new LinkedHashMap<>())
            .with("format", format.get().id().toString())
            .with("language", visit.language())
            .with("tlp", "AMBER");
    Optional<SeenCase> incident = drafts.incidents().find(visit, asked.text("incident"));
    if (incident.isPresent()) {
      fields = drafts.incidents().begin(fields, incident.get(), format.get());
    }
    for (String tie : List.of("reply", "supersedes")) {
      if (asked.has(tie)) {
        fields = tied(desk, fields, asked, tie, format.get());
      }
    }
    UUID id = random();
    drafts.keep(desk, id, format.get(), fields);
    return press.see("/drafts/" + id);
  }

  /// An answer or a correction begins with the same offices and the same marking.
  private DraftFields tied(
      PostRoom.Desk desk, DraftFields fields, DraftFields asked, String tie, Format format) {
    ConversationId conversation =
        drafts.room().need(desk, asked.text("conversation"), Action.READ_MESSAGE);
    Conversation state = desk.open(conversation);
    Dossier other =
        Optional.of(asked.text(tie))
            .filter(text -> text.matches("[0-9a-f]{64}"))
            .map(Digest::new)
            .flatMap(state::find)
            .filter(dossier ->
                Sight.of(dossier, desk.office())
                    .filter(sight -> sight.reads(dossier, desk.office()))
                    .isPresent())
            .orElseThrow(AbsentException::new);
    DraftFields begun =
        fields
            .with("conversation", conversation.toString())
            .with(tie, other.digest().hex())
            .with("tlp", other.outline().marking().tlp().word());
    begun =
        other.outline().marking().pap().isPresent()
            ? begun.with("pap", other.outline().marking().pap().get().name())
            : begun;
    if (tie.equals("reply")) {
      begun = begun.with("r." + other.outline().from(), "to");
      return reference(desk, begun, other, format);
    }
    for (var office : other.outline().route().to()) {
      begun = begun.with("r." + office, "to");
    }
    for (var office : other.outline().route().copy()) {
      begun = begun.with("r." + office, "copy");
    }
    return begun;
  }

  /// The reference of what is answered, where both formats have one.
  private DraftFields reference(
      PostRoom.Desk desk, DraftFields fields, Dossier other, Format format) {
    Optional<Integer> here = format.item("reference").map(rule -> rule.number());
    Optional<Integer> there =
        desk.home()
            .formats()
            .find(other.outline().heading().format())
            .flatMap(asked -> asked.item("reference"))
            .map(rule -> rule.number());
    if (here.isEmpty() || there.isEmpty()) {
      return fields;
    }
    return StatementViews.statement(desk, other.digest())
        .flatMap(statement -> statement.item(there.get()))
        .map(Item::said)
        .filter(Item.Value.class::isInstance)
        .map(said -> fields.with("i." + here.get(), ((Item.Value) said).texts().getFirst()))
        .orElse(fields);
  }

  private UUID random() {
    Octets drawn = chance.draw(16);
    return UUID.nameUUIDFromBytes(drawn.toArray());
  }
}
