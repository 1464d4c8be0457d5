package org.polypath.prioritizer.iet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The argument {@code preferredip=}: an address, or networks with priorities.
 *
 * @param networks the networks in the order given
 */
record PreferredPortals(List<Network> networks) {
  private static final String KEYWORD = "preferredip=";
  private static final int PREFERRED = 20;

  /** Copies the list. */
  PreferredPortals {
    networks = List.copyOf(networks);
  }

  /** Addresses that begin like another one, and the priority of the portals there. */
  record Network(NetworkAddress address, int prefixLength, int priority) {}

  /** Reads either form; empty if it is neither. */
  static Optional<PreferredPortals> parse(String arguments) {
    String text = arguments.strip();
    if (!text.startsWith(KEYWORD)) {
      return Optional.empty();
    }
    String value = text.substring(KEYWORD.length());
    Optional<NetworkAddress> single = NetworkAddress.parse(value);
    if (single.isPresent()) {
      NetworkAddress address = single.get();
      return Optional.of(
          new PreferredPortals(List.of(new Network(address, address.bits(), PREFERRED))));
    }
    List<Network> networks = new ArrayList<>();
    for (String entry : value.split(",", -1)) {
      Optional<Network> network = network(entry);
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(new PreferredPortals(networks));
  }

  /** Reads {@code ADDRESS[/BITS]:PRIORITY}. */
  private static Optional<Network> network(String entry) {
    int colon = entry.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String[] parts = entry.substring(0, colon).split("/", 2);
    OptionalInt priority = number(entry.substring(colon + 1), Integer.MAX_VALUE);
    return NetworkAddress.parse(parts[0])
        .flatMap(
            address -> {
              OptionalInt bits =
                  parts.length == 2
                      ? number(parts[1], address.bits())
                      : OptionalInt.of(address.bits());
              return bits.isPresent() && priority.isPresent()
                  ? Optional.of(new Network(address, bits.getAsInt(), priority.getAsInt()))
                  : Optional.empty();
            });
  }

  private static OptionalInt number(String text, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= 0 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** The priority of the first network that a portal is in. */
  Optional<Integer> priority(NetworkAddress portal) {
    return networks.stream()
        .filter(network -> portal.isIn(network.address(), network.prefixLength()))
        .map(Network::priority)
        .findFirst();
  }
}
