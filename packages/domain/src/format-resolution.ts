import type { Resolution } from './resolution.ts';

/** Functions that format external text for one output format, such as Markdown. */
export interface ExternalTextFormatters {
  /** Returns a quotation or title in quotation marks. */
  readonly quote: (text: string) => string;
  /** Returns a URL with a leading space, or an empty string without a URL. */
  readonly address: (url: string | null) => string;
}

/**
 * Formats a resolution as phrases such as `resolved by: "…"`: first the quotation, then the linked change. A change
 * that is only possible is shown with its reason, and only if there is no quotation.
 */
export function formatResolution({ stated, change }: Resolution, { quote, address }: ExternalTextFormatters): string[] {
  const phrases = stated === null ? [] : [`resolved by: ${quote(joinQuotationLines(stated.quote))}`];
  if (change === null) return phrases;
  const { kind, title, url, certainty, reason } = change;
  const phrase = `resolved by ${kind.replaceAll('_', ' ')} ${quote(title)}${address(url)}`;
  if (certainty !== 'possible') phrases.push(phrase);
  else if (stated === null) phrases.push(`possibly ${phrase}${reason === null ? '' : ` (${reason})`}`);
  return phrases;
}

/** Joins the lines of a quotation with slashes. */
export function joinQuotationLines(quotation: string): string {
  return quotation.replaceAll('\n', ' / ');
}
