package org.parley.node.secretariat;

import java.util.List;
import java.util.Optional;
import org.parley.node.campaign.CampaignPage;
import org.parley.node.web.Visit;

/// What lies on the secretariat's desk.
///
/// @param joined whether the node takes part in the exchange
/// @param registers whether it registers in the network of its realm
/// @param network its network; empty before a charter is in force
/// @param named by what States have named their offices, in the order of the reader's language
/// @param campaigns the rounds of confirmation, the latest first
/// @param nodes the other nodes of the network
public record DeskPage(
    Visit visit,
    boolean joined,
    boolean registers,
    Optional<Standing> network,
    List<Named> named,
    List<CampaignPage> campaigns,
    List<NodeHeard> nodes) {

  public DeskPage {
    named = List.copyOf(named);
    campaigns = List.copyOf(campaigns);
    nodes = List.copyOf(nodes);
  }

  /// How a network stands.
  ///
  /// @param name as its charter has it
  /// @param registered how many nodes are registered
  /// @param founding the nodes of the charter that wait for it
  /// @param waiting how many changes wait for signatures
  /// @param held how many entries wait for a telephone call
  /// @param forks how many documents contradict what is here
  public record Standing(
      String name, int registered, List<String> founding, int waiting, int held, int forks) {

    public Standing {
      founding = List.copyOf(founding);
    }
  }

  /// The nominations to register.
  public List<Named> due() {
    return named.stream().filter(Named::isDue).toList();
  }

  /// The nodes that have not fetched something of ours.
  public long behind() {
    return nodes.stream().filter(each -> each.waiting() > 0).count();
  }
}
