package org.parley.core.exchange.clarify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.terms.Party;

/// A statement that was said and that an office may read, with the format by which it is read.
public record Spoken(Dossier dossier, Statement statement, Format format) {

  public OfficeId from() {
    return statement.from();
  }

  public Party party() {
    return statement.from().party();
  }

  int number() {
    return format.id().number();
  }

  /// What stands under an item, found by the item's key; empty where nothing, NIL or a reason does.
  public List<String> texts(String key) {
    return item(key)
        .map(Item::said)
        .filter(Item.Value.class::isInstance)
        .map(said -> ((Item.Value) said).texts())
        .orElse(List.of());
  }

  /// The same with what the sender gives in other languages beside it.
  public List<Part> parts(String key) {
    return item(key)
        .filter(item -> item.said() instanceof Item.Value)
        .map(item -> Part.of(item, ((Item.Value) item.said()).texts()))
        .orElse(List.of());
  }

  public Optional<String> text(String key) {
    return texts(key).stream().findFirst();
  }

  public Optional<Instant> moment(String key) {
    return text(key).filter(ItemType::isMoment).map(Instant::parse);
  }

  public Optional<Item> item(String key) {
    return format.item(key).map(ItemRule::number).flatMap(statement::item);
  }

  /// How far it answers another statement; empty where it does not.
  public Optional<Ties.Extent> answers(Spoken other) {
    return statement
        .ties()
        .inReplyTo()
        .filter(reply -> reply.statement().equals(other.dossier().digest()))
        .map(Ties.Reply::extent);
  }
}
