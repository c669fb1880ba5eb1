import type { Document } from './document.ts';
import { createFormRemover } from './forms.ts';
import { mask, placeholder } from './mask.ts';
import { createNameRemover } from './names.ts';
import { analysedLength, cut } from './normalise.ts';
import { remember } from './remember.ts';
import { learnTemplates } from './templates.ts';

/** A line or sentence of a document. */
export interface Statement {
  /** Masked, without names of services and repositories, without forms and without what varies in the lines of machines. */
  readonly masked: string;
  /** Its letters only: the same for two statements that differ in numbers, names and punctuation. */
  readonly key: string;
  readonly isTitle: boolean;
}

const boundary = /[\n\r\u2028\u2029]+|(?<=[.!?])\s+/u;
const notLetters = /[^\p{L}]+/gu;

/**
 * Reads documents of one organisation statement by statement: what each says beyond the organisation's names and forms,
 * every statement once, the title first. A document that is nothing but a form is kept as it is.
 */
export function readStatements(documents: readonly Document[]): Map<string, Statement[]> {
  const removeNames = createNameRemover(
    documents.flatMap(({ services, repository }) => [...(services ?? []), ...(repository?.split('/').slice(-1) ?? [])]),
  );
  const read = remember((text) => removeNames(mask(text)));
  const written = documents.map(({ id, title, text }) => ({
    id,
    title: read(cut(title, analysedLength.title)),
    lines: cut(text, analysedLength.text)
      .split(boundary)
      .filter((line) => line.trim() !== '')
      .map(read),
  }));
  const { reduce } = learnTemplates(written.map(({ title, lines }) => [title, ...lines]));
  const tell = remember((line) => reduce(line).replace(placeholder, ' … '));
  const texts = written.map(({ id, title, lines }) => ({ id, title: tell(title), lines: lines.map(tell) }));
  const keyOf = remember(readKey);
  const removeForms = remember(
    createFormRemover(texts.map(({ title, lines }) => ({ title: keyOf(title), statements: [title, ...lines] }))),
  );
  return new Map(
    texts.map(({ id, title, lines }) => {
      const telling = listStatements([title, ...lines].map(removeForms), keyOf);
      return [id, telling.length > 0 ? telling : listStatements([title, ...lines], keyOf)];
    }),
  );
}

/** @param lines the title first */
function listStatements(lines: readonly string[], keyOf: (line: string) => string): Statement[] {
  const byKey = new Map<string, Statement>();
  for (const [at, masked] of lines.entries()) {
    const key = keyOf(masked);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { masked, key, isTitle: at === 0 });
  }
  return [...byKey.values()];
}

function readKey(masked: string): string {
  return masked.toLowerCase().replace(notLetters, ' ').trim();
}
