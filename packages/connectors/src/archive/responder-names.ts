/**
 * Sentences that PagerDuty's own timeline export writes, each naming a person: `Resolved by Ann Other through the website.`
 * Only these forms are read: in `Triggered by Alertmanager.` the name is no person's.
 */
const sentences = [
  /\b(?:triggered|acknowledged|unacknowledged|resolved|reassigned|escalated|snoozed|delegated) by (\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}) through (?:the|Slack|email|mobile|phone|SMS)\b/giu,
  /^[^\n]{0,40}\bnote added by (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gimu,
  /^[^\n]{0,40}\bassigned to (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gimu,
];

/** Names of the people in an exported timeline, in the order of the sentences; a text of another kind gives none. */
export function responderNames(text: string): string[] {
  const names = sentences.flatMap((sentence) => [...text.matchAll(sentence)].map((match) => match[1]?.trim() ?? ''));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}
