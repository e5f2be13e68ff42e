package org.parley.desk.settings;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/// An identity provider that signs people in by OpenID Connect.
///
/// @param issuer its address, as its tokens name it
/// @param client what the provider calls this node
/// @param secret what this node proves itself with to the provider
/// @param name what people call it; stands on the button
/// @param demands what it must have checked of a person
/// @param authorities from one of which its certificate has to come, and no other counts for it;
///   those that the machine knows where none is named
public record Provider(
    URI issuer,
    String client,
    String secret,
    String name,
    Demands demands,
    List<X509Certificate> authorities) {

  public Provider {
    authorities = List.copyOf(authorities);
  }

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// @param acr classes of authentication, one of which has to be met; any where none is named
  /// @param amr ways of authentication, all of which have to have been used
  public record Demands(List<String> acr, List<String> amr) {
    public Demands {
      acr = List.copyOf(acr);
      amr = List.copyOf(amr);
    }
  }

  /// Whether a node may talk to an address of its provider: by https, and in exercises by http with
  /// a provider on the same machine.
  public static boolean mayBeAsked(URI address, boolean exercise) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || (exercise
                && "http".equals(address.getScheme())
                && LOOPBACK.contains(address.getHost())));
  }

  /// Without the secret: settings may be told in a message.
  @Override
  public String toString() {
    return name + " (" + issuer + ", " + client + ")";
  }
}
