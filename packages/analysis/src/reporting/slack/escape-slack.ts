import { formatLineWithoutLinks } from '../document/format-printable-line.ts';
import { toSafeUrl } from '../document/to-safe-url.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes external text (https://docs.slack.dev/messaging/formatting-message-text). Also breaks mentions and URLs. */
export function escapeSlack(text: string, longest = 200): string {
  return formatLineWithoutLinks(text, longest).replace(/[&<>]/gu, (character) => entities[character] ?? '');
}

export function formatSlackLink(url: string | null, text: string, longest = 200): string {
  const label = escapeSlack(text, longest).replaceAll('|', '¦');
  const href = toSafeUrl(url);
  if (href === null || href.length > 500) return label;
  return `<${href.replace(/[<>|\s]/gu, encodeURIComponent).replaceAll('&', '&amp;')}|${label === '' ? 'link' : label}>`;
}
