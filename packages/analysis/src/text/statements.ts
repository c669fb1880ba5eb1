import type { Document } from './document.ts';
import { removeForms } from './forms.ts';
import { changeLines, collectLines } from './lines.ts';
import { mask, placeholder } from './mask.ts';
import { memoise } from './memoise.ts';
import { createNameRemover } from './names.ts';
import { analysedLength, cut, listTerms, readCharacters, type Term } from './normalise.ts';
import { listSignature } from './signature.ts';
import { reduceTemplates } from './templates.ts';
import { listWritten } from './tokens.ts';

/** A line or sentence, parsed once for all documents that contain it. */
export interface Statement {
  /**
   * The masked text without the names of services and repositories, without forms and without the values of templates.
   */
  readonly masked: string;
  /** Only the letters, so that statements that differ in numbers and punctuation are equal; empty if there are none. */
  readonly key: string;
  /** The terms, except numbers. */
  readonly terms: readonly Term[];
  readonly signature: readonly string[];
  /** As in `NormalisedDocument`, without the surrounding spaces. */
  readonly characters: string;
}

const boundary = /[\n\r\u2028\u2029]+|(?<=[.!?])\s+/u;
const notLetters = /[^\p{L}]+/gu;
const justNumber = /^\d+$/u;

/**
 * Splits the documents of one organisation into statements without the organisation's names and forms: the title first,
 * then the text. A document that consists of forms only is kept as it is.
 * @returns statements by document id
 */
export function readStatements(documents: readonly Document[]): Map<string, Statement[]> {
  const removeNames = createNameRemover(
    documents.flatMap(({ services, repository }) => [...(services ?? []), ...(repository?.split('/').slice(-1) ?? [])]),
  );
  const original = collectLines(documents.map(({ title, text }) => [cut(title, analysedLength.title), ...split(text)]));
  const masked = changeLines(
    original,
    original.lines.map((line) => removeNames(mask(line))),
  );
  const reduced = changeLines(
    masked,
    reduceTemplates(masked).map((line) => line.replace(placeholder, ' … ')),
  );
  const readKeyOnce = memoise(readKey);
  const titles = reduced.documents.map(([title]) => readKeyOnce(reduced.lines[title as number] as string));
  const informative = changeLines(reduced, removeForms(reduced, titles));
  const listTermsOnce = memoise((written) => listTerms(written).filter(({ term }) => !justNumber.test(term)));
  const readOnce = memoise((line) => readStatement(line, listTermsOnce));
  const statements = informative.lines.map(readOnce);
  return new Map(
    documents.map(({ id }, at) => {
      const ofDocument = (informative.documents[at] as number[]).map((position) => statements[position] as Statement);
      if (ofDocument.some(({ key }) => key !== '')) return [id, ofDocument];
      return [id, (reduced.documents[at] as number[]).map((position) => readOnce(reduced.lines[position] as string))];
    }),
  );
}

function split(text: string): string[] {
  return cut(text, analysedLength.text)
    .split(boundary)
    .filter((line) => line.trim() !== '');
}

/** @param termsOf lists the terms of a word or identifier */
function readStatement(masked: string, termsOf: (written: string) => readonly Term[]): Statement {
  return {
    masked,
    key: readKey(masked),
    terms: listWritten(masked).flatMap(termsOf),
    signature: listSignature(masked),
    characters: readCharacters(masked).trim(),
  };
}

function readKey(masked: string): string {
  return masked.toLowerCase().replace(notLetters, ' ').trim();
}
