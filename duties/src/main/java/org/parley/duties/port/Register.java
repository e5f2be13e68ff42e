package org.parley.duties.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Establishment;
import org.parley.core.people.Identity;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Pass;
import org.parley.core.people.Passkey;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The people of a node, open inside one change or one look.
public interface Register {

  /// What the node was set up as; empty before.
  Optional<Establishment> establishment();

  /// Keeps what the node is; there is one at a time.
  void keep(Establishment establishment);

  /// All accounts, by login.
  List<Account> accounts();

  Optional<Account> account(UUID id);

  /// The account with this login, which is in lower case.
  Optional<Account> withLogin(String login);

  /// Adds an account or changes the one with this id.
  ///
  /// @throws IllegalStateException where another account has the login: a defect of the caller
  void keep(Account account);

  /// What an account types to sign in; [Secrets#NONE] where nothing was chosen.
  Secrets secrets(UUID account);

  void keep(UUID account, Secrets secrets);

  List<Passkey> passkeys(UUID account);

  Optional<Passkey> passkey(Octets id);

  void keep(Passkey passkey);

  void removePasskey(Octets id);

  /// Who an account's owner is at identity providers, oldest first.
  List<Identity> identities(UUID account);

  Optional<Identity> identity(String issuer, String subject);

  /// Adds an identity, or notes when the one with this issuer and subject was used.
  void keep(Identity identity);

  void removeIdentity(String issuer, String subject);

  Optional<Session> session(Digest token);

  List<Session> sessions(UUID account);

  void keep(Session session);

  void endSession(Digest token);

  void endSessions(UUID account);

  /// Takes away sessions that nobody used since, and links that stopped working before.
  void forgetBefore(Instant time);

  Optional<Pass> pass(Digest token);

  void keep(Pass pass);

  /// Takes back all links of an account that were not used.
  void withdrawPasses(UUID account);

  /// The token with this digest.
  Optional<AccessToken> accessToken(Digest token);

  /// What programs hold in the place of an account, oldest first.
  List<AccessToken> accessTokens(UUID account);

  /// Adds a token, or notes when the one with this id was seen.
  void keep(AccessToken token);

  /// Takes one token of an account away; another's stays.
  void dropAccessToken(UUID account, UUID id);

  void dropAccessTokens(UUID account);

  /// What an account keeps of a kind, by name.
  List<Keepsake> keepsakes(UUID account, Keepsake.Kind kind);

  /// What anybody keeps under this name.
  List<Keepsake> keepsakes(Keepsake.Kind kind, String name);

  /// Keeps it in the place of what the account kept under the same name.
  void keep(Keepsake keepsake);

  void dropKeepsake(UUID account, Keepsake.Kind kind, String name);

  void note(AccountDeed deed);

  /// The newest deeds, newest first.
  List<AccountDeed> deeds(int most);
}
