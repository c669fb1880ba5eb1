import { inlineCode } from '../document/escape-markdown.ts';
import { webAddress } from '../document/web-address.ts';

/**
 * Formats an external address in an issue. PagerDuty addresses are linked. A github.com link would add a note to the
 * linked thread with each change of the issue, so it uses GitHub's redirect host, which leaves none. All others,
 * including other GitHub servers, are shown as code.
 * @returns an empty string for anything that is not a web address
 */
export function linkAddress(url: string | null): string {
  const href = webAddress(url);
  if (href === null) return '';
  const { hostname, protocol } = new URL(href);
  const isLinked = protocol === 'https:' && (hostname === 'github.com' || hostname.endsWith('.pagerduty.com'));
  if (!isLinked) return `(${inlineCode(href, 500)})`;
  const target = href.replace(/^https:\/\/github\.com\//u, 'https://redirect.github.com/');
  return `([open](${target.replace(/[<>()\s`\\]/gu, encodeCharacter)}))`;
}

/** Encodes a character, including parentheses, which `encodeURIComponent` keeps. */
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
