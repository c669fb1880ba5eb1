export interface Quotation {
  readonly words: string;
  /** The day of the quoted report as in the text, such as `9 Dec 2025`; null if the text names none. */
  readonly day: string | null;
}

interface SplitText {
  /** The text without the sentences that quote a report. */
  readonly statement: string;
  /** The first quotation of the text. */
  readonly quotation: Quotation | null;
}

/** A quotation with the part of the sentence that introduces it. */
const quoting = /(?<introduction>[^.“”]*)“(?<words>[^”]*)”[.\s]*/gu;
const dayOf = /\d{1,2} \p{Lu}\p{L}{2,3} \d{4}/u;

/** Separates what a lesson states from the report that it quotes, so that a page can show them apart. */
export function splitQuotation(text: string): SplitText {
  const [first] = text.matchAll(quoting);
  const { introduction = '', words = '' } = first?.groups ?? {};
  return {
    statement: text.replace(quoting, ' ').replace(/\s+/gu, ' ').trim(),
    quotation: words === '' ? null : { words, day: dayOf.exec(introduction)?.[0] ?? null },
  };
}
