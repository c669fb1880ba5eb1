import { capitalise } from './format.ts';

export interface TemplatePart {
  readonly text: string;
  /** Whether the part stands for words that differ between the titles. */
  readonly isGap: boolean;
}

/** Splits a common title into its words and its gaps: `Bump `, gap `…`, ` to `, gap `…`. */
export function splitTemplate(template: string): readonly TemplatePart[] {
  return capitalise(template)
    .split(/(\*(?: \*)*)/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('*') ? { text: '…', isGap: true } : { text: part, isGap: false }));
}

/** Formats the common title of a kind of reverts. Shows an ellipsis for words that differ. */
export function formatTemplate(template: string): string {
  return splitTemplate(template)
    .map(({ text }) => text)
    .join('');
}
