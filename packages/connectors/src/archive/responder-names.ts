/**
 * Matches the sentences of PagerDuty's timeline export, each of which names a person: `Resolved by Ann Other through
 * the website.` Only these forms count, since the name in `Triggered by Alertmanager.` is not a person.
 */
const sentences = [
  /\b(?:[Tt]riggered|(?:[Uu]na|[Aa])cknowledged|[Rr]esolved|[Rr]eassigned|[Ee]scalated|[Ss]noozed|[Dd]elegated) by (\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}) through (?:the|Slack|email|mobile|phone|SMS)\b/gu,
  /^[^\n]{0,40}\b[Nn]ote added by (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
  /^[^\n]{0,40}\b[Aa]ssigned to (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
];

/** The most characters that are read. Texts are stored up to this length. */
const readLength = 60_000;

/** Returns the names of the people in an exported timeline, in the order of the sentences; empty for any other text. */
export function responderNames(text: string): string[] {
  const read = text.slice(0, readLength);
  const names = sentences.flatMap((sentence) => [...read.matchAll(sentence)].map((match) => match[1]?.trim() ?? ''));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}
