import { useEffect } from 'react';
import { ApiProblem } from './api-problem.ts';

/** Error messages by form field. A problem of a nested field is listed under its top-level field. */
type FieldProblems<Field extends string> = Readonly<Partial<Record<Field, string>>>;

export function readFieldProblems<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): FieldProblems<Field> {
  if (!(error instanceof ApiProblem) || error.status !== 400) return {} as FieldProblems<Field>;
  const [, named, rest] = /^The `(\w+)` (.+)$/u.exec(error.message) ?? [];
  if (named && rest && fields.some((field) => field === named))
    return { [named]: rephrase(rest) } as FieldProblems<Field>;
  const start = new RegExp(`(?:^|: |; )(${fields.join('|')})(?:\\.\\w+)*: `, 'gu');
  const found = [...error.message.matchAll(start)];
  return Object.fromEntries(
    found.map((match, at) => {
      const message = error.message.slice(match.index + match[0].length, found[at + 1]?.index);
      return [match[1], rephrase(message)];
    }),
  ) as FieldProblems<Field>;
}

/** Replacements for zod's messages, which are written for programmers. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^Too small: expected string.*$/u, 'Is missing.'],
  [/^Too big: expected string to have <=([\d.]+).*$/u, 'Must be at most $1 characters long.'],
  [/^Too small: expected \w+ to (?:be|have) >=([\d.]+).*$/u, 'Must be at least $1.'],
  [/^Too small: expected \w+ to (?:be|have) >([\d.]+).*$/u, 'Must be more than $1.'],
  [/^Too big: expected \w+ to (?:be|have) <=([\d.]+).*$/u, 'Must be at most $1.'],
  [/^Invalid input: expected int,.*$/u, 'Must be a whole number.'],
  [/^Invalid input: expected \w+, received (?:undefined|null)$/u, 'Is missing.'],
  [/^Invalid email address$/u, 'Must be an e-mail address.'],
];

function rephrase(message: string): string {
  const phrase = phrases.find(([pattern]) => pattern.test(message));
  const text = phrase ? message.replace(phrase[0], phrase[1]) : message;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/u.test(text) ? '' : '.'}`;
}

/** After a form has failed, focuses the first invalid field, which may be out of view. */
export function useFocusInvalidField(error: unknown): void {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
}
