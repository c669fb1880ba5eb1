import { formatInlineCode } from '../document/escape-markdown.ts';
import { toSafeUrl } from '../document/to-safe-url.ts';

/**
 * Formats a link. Links to GitHub lead through redirect.github.com, because GitHub shows a backlink for each direct
 * link.
 */
export function formatIssueLink(url: string | null): string {
  const href = toSafeUrl(url);
  if (href === null) return '';
  const { hostname, protocol } = new URL(href);
  const isLinked = protocol === 'https:' && (hostname === 'github.com' || hostname.endsWith('.pagerduty.com'));
  if (!isLinked) return `(${formatInlineCode(href, 500)})`;
  const target = href.replace(/^https:\/\/github\.com\//u, 'https://redirect.github.com/');
  return `([view](${target.replace(/[<>()\s`\\]/gu, encodeCharacter)}))`;
}

/** Percent-encodes a character, including parentheses, which `encodeURIComponent` does not encode. */
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
