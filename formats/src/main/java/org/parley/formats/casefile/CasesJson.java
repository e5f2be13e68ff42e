package org.parley.formats.casefile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.parley.fact.KnownFacts;

/// Several cases as one reader may see them, as one JSON file to take away; what that reader may
/// not have is named as left out.
public final class CasesJson {

  private final CaseJson one;

  public CasesJson(KnownFacts facts) {
    this.one = new CaseJson(facts);
  }

  public Octets write(List<SeenCase> cases, List<CaseId> leftOut) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "{\"parley\":\"incident-exports/1\",");
    cases.stream()
        .map(SeenCase::covering)
        .reduce(Marking::with)
        .ifPresent(whole -> put(out, marking(whole) + ","));
    put(out, "\"incidents\":[");
    for (int at = 0; at < cases.size(); at++) {
      put(out, at == 0 ? "" : ",");
      out.writeBytes(one.write(cases.get(at)).toArray());
    }
    List<String> names = new ArrayList<>();
    leftOut.forEach(id -> names.add("\"" + id + "\""));
    put(out, "],\"leftOut\":[" + String.join(",", names) + "]}");
    return Octets.of(out.toByteArray());
  }

  /// The marking of all that is in the file, as a property.
  private static String marking(Marking whole) {
    String object =
        JsonBytes.write(
                json -> {
                  json.writeName("marking");
                  MarkingJson.write(json, whole);
                })
            .shown();
    return object.substring(1, object.length() - 1);
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
