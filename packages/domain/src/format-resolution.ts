import type { Resolution } from './resolution.ts';

/**
 * How an output format shows external text: a quotation or title with quotation marks, and an address with a leading
 * space.
 */
export interface ResolutionStyle {
  readonly quote: (text: string) => string;
  /** Returns an empty string if there is no address to show. */
  readonly address: (url: string | null) => string;
}

/**
 * Formats a resolution as short phrases that begin with "resolved by": first the quotation, then the linked change. A
 * possible change is shown with its reason, and only without a quotation.
 */
export function formatResolution({ stated, change }: Resolution, { quote, address }: ResolutionStyle): string[] {
  const phrases = stated === null ? [] : [`resolved by: ${quote(onOneLine(stated.quote))}`];
  if (change === null) return phrases;
  const { kind, title, url, certainty, reason } = change;
  const phrase = `resolved by ${kind.replaceAll('_', ' ')} ${quote(title)}${address(url)}`;
  if (certainty !== 'possible') phrases.push(phrase);
  else if (stated === null) phrases.push(`possibly ${phrase}${reason === null ? '' : ` (${reason})`}`);
  return phrases;
}

/** Joins the lines of a quotation with slashes. */
export function onOneLine(quotation: string): string {
  return quotation.replaceAll('\n', ' / ');
}
