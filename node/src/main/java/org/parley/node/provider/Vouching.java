package org.parley.node.provider;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.core.people.Identity;
import org.parley.desk.settings.Provider;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// Asks the provider who somebody is, and believes only what is signed for this node and this
/// errand.
final class Vouching {

  /// How far the provider's clock may be from ours.
  static final Duration SKEW = Duration.ofSeconds(60);

  private static final Set<SignatureAlgorithm> SIGNED_BY =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);
  private static final int AT_ONCE = 8;

  /// What came of asking.
  sealed interface Answer {}

  /// The provider vouches for a person.
  record Vouched(String subject) implements Answer {}

  /// What the provider sent does not hold.
  ///
  /// @param why one word for the log
  record Unsound(String why) implements Answer {}

  /// The person is who they say, and was not checked as strongly as this node demands.
  record TooWeak() implements Answer {}

  private final Provider provider;
  private final Discovery discovery;
  private final OidcAuthorizationCodeAuthenticationProvider exchange;
  private final RestTemplate keys;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile @Nullable Decoding decoding;

  /// The check of tokens, with the provider's keys as last seen.
  private record Decoding(ClientRegistration registration, JwtDecoder decoder) {}

  Vouching(Provider provider, boolean exercise, InstantSource clock) {
    this.provider = provider;
    this.clock = clock.withZone(ZoneOffset.UTC);
    Fetch fetch = new Fetch(exercise);
    ClientHttpRequestFactory connections = Fetch.connections(provider.authorities());
    RestClient client =
        RestClient.builder().requestFactory(connections).requestInterceptor(fetch).build();
    this.discovery = new Discovery(provider, client, clock);
    this.keys = new RestTemplate(connections);
    this.keys.setInterceptors(List.of(fetch));
    this.exchange =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens(fetch, connections),
            asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
    this.exchange.setJwtDecoderFactory(this::decoder);
  }

  /// What the provider says of a code is its answer; where it fails itself, it is away.
  private static RestClientAuthorizationCodeTokenResponseClient tokens(
      Fetch fetch, ClientHttpRequestFactory connections) {
    OAuth2ErrorResponseErrorHandler errors = new OAuth2ErrorResponseErrorHandler();
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(connections)
            .requestInterceptor(fetch)
            .defaultStatusHandler(
                HttpStatusCode::is4xxClientError,
                (request, response) ->
                    errors.handleError(request.getURI(), request.getMethod(), response))
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .build());
    return tokens;
  }

  /// This node at the provider.
  Discovery.Known known(String back) {
    return inPlace(() -> discovery.now(back));
  }

  /// Trades the code that somebody brought back for a signed statement who they are.
  Answer vouch(OAuth2AuthorizationRequest asked, String code, String named) {
    return inPlace(() -> {
      String back = Discovery.said(asked.getRedirectUri());
      Discovery.Known known = discovery.now(back);
      if (named.isEmpty() ? known.namesItself() : !named.equals(provider.issuer().toString())) {
        return new Unsound("answer-of-another");
      }
      OAuth2AuthorizationResponse response =
          OAuth2AuthorizationResponse.success(code)
              .redirectUri(back)
              .state(Discovery.said(asked.getState()))
              .build();
      return trade(known.registration(), new OAuth2AuthorizationExchange(asked, response));
    });
  }

  private Answer trade(ClientRegistration registration, OAuth2AuthorizationExchange brought) {
    try {
      return exchange.authenticate(new OAuth2LoginAuthenticationToken(registration, brought))
                  instanceof OAuth2LoginAuthenticationToken done
              && done.getPrincipal() instanceof OidcUser user
          ? judged(user.getIdToken())
          : new Unsound("no-token");
    } catch (OAuth2AuthenticationException refused) {
      if (isAway(refused)) {
        throw new AwayException("the provider does not answer", refused);
      }
      return new Unsound(refused.getError().getErrorCode());
    } catch (AuthenticationException | IllegalArgumentException refused) {
      return new Unsound("unfit");
    }
  }

  private Answer judged(OidcIdToken token) {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank() || subject.length() > Identity.LONGEST_SUBJECT) {
      return new Unsound("subject");
    }
    List<String> acr = provider.demands().acr();
    List<String> used = Optional.ofNullable(token.getAuthenticationMethods()).orElse(List.of());
    boolean strong =
        (acr.isEmpty() || acr.contains(Objects.toString(token.getAuthenticationContextClass(), "")))
            && used.containsAll(provider.demands().amr());
    return strong ? new Vouched(subject) : new TooWeak();
  }

  /// Whether what went wrong lies in the provider's being there, not in what it said.
  private static boolean isAway(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof IOException || each instanceof RestClientException) {
        return true;
      }
    }
    return false;
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    Decoding there = decoding;
    if (there == null || there.registration() != registration) {
      there = new Decoding(registration, newDecoder(registration));
      decoding = there;
    }
    return there.decoder();
  }

  private JwtDecoder newDecoder(ClientRegistration registration) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Discovery.said(registration.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNED_BY))
            .restOperations(keys)
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
    claims.setClock(clock);
    claims.setClockSkew(SKEW);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(JwtTypeValidator.jwt(), times, claims));
    return decoder;
  }

  /// A provider that hangs holds up a few requests and not the whole node.
  private <T> T inPlace(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new AwayException("too many wait for the provider");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
