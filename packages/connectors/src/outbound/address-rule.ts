import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Networks that are not public (https://www.iana.org/assignments/iana-ipv4-special-registry and its counterpart for
 * IPv6), and networks that embed an IPv4 address which a router may unwrap: 6to4, Teredo, IPv4-compatible (RFC 4291)
 * and IPv4-translated (RFC 2765).
 */
const special = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  // Azure's platform services, which every virtual machine can reach.
  // See https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16.
  '168.63.129.16/32',
  ...['::/96', '::ffff:0:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
  ...['5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];
const loopback = ['127.0.0.0/8', '::1/128'];
const isSpecial = createNetworkMatcher(special);

export type AddressRule = (address: string) => boolean;

/** Allows public addresses and `privateNetworks`: ranges such as `10.20.0.0/16`, single addresses, or `loopback`. */
export function createAddressRule(privateNetworks: readonly string[]): AddressRule {
  const isAllowed = createNetworkMatcher(
    privateNetworks.flatMap((network) => (network === 'loopback' ? loopback : [network])),
  );
  return (address) => {
    const meant = embeddedAddress(address) ?? address;
    return !isSpecial(meant) || isAllowed(meant);
  };
}

/** Creates a function that tells whether an address is in one of the networks. */
export function createNetworkMatcher(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Returns the IPv4 address in an IPv4-mapped or NAT64 (RFC 6052) address; null for any other address. */
function embeddedAddress(address: string): string | null {
  if (!isIPv6(address)) return null;
  const written = new URL(`http://[${address.split('%', 1)[0]}]`).hostname;
  const [, high = '', low = ''] = /^\[(?:::ffff:|64:ff9b::)(?:([\da-f]{1,4}):)?([\da-f]{1,4})\]$/u.exec(written) ?? [];
  if (low === '') return null;
  const bits = (Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

/** Returns the address of a host that is an IP literal; null for a name. */
export function parseAddressLiteral(host: string): string | null {
  const bare = host.replace(/^\[|\]$/gu, '');
  return isIP(bare) === 0 ? null : bare;
}
