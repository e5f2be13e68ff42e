package org.parley.formats.contacts;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// What one node passes on of States' sheets, as bytes, there and back.
public final class SheetNewsBytes {

  private static final String KIND = "contact-news";

  /// More than there are States.
  private static final int MOST = 300;

  /// What a parcel can carry.
  private static final Limits LIMITS = new Limits(8 << 20, 6, 2_000);

  private SheetNewsBytes() {}

  public static Octets write(SheetNews news) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      write(json, "sheets", news.sheets());
      write(json, "campaigns", news.campaigns());
    });
  }

  private static void write(JsonGenerator json, String key, List<Octets> all) {
    json.writeArrayPropertyStart(key);
    for (Octets signed : all) {
      json.writeStartObject();
      json.writeStringProperty("signed", Base64.getEncoder().encodeToString(signed.toArray()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static Checked<SheetNews> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<SheetNews> news =
        JsonBytes.tree(bytes, KIND, LIMITS, issues)
            .map(tree -> news(tree, issues))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(news, issues);
  }

  private static SheetNews news(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    SheetNews news = new SheetNews(signed(typed, "sheets"), signed(typed, "campaigns"));
    typed.end();
    return news;
  }

  private static List<Octets> signed(Typed typed, String key) {
    List<Octets> all = new ArrayList<>();
    for (Typed each : typed.maps(key, MOST)) {
      each.octets("signed").ifPresent(all::add);
      each.end();
    }
    return all;
  }
}
