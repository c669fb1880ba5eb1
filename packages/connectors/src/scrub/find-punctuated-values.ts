import type { Span } from './find-secrets.ts';
import { spanOfValue } from './find-values.ts';
import { isStrongPassword } from './is-strong-password.ts';
import { matchAt, type SecretName } from './list-names.ts';
import { blanks, mayBePasswordName, quotes } from './secret-names.ts';

const sign = String.raw`(?:${quotes})?${blanks}(?:=>|:=|[:=：＝])${blanks}`;
/** Matches a value in brackets that, unlike a placeholder (`<password>`), looks random. */
const bracketed = new RegExp(String.raw`${sign}(?:${quotes})?[({<[](?<value>[^\s"'\x60,;<>(){}[\]\\]{8,200})`, 'uy');
/** Matches a value with punctuation in it, but not the next pair of a list (`;Server=db1`). */
const interrupted = new RegExp(
  String.raw`${sign}(?<value>[^\s"'\x60,;<>(){}[\]\\&]{1,40}[,;'<>(){}&](?<rest>[^\s"'\x60,;<>(){}[\]\\&=:]{8,200}))(?![=:&])`,
  'uy',
);

/** Finds random values with brackets or punctuation: `password=(…)`, `password=ab;…`. */
export function findPunctuatedValues(text: string, names: readonly SecretName[]): Span[] {
  return names.flatMap(({ name, end }) => {
    const inBrackets = matchAt(bracketed, text, end);
    const whole = mayBePasswordName(name) ? matchAt(interrupted, text, end) : null;
    const isSecret = (match: RegExpExecArray | null, value: string | undefined) =>
      match !== null && isStrongPassword(value ?? '') ? [spanOfValue(match)] : [];
    return [...isSecret(inBrackets, inBrackets?.groups?.value), ...isSecret(whole, whole?.groups?.rest)];
  });
}
