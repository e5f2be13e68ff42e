package org.parley.node.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Heading;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.EditionName;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// Lists the scales of this node, and hands out the contract of the interface.
@Controller
final class ScaleListDoor {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @GetMapping("/api/v1/scales")
  ResponseEntity<byte[]> scales(Visit visit) {
    List<Map<String, Object>> scales = new ArrayList<>();
    for (EditionName name : visit.shelf().library().editions()) {
      scales.add(scale(visit.shelf().library().edition(name).orThrow()));
    }
    return json(Map.of("scales", scales));
  }

  private static Map<String, Object> scale(ScaleEdition edition) {
    Heading heading = edition.heading();
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("id", heading.id().toString());
    scale.put("edition", heading.edition());
    scale.put("title", heading.title());
    scale.put("issuer", heading.issuer());
    scale.put("authority", heading.authority().name().toLowerCase(java.util.Locale.ROOT));
    scale.put("levels", edition.levels().mildestFirst().stream().map(Grade.Level::name).toList());
    scale.put("from", heading.validity().from().toString());
    heading.validity().to().ifPresent(to -> scale.put("to", to.toString()));
    scale.put("sha256", edition.digest().hex());
    return scale;
  }

  private static ResponseEntity<byte[]> json(Object document) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/v1/openapi.yaml")
  ResponseEntity<byte[]> contract() {
    try (InputStream in = ScaleListDoor.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its contract");
      }
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType("application/yaml"))
          .body(in.readAllBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException("the contract inside the program cannot be read", fault);
    }
  }
}
