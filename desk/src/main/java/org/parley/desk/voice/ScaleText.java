package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.core.scale.Heading;
import org.parley.core.scale.ScaleEdition;

/// Tells what an edition is: whose it is, when it holds, its levels, its rule, its sources.
public final class ScaleText {

  private final ScaleVoice voice;
  private final Words words;
  private final ScaleEdition edition;

  public ScaleText(ScaleVoice voice) {
    this.voice = voice;
    this.words = voice.words();
    this.edition = voice.edition();
  }

  /// Whose text it is: the issuer's own, a transcription, a draft.
  public String authority() {
    return words.say("authority." + edition.heading().authority().name().toLowerCase(Locale.ROOT));
  }

  public void tell(Page page) {
    page.title(voice.title());
    tellContent(page);
  }

  /// Everything but the title.
  public void tellContent(Page page) {
    page.table(2, facts());
    page.heading(words.say("heading.levels"));
    edition
        .levels()
        .mildestFirst()
        .reversed()
        .forEach(level ->
            page.line(
                2,
                voice.bar(List.of(level), page.paint()) + "  " + voice.grade(level, page.paint())));
    new RuleText(voice, page).tell();
    sources(page);
  }

  private List<List<String>> facts() {
    Heading heading = edition.heading();
    Heading.Validity validity = heading.validity();
    return List.of(
        List.of(words.say("heading.scale"), heading.quoted()),
        List.of(words.say("heading.issuer"), heading.issuer()),
        List.of(words.say("heading.authority"), authority()),
        List.of(
            words.say("heading.assessed"),
            words.say("assessed." + heading.unit().name().toLowerCase(Locale.ROOT))),
        List.of(
            words.say("heading.valid"),
            validity.from() + " – " + validity.to().map(Object::toString).orElse("")),
        List.of("SHA-256", edition.digest().hex()));
  }

  private void sources(Page page) {
    page.heading(words.say("heading.sources"));
    List<List<String>> rows = new ArrayList<>();
    edition
        .vocabulary()
        .sources()
        .values()
        .forEach(source ->
            rows.add(
                List.of(
                    source.key(),
                    words.say("certainty." + source.certainty().word()),
                    source.text())));
    page.table(2, rows);
  }
}
