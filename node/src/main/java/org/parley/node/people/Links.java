package org.parley.node.people;

import org.parley.desk.settings.Settings;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/// Links to this node for people who are elsewhere.
@Component
public final class Links {

  private final Settings settings;
  private final ServletWebServerApplicationContext node;

  Links(Settings settings, ServletWebServerApplicationContext node) {
    this.settings = settings;
    this.node = node;
  }

  public String to(String path) {
    String base =
        settings
            .door()
            .shown()
            .map(Object::toString)
            .orElseGet(() -> "http://" + settings.door().host() + ":" + port());
    return base + path;
  }

  private int port() {
    return node.getWebServer() == null ? settings.door().port() : node.getWebServer().getPort();
  }
}
