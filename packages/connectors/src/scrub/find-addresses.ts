import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Span } from './find-secrets.ts';

/** The port and the label of an address stand at a colon (`tcp:203.0.113.7:443`), and so do all parts of one of version 6. */
const candidate =
  /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)|(?<![\w.:-])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:]|\.\d)/giu;

/**
 * What stands before the version of a thing, of which four numbers are not an address: the word, coordinates of Maven
 * (`org.acme:pool:`), the name of an image (`acme/pool:`). Read from its end, so the limits bound the time.
 */
const versioned =
  /$(?<=\bversions?[ \t]{0,2}[:="'`]?[ \t]{0,2}|[.-]\w{1,40}:(?:[\w.-]{1,60}:){1,2}|\w\/[\w.-]{1,60}:)/iu;
const readBefore = 200;

/** Addresses that are the same in every network tell of nobody, and of what failed. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['255.255.255.255', 32],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}
inside.addSubnet('::', 127, 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

/** Internet addresses of machines and people outside; private ranges (RFC 1918, 4193, 6598) stay. */
export function findAddresses(text: string): Span[] {
  return Array.from(text.matchAll(candidate)).flatMap(({ 0: address, index }) => {
    const isOutside =
      (isIPv4(address) && !inside.check(address, 'ipv4')) || (isIPv6(address) && !inside.check(address, 'ipv6'));
    const isVersion = isOutside && versioned.test(text.slice(Math.max(0, index - readBefore), index));
    return isOutside && !isVersion ? [{ start: index, end: index + address.length }] : [];
  });
}
