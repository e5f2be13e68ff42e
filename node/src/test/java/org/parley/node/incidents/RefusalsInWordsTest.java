package org.parley.node.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.IssueCode;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;

/// Why a deed on an incident is refused is told in the reader's language, whichever code it is.
class RefusalsInWordsTest {

  private static final Pattern CODE = Pattern.compile("IssueCode\\.([A-Z_0-9]+)");

  /// The codes with which deeds on incidents are refused, read off the rooms that decide them.
  private static Set<IssueCode> codes() throws IOException {
    Set<IssueCode> codes = new TreeSet<>();
    for (String room :
        new String[] {
          "../core/src/main/java/org/parley/core/casefile",
          "../duties/src/main/java/org/parley/duties/casefile"
        }) {
      try (Stream<Path> files = Files.walk(Path.of(room))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher code = CODE.matcher(Files.readString(file));
          while (code.find()) {
            codes.add(IssueCode.valueOf(code.group(1)));
          }
        }
      }
    }
    codes.removeIf(code -> !code.isError());
    return codes;
  }

  @Test
  void everyCodeOfADeedOnAnIncidentHasWordsInEveryLanguage() throws IOException {
    Set<IssueCode> codes = codes();

    assertThat(codes).hasSizeGreaterThan(20);
    for (String language : new String[] {"en", "fr", "de", "it", "ru", "es"}) {
      Words words = Shelf.open(Shelf.library(Optional.empty()), language).words();
      for (IssueCode code : codes) {
        String key = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(words.knows("page.refused." + key)).as("%s in %s", key, language).isTrue();
      }
    }
  }
}
