import { inertLine } from '../document/inert-line.ts';
import { webAddress } from '../document/web-address.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Escapes external text as one line without effective mentions or links in Slack: it encodes the three control
 * characters (https://docs.slack.dev/messaging/formatting-message-text) and breaks mentions and addresses by a
 * zero-width space, because Slack-compatible receivers look for them in plain text.
 * @param longest in characters, before escaping; up to five times as many after it
 */
export function escapeSlack(text: string, longest = 200): string {
  return inertLine(text, longest).replace(/[&<>]/gu, (character) => entities[character] ?? '');
}

/** Formats text as a link if there is a safe address. */
export function linkInSlack(url: string | null, text: string, longest = 200): string {
  const label = escapeSlack(text, longest).replaceAll('|', '¦');
  const href = webAddress(url);
  if (href === null || href.length > 500) return label;
  return `<${href.replace(/[<>|\s]/gu, encodeURIComponent).replaceAll('&', '&amp;')}|${label === '' ? 'link' : label}>`;
}
