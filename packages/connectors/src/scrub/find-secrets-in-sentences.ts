import { findValueSpan, type Span } from './find-value-spans.ts';
import {
  isNumberedWord,
  isSecretReference,
  isStateOrPlaceholder,
  isStrongPassword,
  looksLikeName,
  looksRandom,
} from './is-secret-value.ts';
import { isPasswordName, matchPatternAtPosition, type SecretName } from './secret-names.ts';

/** Matches a word of a sentence, possibly quoted, without punctuation after it. */
const createWord = (shortest: number) =>
  String.raw`["'\x60]?(?<value>[^\s"'\x60,;()<>]{${shortest},200}?)(?=[.:!?]?(?:["'\x60\s,;()<>]|$))`;

/** Matches the rest of a sentence that states a password, optionally with its owner: ` for bob is …`. */
const statement = new RegExp(
  String.raw`(?:[ \t]{1,3}(?:for|of)(?:[ \t]{1,3}[^\s,;:]{1,60}){1,3}?)?[ \t]{1,3}(?:is|was|to)(?:[ \t]{1,3}now)?:?[ \t]{1,3}${createWord(8)}`,
  'iuy',
);
const pointed = new RegExp(
  String.raw`["'\x60*]{0,3}[ \t]{0,3}(?:[=-]{1,2}>|[→⇒➜]|(?<=[ \t])[–—~-]|==)[ \t]{1,3}${createWord(8)}`,
  'uy',
);
/** Matches a value after `pass:`, which may also be test output: `pass: TestCheckoutV2`. */
const passed = new RegExp(String.raw`\*{0,2}[ \t]{0,3}:\*{0,2}[ \t]{1,3}${createWord(6)}`, 'uy');
const userBefore = /(?<![a-z])(?:account|e-?mail|login|user(?:name)?)\*{0,2}[ \t]{0,3}:[^\n]{0,60}\n?[^\n]{0,10}$/iu;
const readBefore = 100;

/** Matches user and password after a word that means both: `creds: admin:…`, `credentials: admin / …`. */
const pair = new RegExp(
  String.raw`(?<![\w-])(?:cred(?:ential)?s?|log[ -]?in(?:[ \t](?:as|using|with))?|basic[ ]auth|user(?:name)?[ ]?(?:/|and|&)[ ]?pass(?:word)?)` +
    String.raw`\*{0,2}(?<sign>[ \t]{0,3}(?:[:=：]|are|is)\*{0,2})?[ \t]{1,3}["'\x60]?(?<user>[a-z][\w.@+-]{1,60})(?<joint>["'\x60]?(?:[ \t]{0,2}[:/][ \t]{0,2}|[ \t]and[ \t]))${createWord(6)}`,
  'giu',
);
const commonUser = /^(?:admin(?:istrator)?|guest|postgres|root|sa)$/iu;

const codes = /(?<![a-z])(?:backup|recovery|scratch)[ -]codes?\*{0,2}[ \t]{0,3}[:=]\*{0,2}/giu;
const code =
  /[\s,;`*•-]{0,8}(?:\d{1,2}[.)][ \t]{1,3})?(?<value>[A-Za-z\d]{4,20}(?:-[A-Za-z\d]{3,20}){0,5})(?![\w.-])/guy;
const maxListLength = 600;
const date = /^\d{4}-\d\d-\d\d$/u;

/** Finds passwords, users with passwords, and recovery codes in sentences and notes. */
export function findSecretsInSentences(text: string, names: readonly SecretName[]): Span[] {
  return [
    ...names.flatMap((name) => findAfter(name, text)),
    ...Array.from(text.matchAll(pair)).filter(isPair).map(findValueSpan),
    ...Array.from(text.matchAll(codes)).flatMap(({ 0: label, index }) => listCodes(text, index + label.length)),
  ];
}

function findAfter({ name, start, end }: SecretName, text: string): Span[] {
  const isPass = /^pass$/iu.test(name);
  if (!isPass && !isPasswordName(name)) return [];
  const find = (pattern: RegExp, isSecret: (match: RegExpExecArray) => boolean) => {
    const match = matchPatternAtPosition(pattern, text, end);
    return match !== null && isSecret(match) ? [findValueSpan(match)] : [];
  };
  return [
    ...find(pointed, ({ groups }) => isStrongPassword(groups?.value ?? '')),
    ...(isPass ? [] : find(statement, ({ groups }) => isStatedPassword(groups?.value ?? ''))),
    ...(isPass && name !== 'PASS'
      ? find(passed, (match) => isPassed(match, text.slice(Math.max(0, start - readBefore), start)))
      : []),
  ];
}

function isStatedPassword(value: string): boolean {
  return [/[a-z]/u, /[A-Z]/u, /\d/u].every((kind) => kind.test(value)) && looksRandom(value) && !hashed.test(value);
}

/** Matches an algorithm joined to a word: `SHA256-hashed`. */
const hashed = /^[A-Za-z]{2,8}\d{1,3}-/u;

function isPassed({ groups }: RegExpExecArray, before: string): boolean {
  const { value = '' } = groups ?? {};
  return isStrongPassword(value) || (isOther(value) && userBefore.test(before));
}

function isPair({ groups }: RegExpExecArray): boolean {
  const { sign, user = '', joint = '', value = '' } = groups ?? {};
  if (value.startsWith('/')) return false;
  return (
    isStrongPassword(value) || (sign !== undefined && /[: ]/u.test(joint) && commonUser.test(user) && isOther(value))
  );
}

/** Tells whether a value next to a user name may be a password, such as a word with a number. */
function isOther(value: string): boolean {
  return looksRandom(value) && !(looksLikeName(value) || isSecretReference(value) || isStateOrPlaceholder(value));
}

function listCodes(text: string, start: number): Span[] {
  const spans: Span[] = [];
  const list = text.slice(start, start + maxListLength);
  for (const match of list.matchAll(code)) {
    const { value = '' } = match.groups ?? {};
    if (!/\d/u.test(value) || !(/[a-z]/iu.test(value) || /\d{6}|\d{3}-\d{3}/u.test(value))) break;
    if (date.test(value) || looksLikeName(value) || isNumberedWord(value)) break;
    const { start: from, end } = findValueSpan(match);
    spans.push({ start: start + from, end: start + end });
  }
  return spans;
}
