import 'server-only';
import ipaddr from 'ipaddr.js';

export type AddressKind = 'public' | 'loopback' | 'private';

// All that is given out for the public IPv6 internet so far; the ranges within it that lead elsewhere have names.
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Where an IP address leads: to the public internet, to this machine, or to what only looks like it is outside
 * (private, link-local, carrier, documentation, tunnels, multicast). What cannot be read counts as private.
 */
export function addressKind(text: string): AddressKind {
  if (!ipaddr.isValid(text)) return 'private';
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const address = ipaddr.process(text);
  const range = address.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast') return 'private';
  const outside = address.kind() === 'ipv6' && !address.match(globalUnicast);
  return outside ? 'private' : 'public';
}
