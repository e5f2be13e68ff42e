package org.parley.node.edge;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.people.Permissions;
import org.parley.desk.Shelf;
import org.parley.desk.languages.AddedLanguage;
import org.parley.desk.languages.AddedLanguages;
import org.parley.desk.settings.Settings;
import org.parley.formats.library.LayeredSource;
import org.parley.formats.library.Library;
import org.parley.node.permit.Gate;
import org.parley.node.permit.Routes;
import org.parley.node.web.Assets;
import org.parley.node.web.Frames;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Sites;
import org.parley.node.web.Viewers;
import org.parley.node.web.VisitArgument;
import org.parley.node.web.Visits;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the pieces of the pages together.
@Configuration(proxyBeanMethods = false)
class WebWiring {

  /// The languages that the operator added; what is wrong with their files was told at the start.
  @Bean
  AddedLanguages.Found added(Settings settings) {
    return AddedLanguages.in(settings.data(), Shelf.library(Optional.empty()));
  }

  /// The library that travels inside the program, with the operator's languages, and with room for
  /// what the node makes its own.
  @Bean
  LayeredSource layers(AddedLanguages.Found added) {
    LayeredSource spoken = new LayeredSource(Shelf.library(Optional.empty()).source());
    spoken.lay(
        added.languages().stream()
            .collect(
                Collectors.toMap(each -> "words/" + each.tag() + ".yaml", AddedLanguage::file)));
    return new LayeredSource(spoken);
  }

  @Bean
  Shelves shelves(LayeredSource layers, AddedLanguages.Found added) {
    return new Shelves(
        new Library(layers),
        added.languages().stream().map(AddedLanguage::tag).collect(Collectors.toSet()));
  }

  @Bean
  Permissions permissions(Shelves shelves) {
    return shelves.library().permissions().orThrow();
  }

  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  Press press(Shelves shelves, Assets assets, Permissions permissions) {
    return new Press(
        TemplateEngine.createPrecompiled(ContentType.Html),
        new Frames(shelves, assets, permissions));
  }

  @Bean
  Errors errors(Press press) {
    return new Errors(press);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Visits visits(Shelves shelves, Sites sites, Viewers viewers, InstantSource clock) {
    return new Visits(shelves, sites, viewers, clock);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(Viewers viewers) {
    FilterRegistrationBean<BodyLimit> first = new FilterRegistrationBean<>(new BodyLimit(viewers));
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  WebMvcConfigurer everyOperation(Visits visits, Permissions permissions) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitArgument(visits));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Gate(Routes.TABLE, permissions, visits));
      }
    };
  }
}
