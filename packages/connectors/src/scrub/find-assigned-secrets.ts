import { findValueSpan, findValueSpans, type Span } from './find-value-spans.ts';
import {
  isNumberedWord,
  isPasswordMessage,
  isSecretReference,
  isShortPassword,
  isStateOrPlaceholder,
  looksLikeName,
  looksRandom,
} from './is-secret-value.ts';
import {
  appRoleSecretIdPattern,
  isPasswordName,
  mayBePasswordName,
  passOrPwdPattern,
  quoteOrBacktickPattern,
  secretNamePattern,
  separatorSpacesPattern,
  terminalColourPattern,
} from './secret-names.ts';

/** Matches the text between a name and its value, including bold marks (Markdown) and brackets (PHP) after the name. */
const sign = String.raw`(?<nameQuote>${quoteOrBacktickPattern})?(?:\](?=[ \t]{0,3}=>))?\*{0,3}${terminalColourPattern}?(?<sign>${separatorSpacesPattern}(?:=>|:=|[:=：＝])\*{0,3}${separatorSpacesPattern})${terminalColourPattern}?`;
/** Matches an unquoted value, up to the next URL parameter or the next quote, which may be escaped. */
const createValue = (shortest: number) =>
  String.raw`(?!${terminalColourPattern})(?<value>(?:[^\s"'\x60,;<>(){}[\]\\&]|&(?!(?:amp;)?[\w.-]{1,40}=)|\\(?!\\{0,2}["']|u0026|u001b|x1b)){${shortest},4000})`;
const value = createValue(6);
const shortest = 4;
const minOtherLength = 6;
const wrapper = String.raw`(?:(?:Some|Just|Ok|Secret(?:String)?)\((?=${quoteOrBacktickPattern}|(?:Some|Secret))){0,2}`;
const quotedValue = String.raw`(?<valueQuote>${quoteOrBacktickPattern})${terminalColourPattern}?(?<value>(?:(?!\k<valueQuote>)(?:[^\n\u0000\\]|\\[^\n\u0000])){${shortest},500})(?=\k<valueQuote>)`;

const namePatterns = [
  [secretNamePattern, 'giu'],
  [passOrPwdPattern, 'gu'],
  [appRoleSecretIdPattern, 'giu'],
] as const;
const plain = namePatterns.map(([name, flags]) => {
  return new RegExp(
    `(?<name>${name})${sign}${wrapper}(?<valueQuote>${quoteOrBacktickPattern})?${terminalColourPattern}?${createValue(shortest)}`,
    flags,
  );
});
const quoted = namePatterns.map(
  ([name, flags]) => new RegExp(`(?<name>${name})${sign}${wrapper}${quotedValue}`, flags),
);

/** Matches a value alone on the line after its name, as in a list or a YAML block. */
const nextLine = new RegExp(
  String.raw`(?<name>${secretNamePattern})(?:${quoteOrBacktickPattern})?\*{0,3}[ \t]{0,3}[:：]\*{0,3}[ \t]{0,3}(?:[|>][+-]?[ \t]{0,3})?\r?\n[ \t]{0,40}(?:-[ \t]{1,3})?(?:${quoteOrBacktickPattern})?` +
    String.raw`(?![-#*]|\d{4}-\d\d-)${value}(?<!:)(?=(?:${quoteOrBacktickPattern})?[ \t]{0,3}(?:[\r\n]|$))`,
  'giu',
);
/** Matches a value after an encoded equals sign, as in URLs (`%3D`), JSON or HTML. */
const encoded = new RegExp(
  String.raw`${secretNamePattern}(?:%22)?(?:%3D|%3A|\\u003d|&#61;|&#x3d;)(?:%22)?(?<value>(?:[\w.~+!*$@^/-]|%(?!0[AD]|2[026C]|3B)[\da-f]{2}){6,4000})`,
  'giu',
);
const option = new RegExp(
  String.raw`(?<![\w-])--?(?:\w{1,20}-){0,3}${secretNamePattern}[ \t]{1,3}(?:["']?${value}|(?<quote>["'])(?<quotedValue>[^"'\n]{6,200})(?=\k<quote>))`,
  'giu',
);

/** Finds secrets by their names: `password=…`, `apiKey: "…"`. Ignores values that are names (`db-credentials-v2`). */
export function findAssignedSecrets(text: string): Span[] {
  const matchesOf = (pattern: RegExp) => Array.from(text.matchAll(pattern));
  return [
    ...plain
      .flatMap(matchesOf)
      .filter((match) => isSecret(match, text))
      .map(findValueSpan),
    ...quoted
      .flatMap(matchesOf)
      .filter((match) => isQuotedSecret(match, text))
      .map(findValueSpan),
    ...matchesOf(nextLine).filter(isSecretOnNextLine).map(findValueSpan),
    ...findValueSpans(encoded, text, (value) => !isStateOrPlaceholder(value)),
    ...findValueSpans(option, text, looksRandom),
  ];
}

