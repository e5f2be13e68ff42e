package org.parley.node.messages.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.format.ItemRule;

/// A statement to be made a note verbale of, and the notes that were.
///
/// @param languages in which a note can stand beside the authentic text
/// @param notes those that the office has made of it
/// @param writes whether the visitor may make one
public record NotePage(
    ConversationId conversation,
    Spoken spoken,
    List<String> languages,
    List<Made> notes,
    boolean writes,
    MessageSpeech speech) {

  public NotePage {
    languages = List.copyOf(languages);
    notes = List.copyOf(notes);
  }

  /// @param second its second language
  public record Made(int count, String number, Instant at, Optional<String> second) {}

  public String path() {
    return "/messages/" + conversation + "/note";
  }

  public String authentic() {
    return spoken.statement().heading().languages().authentic();
  }

  /// The items that only people can translate: free text.
  public List<Item> free() {
    return spoken.statement().items().stream()
        .filter(item -> item.said() instanceof Item.Value)
        .filter(item -> isFree(spoken.format().item(item.number())))
        .toList();
  }

  /// The language that the statement brings its own translation in, if it does.
  public Optional<String> own() {
    return spoken.statement().heading().languages().translations().keySet().stream().findFirst();
  }

  /// What the statement itself says under an item in that language; empty where nothing.
  public Optional<String> own(Item item) {
    return own().map(item.translations()::get).map(texts -> String.join("\n", texts));
  }

  /// What that translation is worth; a courtesy translation where there is none.
  public Heading.Made made() {
    return own()
        .map(spoken.statement().heading().languages().translations()::get)
        .orElse(Heading.Made.PERSON);
  }

  /// Whether what stands under an item is text that can be translated; a reference is none.
  public static boolean isFree(Optional<ItemRule> rule) {
    return rule.filter(each -> !each.isTranslatable()).isEmpty();
  }

  public String title(Item item) {
    return item.number() + ". " + spoken.format().item(item.number()).map(speech::title).orElse("");
  }

  public String text(Item item) {
    return item.said() instanceof Item.Value(List<String> texts) ? String.join("\n", texts) : "";
  }
}
