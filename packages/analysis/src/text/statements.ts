import { removeFailedSteps } from './failed-steps.ts';
import type { FailureDocument } from './failure-document.ts';
import { removeBoilerplate } from './forms.ts';
import { unwrapJsonMessage } from './json-message.ts';
import { collectDistinctLines, replaceDistinctLines } from './lines.ts';
import { mask, placeholderPattern } from './mask.ts';
import { memoise } from './memoise.ts';
import { createNameRemover } from './names.ts';
import { listTerms, maxAnalysedLength, normaliseForCharacterNGrams, type Term } from './normalise-document.ts';
import { isUnspecificErrorClass, listErrorSignatureTerms } from './signature.ts';
import { replaceVaryingValues } from './templates.ts';
import { listWordsInOriginalSpelling } from './tokens.ts';

/** A line or sentence. If several documents contain the same statement, they share one object. */
export interface TextStatement {
  /** The masked text without boilerplate, service and repository names, and values that vary between log lines. */
  readonly masked: string;
  /** The letters of the statement only, so that statements that differ in numbers or punctuation have the same key. */
  readonly key: string;
  /** Stems and identifiers of the statement, except plain numbers. */
  readonly terms: readonly Term[];
  readonly signature: readonly string[];
  /** The masked text in lower case, with one space for each run of other characters, for comparing character n-grams. */
  readonly characters: string;
}

const boundary = /[\n\r\u2028\u2029]+|(?<=[.!?])\s+/u;
const notLetters = /[^\p{L}]+/gu;
const justNumber = /^\d+$/u;

/**
 * Splits an organisation's documents into statements, the title first. Removes the organisation's names and
 * boilerplate. A document that consists of boilerplate keeps its text.
 * @returns statements by document id
 */
export function splitDocumentsIntoStatements(documents: readonly FailureDocument[]): Map<string, TextStatement[]> {
  const removeNames = createNameRemover(
    documents.flatMap(({ services, repository }) => [...(services ?? []), ...(repository?.split('/').slice(-1) ?? [])]),
  );
  const original = collectDistinctLines(
    documents.map(({ title, text }) => [title.slice(0, maxAnalysedLength.title), ...split(text)]),
  );
  const masked = replaceDistinctLines(
    original,
    original.lines.map((line) => removeNames(mask(line))),
  );
  const reduced = replaceDistinctLines(
    masked,
    replaceVaryingValues(masked).map((line) => line.replace(placeholderPattern, ' … ')),
  );
  const readKeyOnce = memoise(readKey);
  const titles = reduced.documents.map(([title]) => readKeyOnce(reduced.lines[title as number] as string));
  const informative = replaceDistinctLines(reduced, removeBoilerplate(reduced, titles));
  const listTermsOnce = memoise((written) => listTerms(written).filter(({ term }) => !justNumber.test(term)));
  const readOnce = memoise((line) => readStatement(line, listTermsOnce));
  const statements = informative.lines.map(readOnce);
  return new Map(
    documents.map(({ id }, at) => {
      const ofDocument = (informative.documents[at] as number[]).map(
        (position) => statements[position] as TextStatement,
      );
      if (ofDocument.some(({ key }) => key !== '')) return [id, ofDocument];
      return [id, (reduced.documents[at] as number[]).map((position) => readOnce(reduced.lines[position] as string))];
    }),
  );
}

function split(text: string): string[] {
  const lines = removeFailedSteps(text.slice(0, maxAnalysedLength.text)).split(boundary);
  return lines.filter((line) => line.trim() !== '' && !isPlaceOfAssertion(line)).map(unwrapJsonMessage);
}

/** Returns whether a line only names the place and the class of a failed assertion, as pytest does. */
function isPlaceOfAssertion(line: string): boolean {
  const name = /^\S{1,300}:\d{1,7}: ([\w.]{1,80})$/u.exec(line)?.[1];
  return name !== undefined && isUnspecificErrorClass(name);
}

function readStatement(masked: string, termsOf: (written: string) => readonly Term[]): TextStatement {
  return {
    masked,
    key: readKey(masked),
    terms: listWordsInOriginalSpelling(masked).flatMap(termsOf),
    signature: listErrorSignatureTerms(masked),
    characters: normaliseForCharacterNGrams(masked).trim(),
  };
}

function readKey(masked: string): string {
  return masked.toLowerCase().replace(notLetters, ' ').trim();
}
