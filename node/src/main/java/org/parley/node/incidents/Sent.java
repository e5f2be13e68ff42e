package org.parley.node.incidents;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Files to take away: always to be saved and never to be opened in the node's own page.
public final class Sent {

  private Sent() {}

  public static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .headers(headers -> {
          headers.setContentDisposition(
              ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(bytes);
  }
}
