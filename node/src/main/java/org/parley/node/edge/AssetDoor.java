package org.parley.node.edge;

import java.time.Duration;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Assets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands out styles, scripts and pictures.
@Controller
final class AssetDoor {

  private final Assets assets;

  AssetDoor(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/static/{digest}/{name}")
  ResponseEntity<byte[]> asset(
      @PathVariable("digest") String digest, @PathVariable("name") String name) {
    Assets.Asset asset =
        assets
            .find(name)
            .filter(found -> found.digest().equals(digest))
            .orElseThrow(AbsentException::new);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .header(HttpHeaders.CONTENT_TYPE, asset.type())
        .body(asset.bytes());
  }
}
