import { findValueSpan, type Span } from './find-value-spans.ts';
import { isStrongPassword } from './is-secret-value.ts';
import {
  matchPatternAtPosition,
  mayBePasswordName,
  quotePattern,
  type SecretName,
  separatorSpacesPattern,
} from './secret-names.ts';

const sign = String.raw`(?:${quotePattern})?${separatorSpacesPattern}(?:=>|:=|[:=：＝])${separatorSpacesPattern}`;
/** Matches a value in brackets that, unlike a placeholder (`<password>`), looks random. */
const bracketed = new RegExp(
  String.raw`${sign}(?:${quotePattern})?[({<[](?<value>[^\s"'\x60,;<>(){}[\]\\]{8,200})`,
  'uy',
);
/** Matches a value that contains punctuation, without the next pair of a list (`;Server=db1`). */
const interrupted = new RegExp(
  String.raw`${sign}(?<value>[^\s"'\x60,;<>(){}[\]\\&]{1,40}[,;'<>(){}&](?<rest>[^\s"'\x60,;<>(){}[\]\\&=:]{8,200}))(?![=:&])`,
  'uy',
);

/** Finds random values with brackets or punctuation: `password=(…)`, `password=ab;…`. */
export function findPunctuatedSecrets(text: string, names: readonly SecretName[]): Span[] {
  return names.flatMap(({ name, end }) => {
    const inBrackets = matchPatternAtPosition(bracketed, text, end);
    const whole = mayBePasswordName(name) ? matchPatternAtPosition(interrupted, text, end) : null;
    const isSecret = (match: RegExpExecArray | null, value: string | undefined) =>
      match !== null && isStrongPassword(value ?? '') ? [findValueSpan(match)] : [];
    return [...isSecret(inBrackets, inBrackets?.groups?.value), ...isSecret(whole, whole?.groups?.rest)];
  });
}
