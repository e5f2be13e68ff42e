package org.parley.node.messages.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.view.Sight;
import org.parley.node.attachments.FileView;
import org.parley.node.web.Shelves;

/// One statement as the page of its conversation shows it to an office.
///
/// @param content what it says; empty where the office has not opened it, or it was erased
/// @param ledger how far it came with each recipient that the office may know of
/// @param ties what it answers or corrects, and what answers or corrects it
/// @param deeds what the office may do with it now
public record StatementView(
    Dossier dossier,
    Sight sight,
    Optional<Content> content,
    List<Recipient> ledger,
    Tied ties,
    Set<Deed> deeds) {

  public StatementView {
    ledger = List.copyOf(ledger);
    deeds = Set.copyOf(deeds);
  }

  /// What an office may do with a statement.
  public enum Deed {
    OPEN,
    ACKNOWLEDGE,
    ANSWER,
    DECLINE,
    PASS_TO_DEPUTY,
    PASS_TO_POLICY,
    CLEAR,
    GIVE_UP,
    CORRECT
  }

  /// @param answers the number of the statement it answers
  /// @param corrects the number of the statement it corrects or cancels
  /// @param successors the numbers of what corrects or cancels it
  public record Tied(Optional<Link> answers, Optional<Link> corrects, List<Link> successors) {
    public Tied {
      successors = List.copyOf(successors);
    }
  }

  /// @param anchor where on the page it stands
  public record Link(String anchor, String text) {}

  /// What a statement says.
  ///
  /// @param tongues the languages it says it in, the authentic one first
  /// @param files what goes with it
  public record Content(
      List<ItemView> items,
      Optional<SeverityView> severity,
      List<Tongue> tongues,
      List<FileView> files) {
    public Content {
      items = List.copyOf(items);
      tongues = List.copyOf(tongues);
      files = List.copyOf(files);
    }

    /// In which language the text counts.
    public String language() {
      return tongues.getFirst().tag();
    }

    /// The languages beside the authentic one in which something stands under an item.
    public List<Tongue> beside(ItemView item) {
      return tongues.stream()
          .skip(1)
          .filter(tongue -> item.translations().containsKey(tongue.tag()))
          .toList();
    }
  }

  /// One language of a statement.
  ///
  /// @param name as the language calls itself
  /// @param worth what its text is worth, in the reader's words
  public record Tongue(String tag, String name, String worth) {

    /// The languages of a statement, the authentic one first.
    public static List<Tongue> of(
        Heading.Languages languages, MessageSpeech speech, Shelves shelves) {
      List<Tongue> tongues = new ArrayList<>();
      tongues.add(named(languages.authentic(), speech.authentic(), shelves));
      languages
          .translations()
          .forEach((language, made) -> tongues.add(named(language, speech.worth(made), shelves)));
      return List.copyOf(tongues);
    }

    private static Tongue named(String language, String worth, Shelves shelves) {
      boolean known = shelves.languages().contains(language);
      return new Tongue(language, known ? shelves.ownName(language) : language, worth);
    }
  }

  /// @param title what is asked
  /// @param said what stands under it, in the reader's words where it is a choice, NIL or a reason
  /// @param translations by language
  /// @param nil what NIL means, where it is NIL
  /// @param own whether the texts are the sender's own words, in the sender's language
  public record ItemView(
      int number,
      String title,
      Item.Said said,
      List<String> texts,
      SortedMap<String, List<String>> translations,
      String nil,
      boolean own) {
    public ItemView {
      texts = List.copyOf(texts);
    }
  }

  /// @param stated what the sender states
  /// @param found what its facts give, as the sender computed it
  /// @param again what came of computing it again here
  public record SeverityView(
      Optional<String> stated, Optional<String> found, Optional<Again> again, List<String> facts) {
    public SeverityView {
      facts = List.copyOf(facts);
    }
  }

  /// @param agrees whether our own library finds the same
  public record Again(boolean agrees, String says) {}

  /// @param copy whether it has it to know only
  /// @param standing how far it came; empty where nobody here knows
  /// @param remindable whether the office may ask it again
  /// @param answerable whether what it says in another way may be taken down
  public record Recipient(
      OfficeId office,
      boolean copy,
      Optional<Standing> standing,
      NextStep next,
      boolean remindable,
      boolean answerable,
      List<StepView> steps) {
    public Recipient {
      steps = List.copyOf(steps);
    }
  }

  /// @param claimed when it happened by the other side's clock, where that is another
  /// @param why the channel, the reason, or what it led to
  /// @param outside what it rests on, where that is no receipt
  public record StepView(
      Standing standing,
      Instant at,
      Optional<Instant> claimed,
      OfficeId by,
      String why,
      Optional<OutsideView> outside) {}

  /// What an officer took down.
  ///
  /// @param says by which way it came, of which grade it is, and what was checked
  /// @param mail where the mail that was kept can be had
  public record OutsideView(String says, Optional<String> mail) {}

  public String anchor() {
    return anchor(dossier);
  }

  public static String anchor(Dossier dossier) {
    return "s-" + dossier.digest().brief();
  }

  public boolean may(Deed deed) {
    return deeds.contains(deed);
  }
}
