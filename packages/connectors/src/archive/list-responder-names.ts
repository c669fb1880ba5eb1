/** Match sentences in PagerDuty's timeline export that name a person, unlike `Triggered by Alertmanager.` */
const sentences = [
  /\b(?:[Tt]riggered|(?:[Uu]na|[Aa])cknowledged|[Rr]esolved|[Rr]eassigned|[Ee]scalated|[Ss]noozed|[Dd]elegated) by (\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}) through (?:the|Slack|email|mobile|phone|SMS)\b/gu,
  /^[^\n]{0,40}\b[Nn]ote added by (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
  /^[^\n]{0,40}\b[Aa]ssigned to (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
];

/** Stored texts have at most this many characters. */
const readLength = 60_000;

export function listResponderNames(text: string): string[] {
  const read = text.slice(0, readLength);
  const names = sentences.flatMap((sentence) => [...read.matchAll(sentence)].map((match) => match[1]?.trim() ?? ''));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}
