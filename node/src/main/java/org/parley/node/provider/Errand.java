package org.parley.node.provider;

import java.time.Instant;
import java.util.UUID;
import org.parley.duties.people.Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// What somebody was sent to the provider for, kept until they come back.
///
/// @param purpose what happens when the provider vouches for them
/// @param asked what the provider was asked, with what proves the answer to be ours
/// @param language in which they read, because a way back from another site brings no cookie of it
/// @param until when it is forgotten
record Errand(Purpose purpose, OAuth2AuthorizationRequest asked, String language, Instant until) {

  /// Why somebody goes to the provider.
  sealed interface Purpose {}

  /// To sign in.
  ///
  /// @param back where they go then
  record ComeIn(String back) implements Purpose {}

  /// To link who they are there to the account in which they are signed in here.
  ///
  /// @param session in which they asked for it
  record Link(UUID account, Token session) implements Purpose {}
}
