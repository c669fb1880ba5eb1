import { isIP } from 'node:net';
import { createNetworkMatcher } from '../outbound/address-rule.ts';
import type { Span } from './find-value-spans.ts';

/** Matches a possible IPv4 address, with an optional label and port (`tcp:203.0.113.7:443`), or IPv6 address. */
const candidate =
  /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)|(?<![\w.:-])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:]|\.\d)/giu;

/**
 * Matches text before a version number of four parts: “version”, Maven coordinates (`org.acme:pool:`), an image or a
 * scoped package (`@acme/pool@`).
 */
const named = String.raw`\bversions?[ \t]{0,2}[:="'\x60]?[ \t]{0,2}|[.-]\w{1,40}:(?:[\w.-]{1,60}:){1,2}|\w/[\w.-]{1,60}[:@]`;
/** Matches text before the new version in a phrase such as `Bump pool from 1.2.3.4 to 1.2.3.5`. */
const moved = String.raw`\b(?:bump|downgrad|upgrad)\w{0,4}(?:[ \t]{1,2}[\w@./:-]{1,60}){0,3}[ \t]{1,2}(?:from[ \t]{1,2}\S{1,30}[ \t]{1,2})?(?:from|to|-{1,2}>|→)[ \t]{1,2}["'\x60]?`;
const versioned = new RegExp(`$(?<=${named}|${moved})`, 'iu');
const readBefore = 200;

/** Private networks and public DNS resolvers, whose addresses identify nobody but help to explain a failure. */
const isCommon = createNetworkMatcher([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ...['255.255.255.255', '::/127', 'fc00::/7', 'fe80::/10'],
  ...['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4', '9.9.9.9', '149.112.112.112'],
  ...['2606:4700:4700::1111', '2606:4700:4700::1001', '2001:4860:4860::8888', '2001:4860:4860::8844'],
  ...['2620:fe::fe', '2620:fe::9'],
]);

/** Finds public IP addresses. Ignores private ranges (RFC 1918, 4193, 6598) and public DNS resolvers. */
export function findIpAddresses(text: string): Span[] {
  return Array.from(text.matchAll(candidate)).flatMap(({ 0: address, index }) => {
    const isOutside = isIP(address) !== 0 && !isCommon(address);
    const isVersion = isOutside && versioned.test(text.slice(Math.max(0, index - readBefore), index));
    return isOutside && !isVersion ? [{ start: index, end: index + address.length }] : [];
  });
}
