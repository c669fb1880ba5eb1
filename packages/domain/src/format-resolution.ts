import type { Resolution } from './resolution.ts';

/** How a place shows texts from outside: a quotation or title between its quotation marks, and an address with a space before it. */
export interface ResolutionStyle {
  readonly quote: (text: string) => string;
  /** Empty where there is no address to show. */
  readonly address: (url: string | null) => string;
}

/**
 * Says a resolution in short phrases that begin with "resolved by": first the quotation, then the linked change. A change that is only
 * possible is shown with its reason, and only if there is no quotation.
 */
export function formatResolution({ stated, change }: Resolution, { quote, address }: ResolutionStyle): string[] {
  const phrases = stated === null ? [] : [`resolved by: ${quote(onOneLine(stated.quote))}`];
  if (change === null) return phrases;
  const { kind, title, url, certainty, reason } = change;
  const told = `resolved by ${kind.replaceAll('_', ' ')} ${quote(title)}${address(url)}`;
  if (certainty !== 'possible') phrases.push(told);
  else if (stated === null) phrases.push(`possibly ${told}${reason === null ? '' : ` (${reason})`}`);
  return phrases;
}

/** Lines of a quotation with slashes between them, as for verse. */
export function onOneLine(quotation: string): string {
  return quotation.replaceAll('\n', ' / ');
}
