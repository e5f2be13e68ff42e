package org.parley.formats.contacts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.KeyNote;

/// Reads the profiles that teams publish after RFC 2350, as text or Markdown, in English. They are
/// written for people: a section is known by its title, of it only what is unmistakable is taken,
/// and every other sentence is named as lost.
final class ProfileReader {

  /// Profiles have some kilobytes; the limits keep what is none from costing more than a second.
  private static final int LARGEST = 1 << 18;

  private static final int LONGEST_LINE = 2000;
  private static final int LONGEST_TITLE = 160;
  private static final String BEHIND = " \t\u00a0`";
  private static final String AROUND = BEHIND + ">*•-";

  /// Our own title, with the word for an exercise in brackets.
  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(TeamProfile.TITLE) + "(?: \\((.{1,40})\\))?: .*");

  /// `2.4 Telephone number`, `### 2.4. Telephone Number`, `2.4: …`; numbers of lists are none.
  private static final Pattern SECTION =
      Pattern.compile(
          "[#*\\s]*([1-9])\\s?\\.\\s?([1-9][0-9]?)\\s?[.:)]?\\s+(\\p{L}.{2,90}?)[*#:.\\s0-9]*");

  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?i)[#*\\s]*[1-9]\\s?[.:)]?\\s+((?:document|contact|charter|polic|service"
              + "|incident report|disclaim|about).{0,60}?)[*#:.\\s]*");
  private static final Pattern NAMED =
      Pattern.compile("(?i)(full|official|short|name in latin letters)(?: name)?\\s*:\\s*(.+)");
  private static final Pattern AT =
      Pattern.compile("(?i)\\s{0,4}[\\[({<]\\s{0,4}(?:at|@)\\s{0,4}[])}>]\\s{0,4}");
  private static final Pattern DOT =
      Pattern.compile(
          "(?i)\\s{0,4}[\\[({<]\\s{0,4}(?:dot|punkt)\\s{0,4}[])}>]\\s{0,4}"
              + "|(?<=\\w)\\s{1,4}\\.\\s{1,4}(?=\\w)");
  private static final Pattern MAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,8}");
  private static final Pattern NUMBER = Pattern.compile("\\+[0-9][0-9 ()/.-]{5,30}[0-9]");
  private static final Pattern PAGE = Pattern.compile("https?://[^\\s<>\"')]{3,200}");
  private static final Pattern FINGERPRINT =
      Pattern.compile(
          "(?i)(?<![0-9A-FX][ :]{0,2})(?:0x)?((?:[0-9A-F]{4}[ :\u00a0]{0,2}){8,16})(?![0-9A-F])"
              + "(?![ :\u00a0]{0,2}[0-9A-F]{4}\\b)");
  private static final Pattern UNTIL =
      Pattern.compile("(?i)(?:until|expir\\w{0,6})\\W{1,4}([0-9]{4}-[0-9]{2}-[0-9]{2})");
  private static final Pattern ZONE =
      Pattern.compile("\\b(?:[A-Z][a-z]{2,20}/[A-Z][A-Za-z_]{2,30}|UTC)\\b");
  private static final Pattern LANGUAGES =
      Pattern.compile(Pattern.quote(TeamProfile.LANGUAGES) + "([A-Za-z0-9, -]+)");
  private static final Pattern ATTENTION = Pattern.compile("(?i)\\b(attn|attention|c/o)\\b");
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)(none|n/?a|none available|not available|not applicable|not said|-+)?\\s*\\.?");

  private final OfferBuilder offer = new OfferBuilder();
  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private List<String> lines = new ArrayList<>();
  private boolean ours;
  private boolean named;
  private int order;

  private ProfileReader() {}

  /// The teams of which the name and the mail stand under titles of the RFC; none in any other
  /// file.
  static List<Offer> read(byte[] bytes) {
    return bytes.length > LARGEST
        ? List.of()
        : teams(bytes).stream().map(ProfileReader::offered).toList();
  }

  private static List<ProfileReader> teams(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<ProfileReader> all = new ArrayList<>();
    all.add(new ProfileReader());
    boolean armoured = false;
    for (String line : text.split("\r?\n|\f")) {
      boolean begins = line.matches(".{0,6}BEGIN PGP (PUBLIC KEY BLOCK|SIGNATURE).{0,6}");
      if (begins) {
        all.getLast().add(line);
      } else if (!armoured) {
        heading(all, line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
      }
      armoured = (armoured || begins) && !line.matches(".{0,6}END PGP .{5,30}");
    }
    return all.stream().filter(ProfileReader::isTeam).toList();
  }

  private static void heading(List<ProfileReader> all, String line) {
    String title = line.length() > LONGEST_TITLE ? "" : line;
    Matcher own = OURS.matcher(title);
    Matcher section = SECTION.matcher(title);
    Matcher chapter = CHAPTER.matcher(title);
    if (own.matches()) {
      all.add(new ProfileReader());
      all.getLast().ours = true;
      Optional.ofNullable(own.group(1)).ifPresent(_ -> all.getLast().offer.exercise());
    } else if (section.matches()) {
      int number = Integer.parseInt(section.group(1)) * 100 + Integer.parseInt(section.group(2));
      // What came before was a table of contents, or another team.
      if (number < 200 && number <= all.getLast().order) {
        all.add(new ProfileReader());
      }
      all.getLast().order = number;
      all.getLast().begin(section.group(3).strip());
    } else if (chapter.matches()) {
      all.getLast().begin(chapter.group(1));
    } else {
      all.getLast().add(line);
    }
  }

  private void begin(String title) {
    lines = sections.computeIfAbsent(title, _ -> new ArrayList<>());
  }

  private void add(String line) {
    if (sections.isEmpty()) {
      begin("?");
    }
    String plain = bare(line);
    if (!NOTHING.matcher(plain).matches()) {
      lines.add(plain);
    }
  }

  /// Without blanks around, and without the marks of a list, a quotation or code.
  private static String bare(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && AROUND.indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && BEHIND.indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return line.substring(from, to);
  }

  private boolean isTeam() {
    return sections.entrySet().stream()
            .anyMatch(each -> isName(each.getKey()) && !each.getValue().isEmpty())
        && sections.keySet().stream().anyMatch(title -> lower(title).contains("mail"));
  }

  private static boolean isName(String title) {
    return lower(title).startsWith("name") || lower(title).startsWith("team name");
  }

  private static String lower(String title) {
    return title.toLowerCase(Locale.ROOT);
  }

  private Offer offered() {
    sections.forEach((title, lines) -> {
      if (!lines.isEmpty()) {
        take(title, lower(title), lines);
      }
    });
    return offer.build();
  }

  private void take(String title, String said, List<String> lines) {
    String text = String.join("\n", lines);
    if (isName(title)) {
      lines.forEach(line -> name(title, line));
    } else if (said.startsWith("address") || said.startsWith("postal")) {
      address(title, lines);
    } else if (said.contains("time zone") || said.startsWith("timezone")) {
      zone(text);
    } else if (said.startsWith("telephone") || said.startsWith("phone")) {
      found(title, lines, NUMBER, (line, number) -> offer.channel(phone(line), number));
    } else if (said.startsWith("facsimile") || said.startsWith("fax")) {
      found(title, lines, NUMBER, (_, number) -> offer.channel(Channel.Means.FAX, number));
    } else if (said.startsWith("other tele")) {
      lines.forEach(line -> offer.channel(Channel.Means.OTHER, line));
    } else if (said.contains("mail")) {
      List<String> plain = lines.stream().map(ProfileReader::spelled).toList();
      found(title, plain, MAIL, (_, mail) -> offer.channel(Channel.Means.MAIL, mail));
    } else if (said.startsWith("public key") || said.startsWith("encryption")) {
      found(title, lines, FINGERPRINT, this::key);
    } else if (said.startsWith("other information")) {
      found(title, lines, PAGE, (_, page) -> offer.channel(Channel.Means.WEB, page));
    } else if (said.contains("customer contact") || said.startsWith("points of")) {
      lines.forEach(this::hours);
    } else if (said.startsWith("mission")) {
      offer.task(text);
    } else if (said.startsWith("constituency")) {
      constituency(text);
    } else if (said.contains("member")) {
      lose(!ours, title, text, Offer.Why.PERSON);
    } else {
      lose(!(ours && said.startsWith("communication")), title, text, Offer.Why.NO_FIELD);
    }
  }

  /// Of our own profile neither what is said twice nor the sentence that no person is listed.
  private void lose(boolean says, String title, String text, Offer.Why why) {
    if (says) {
      offer.lose(title, text, why);
    }
  }

  private void name(String title, String line) {
    Matcher label = NAMED.matcher(line);
    boolean labelled = label.matches();
    if (labelled && lower(label.group(1)).equals("short")) {
      offer.shortName(label.group(2).strip());
    } else if (labelled && lower(label.group(1)).startsWith("name")) {
      offer.international(label.group(2).strip());
    } else if (!named) {
      named = true;
      offer.names(Optional.of(labelled ? label.group(2).strip() : line), Optional.empty());
    } else {
      offer.lose(title, line, Offer.Why.NO_FIELD);
    }
  }

  /// Post to the attention of a person is post to the office here.
  private void address(String title, List<String> lines) {
    List<String> kept = new ArrayList<>(lines);
    kept.removeIf(line -> ATTENTION.matcher(line).find());
    for (int at = kept.size(); at < lines.size(); at++) {
      offer.lose(title, "", Offer.Why.PERSON);
    }
    offer.address(String.join("\n", kept));
  }

  private void zone(String text) {
    Matcher zone = ZONE.matcher(text);
    offer.zone(zone.find() ? zone.group() : text);
  }

  private static Channel.Means phone(String line) {
    return line.matches("(?i).*\\b(emergency|duty)\\b.*")
        ? Channel.Means.DUTY_PHONE
        : Channel.Means.PHONE;
  }

  /// Takes what is found in each line; where a line says more than that, it is told as lost.
  private void found(
      String title, List<String> lines, Pattern what, BiConsumer<String, String> take) {
    for (String line : lines) {
      Matcher matcher = what.matcher(line);
      while (matcher.find()) {
        take.accept(line, matcher.group(matcher.groupCount()));
      }
      String rest = matcher.replaceAll("").replace(TeamProfile.DUTY, "");
      if (rest.matches(".*[\\p{L}\\p{N}].*") && !(ours && what == FINGERPRINT)) {
        offer.lose(title, line, Offer.Why.NO_FIELD);
      }
    }
  }

  private void key(String line, String digits) {
    Matcher until = UNTIL.matcher(line);
    offer.key(
        lower(line).startsWith(KeyNote.Scheme.SMIME.word())
            ? KeyNote.Scheme.SMIME
            : KeyNote.Scheme.OPENPGP,
        digits,
        until.find() ? Optional.of(until.group(1)) : Optional.empty());
  }

  /// An address as it is spelled against machines that gather them.
  private static String spelled(String line) {
    String plain = AT.matcher(line).replaceAll("@");
    return plain.equals(line) ? line : DOT.matcher(plain).replaceAll(".");
  }

  private void hours(String line) {
    Matcher languages = LANGUAGES.matcher(line);
    if (languages.matches()) {
      List.of(languages.group(1).split(", *")).forEach(offer::language);
    } else {
      offer.hours(line);
    }
  }

  /// In our own profiles it is the State.
  private void constituency(String text) {
    if (ours) {
      offer.state(Optional.of(text));
    } else {
      offer.task(text);
    }
  }
}