/**
 * Tells whether an assignment contains a secret: a random value that is not the name of a thing, or a word in a form
 * that prose does not have (`name=value`, a quoted value, a line of its own).
 */
function isSecret(match: RegExpExecArray, text: string): boolean {
  const { name = '', sign: joint = '', valueQuote, value: assigned = '' } = match.groups ?? {};
  if (isStateOrPlaceholder(assigned) || isTooShort(name, assigned)) return false;
  if (isSecretId(name)) return isRandomId(assigned);
  const before = text.slice(Math.max(0, match.index - readBefore), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 5);
  const isGiven = valueQuote !== undefined && isSetByQuote(match, before);
  const isThing = !isGiven && isNameOfThing(name, joint, assigned, before, after);
  if (looksRandom(assigned) && !isThing) return true;
  if (isSecretReference(assigned)) return false;
  if (valueQuote !== undefined) return closing.test(after) && isGiven;
  // A bracket after the value means that the value is a function call or an element access.
  if (joint === '=') return !isThing && !/^[([{]/u.test(after);
  const isFirst = match.index <= readBefore;
  return (
    isSetByLine(name, before) &&
    /[\w!-/]/u.test(assigned) &&
    lineBefore.test(isFirst ? `\n${before}` : before) &&
    lineAfter.test(after)
  );
}

/** Tells whether a quoted value is a secret. Several words count as a secret only if the name means a password. */
function isQuotedSecret(match: RegExpExecArray, text: string): boolean {
  const { name = '', value: assigned = '' } = match.groups ?? {};
  if (isStateOrPlaceholder(assigned) || isTooShort(name, assigned)) return false;
  if (isSecretId(name)) return isRandomId(assigned);
  if (isSecretReference(assigned)) return looksRandom(assigned);
  if (/\s/u.test(assigned)) return isPasswordName(name) && !isPasswordMessage(assigned) && /\w/u.test(assigned);
  const before = text.slice(Math.max(0, match.index - readBefore), match.index);
  return looksRandom(assigned) && (!looksLikeName(assigned) || isSetByQuote(match, before));
}

function isTooShort(name: string, assigned: string): boolean {
  if (assigned.length >= minOtherLength) return false;
  if (/^passcode/iu.test(name) && /^\d{4,5}$/u.test(assigned)) return false;
  return !(mayBePasswordName(name) && isShortPassword(assigned));
}

function isSecretId(name: string): boolean {
  return /^secret_id/iu.test(name);
}

function isRandomId(assigned: string): boolean {
  return /^[\w-]{16,200}$/u.test(assigned) && looksRandom(assigned) && !looksLikeName(assigned);
}

function isSecretOnNextLine({ groups }: RegExpExecArray): boolean {
  const { name = '', value: assigned = '' } = groups ?? {};
  return looksRandom(assigned) && !isNameOfThing(name, ':', assigned, '', '');
}

/** Tells whether the value after a colon or in a URL parameter is the name of a thing, not a password. */
function isNameOfThing(name: string, joint: string, assigned: string, before: string, after: string): boolean {
  if (isPasswordName(name) || (joint.includes('=') && !/[?&]$/u.test(before))) return false;
  return looksLikeName(assigned) || (isNumberedWord(assigned) && /^[ \t][A-Za-z]{2}/u.test(after));
}

/** How many characters before a name are examined. */
const readBefore = 120;
const opening = /["'`][\w.-]{0,60}$/u;
const closing = new RegExp(`^${quoteOrBacktickPattern}`, 'u');
const lineBefore = /[\r\n][ \t]{0,40}(?:[-*][ \t]{1,3})?\*{0,3}["'`[]?[\w.-]{0,60}$/u;
const lineAfter = /^[ \t]{0,3}(?:[\r\n]|$|[ \t]#)/u;

/** Tells whether an assignment with a quoted value is not part of a sentence. */
function isSetByQuote({ groups }: RegExpExecArray, before: string): boolean {
  const { name = '', nameQuote, sign: joint = '' } = groups ?? {};
  return nameQuote === undefined ? joint.includes('=') || !isProse(name, before) : opening.test(before);
}

/** Tells whether a sentence quotes a value after an unquoted name: `unexpected token: "export"`. */
function isProse(name: string, before: string): boolean {
  return !isPasswordName(name) && (/^pass$/iu.test(name) || /\w[ \t]{1,3}$/u.test(before));
}

/** Tells whether a line sets a secret (`API_TOKEN: …`) and not only mentions its name (`secret: checkout`). */
function isSetByLine(name: string, before: string): boolean {
  return isPasswordName(name) || (before.endsWith('_') && name === name.toUpperCase());
}
