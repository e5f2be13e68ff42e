package org.parley.node;

import java.util.HashMap;
import java.util.Map;
import org.parley.desk.settings.Settings;
import org.parley.node.edge.BodyLimit;
import org.parley.node.web.Tour;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// How Spring is started: quietly, with what the settings say, and nothing read from elsewhere.
final class Startup {

  private Startup() {}

  /// Starts a node and returns when it listens.
  ///
  /// @param tour the way through the demo that the node is part of
  static ConfigurableApplicationContext start(Settings settings, Tour tour) {
    return application(settings, tour).run();
  }

  static SpringApplication application(Settings settings, Tour tour) {
    SpringApplication application = new SpringApplication(NodeWiring.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(Settings.class, () -> settings);
      beans.registerBean(Tour.class, () -> tour);
    });
    return application;
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("server.address", settings.door().address());
    all.put("server.port", settings.door().port());
    all.put("server.shutdown", "graceful");
    all.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
    all.put("server.tomcat.connection-timeout", "20s");
    all.put("server.tomcat.threads.max", "64");
    all.putAll(limits());
    all.put("spring.web.resources.add-mappings", "false");
    all.put("spring.jmx.enabled", "false");
    // The node has doors of its own for health and measurements.
    all.put("management.endpoints.access.default", "none");
    all.put("management.endpoints.web.exposure.exclude", "*");
    // Each way in is measured under its pattern; there are more than the usual hundred.
    all.put("management.metrics.web.server.max-uri-tags", 500);
    all.putAll(quiet());
    all.put(
        "logging.pattern.console",
        "%d{yyyy-MM-dd'T'HH:mm:ss'Z',UTC} %-5level %logger{0}: %m%nopex%n");
    return all;
  }

  /// What libraries do not write into the log.
  private static Map<String, Object> quiet() {
    Map<String, Object> all = new HashMap<>();
    // Messages of libraries may repeat what somebody typed; faults are logged by us, without it.
    all.put("spring.mvc.log-resolved-exception", "false");
    all.put("logging.level.root", "warn");
    all.put("logging.level.org.apache.catalina.core.ContainerBase", "off");
    all.put("logging.level.org.springframework.web.servlet.PageNotFound", "off");
    // What stops a start is told in one line by us.
    all.put("logging.level.org.springframework.boot.SpringApplication", "off");
    all.put("logging.level.org.springframework.boot.diagnostics", "off");
    all.put("logging.level.org.springframework.boot.web.server.servlet.context", "off");
    return all;
  }

  /// What comes from outside has a size before it is read.
  private static Map<String, Object> limits() {
    Map<String, Object> all = new HashMap<>();
    all.put("server.max-http-request-header-size", "16KB");
    all.put("server.tomcat.max-http-form-post-size", BodyLimit.FORM);
    all.put("server.tomcat.max-swallow-size", 2 * BodyLimit.FORM);
    all.put("server.tomcat.max-parameter-count", BodyLimit.FIELDS);
    all.put("server.tomcat.max-part-count", BodyLimit.FIELDS);
    // A name of 255 characters takes up to a thousand bytes.
    all.put("server.tomcat.max-part-header-size", "2KB");
    all.put("spring.servlet.multipart.file-size-threshold", BodyLimit.FILES);
    // After the gate has looked who asks.
    all.put("spring.servlet.multipart.resolve-lazily", "true");
    all.put("spring.servlet.multipart.max-file-size", BodyLimit.FILES);
    all.put("spring.servlet.multipart.max-request-size", BodyLimit.FILES);
    return all;
  }
}
