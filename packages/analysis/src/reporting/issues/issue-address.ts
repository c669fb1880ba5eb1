import { inlineCode } from '../document/escape-markdown.ts';
import { webAddress } from '../document/web-address.ts';

/**
 * An address from outside in an issue. Those of PagerDuty can be followed. One of github.com would leave a note in the thread
 * that it leads to each time the issue changes, and so goes by the host that GitHub has for links which shall leave none.
 * Everything else, other GitHub servers too, stands there letter by letter.
 * @returns empty for what is no web address
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

/** `encodeURIComponent` leaves parentheses as they are. */
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
