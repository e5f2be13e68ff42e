package org.parley.node.workbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.draft.Adoption;
import org.parley.core.draft.DraftPart;
import org.parley.core.terms.Realm;
import org.parley.duties.workbench.AdoptScale;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.LayeredSource;
import org.parley.node.incidents.House;

/// The editions that the node made its own, laid beside those of the library.
final class OwnShelf implements House.OwnEditions {

  private final AdoptScale adopt;
  private final LayeredSource layers;
  private final Realm realm;
  private volatile List<House.Own> own = List.of();

  OwnShelf(AdoptScale adopt, LayeredSource layers, Realm realm) {
    this.adopt = adopt;
    this.layers = layers;
    this.realm = realm;
    open();
  }

  /// Reads the books again, after an edition was adopted.
  void open() {
    Map<String, byte[]> files = new HashMap<>();
    List<House.Own> names = new ArrayList<>();
    for (Adoption adoption : adopt.adoptions(realm)) {
      String folder = "scales/" + adoption.scale() + "/" + adoption.edition() + "/";
      adopt
          .texts(realm, adoption)
          .forEach((part, text) ->
              files.put(name(folder, adoption, part), text.getBytes(StandardCharsets.UTF_8)));
      names.add(
          new House.Own(new EditionName(adoption.scale(), adoption.edition()), adoption.from()));
    }
    layers.lay(files);
    own = List.copyOf(names);
  }

  /// The plan of the edition adopted last is the plan of its scale.
  private static String name(String folder, Adoption adoption, DraftPart part) {
    return part.equals(DraftPart.PLAN)
        ? "plans/" + adoption.scale().toString().replace("/", "--") + ".yaml"
        : folder + part.name();
  }

  @Override
  public List<House.Own> all() {
    return own;
  }
}
