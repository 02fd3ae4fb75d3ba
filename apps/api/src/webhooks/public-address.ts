import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Says no to an address that lies in a network of one's own, or in none. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} lies in a private network, which this webhook may not reach`);
  }
}

/** Refuses a host that is written as such an address: the lookup below is not asked about those. */
export function checkLiteral(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivate(host)) throw new PrivateAddress(host);
}

/**
 * Resolves a name for the very connection that is made then, so that the name cannot mean something else a moment later. One
 * forbidden address among several forbids all.
 */
export const publicLookup = ((hostname: string, options: LookupOptions, done: (...answer: unknown[]) => void) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error);
    const forbidden = (addresses as LookupAddress[]).find(({ address }) => isPrivate(address));
    if (forbidden) return done(new PrivateAddress(hostname));
    const [first] = addresses as LookupAddress[];
    return options.all ? done(null, addresses) : done(null, first?.address, first?.family);
  });
}) as LookupFunction;

/** Whether an address is private, of this machine or link, of a carrier's own, multicast, or kept for something else. */
export function isPrivate(address: string): boolean {
  return isIP(address) === 4 ? v4.check(address, 'ipv4') : v6.check(address.split('%')[0] as string, 'ipv6');
}

// Two lists, since one alone would take every IPv4 address for an IPv4-mapped one.
const v4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);
const v6 = listOf('ipv6', [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]);

function listOf(family: 'ipv4' | 'ipv6', ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
}
