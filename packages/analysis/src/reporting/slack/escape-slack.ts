import { inertLine } from '../document/inert-line.ts';
import { webAddress } from '../document/web-address.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text from outside as one line that mentions no one and links nothing in Slack: without the three characters that
 * control it (https://docs.slack.dev/messaging/formatting-message-text), and with a zero-width space in mentions and
 * addresses, which Slack-compatible receivers look for in plain text.
 * @param longest in characters, before escaping; up to five times as many after it
 */
export function escapeSlack(text: string, longest = 200): string {
  return inertLine(text, longest).replace(/[&<>]/gu, (character) => entities[character] ?? '');
}

/** The text, as a link where there is an address to follow. */
export function linkInSlack(url: string | null, text: string, longest = 200): string {
  const label = escapeSlack(text, longest).replaceAll('|', '¦');
  const href = webAddress(url);
  if (href === null || href.length > 500) return label;
  return `<${href.replace(/[<>|\s]/gu, encodeURIComponent).replaceAll('&', '&amp;')}|${label === '' ? 'link' : label}>`;
}
