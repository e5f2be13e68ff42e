package org.parley.node.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.desk.settings.Settings;
import org.parley.node.programs.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Headers of every answer and the mark that every form carries. Who may do what is not decided
/// here but at each operation.
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  private static final String NO_FEATURES =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
          + " publickey-credentials-create=(self), publickey-credentials-get=(self)";

  @Bean
  SecurityFilterChain everyRequest(HttpSecurity http, Settings settings) {
    boolean secure = settings.door().secure();
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .csrf(csrf ->
            // The programming interface knows no cookies, so a foreign page gains nothing by it.
            csrf.ignoringRequestMatchers(Programs::ask)
                .csrfTokenRepository(marks(secure))
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
        .exceptionHandling(refused ->
            refused.accessDeniedHandler((request, response, reason) ->
                refuse(request, response, reason instanceof CsrfException)))
        .headers(SecurityWiring::headers)
        .build();
  }

  private static CookieCsrfTokenRepository marks(boolean secure) {
    CookieCsrfTokenRepository marks = new CookieCsrfTokenRepository();
    marks.setCookieName(secure ? "__Host-form" : "form");
    marks.setCookiePath("/");
    marks.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(secure).sameSite("Strict").path("/"));
    return marks;
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, boolean stale)
      throws java.io.IOException {
    if (stale) {
      request.setAttribute(ErrorDoor.STALE, true);
      response.sendError(HttpStatus.BAD_REQUEST.value());
    } else {
      response.sendError(HttpStatus.NOT_FOUND.value());
    }
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(features -> features.policy(NO_FEATURES))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }
}
