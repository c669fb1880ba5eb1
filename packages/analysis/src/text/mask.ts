interface Rule {
  /** A string that every match contains. Texts without it are skipped quickly. */
  readonly needs?: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

/**
 * Masks for values that differ between occurrences of the same failure, in the order in which they are applied. They
 * take linear time, because every quantifier is bounded, or repeats a character class that the next part of the pattern
 * cannot match.
 */
const rules: readonly Rule[] = [
  { needs: '@', pattern: /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/gu, replacement: '<email>' },
  // Keeps a URL's path, which identifies a failure; host, query and fragment mostly vary.
  {
    needs: '://',
    pattern: /\b[a-z][a-z\d+]{1,9}:\/\/[^\s/<>"')\]}|?#]{1,255}([^\s<>"')\]}|?#]{0,2000})[^\s<>"')\]}|]{0,2000}/giu,
    replacement: '<host>$1',
  },
  { needs: '-', pattern: /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/giu, replacement: '<uuid>' },
  // Keeps an ARN's service and resource, which identify a failure; region and account vary.
  {
    needs: 'arn:aws',
    pattern: /\barn:aws[\w-]{0,12}:([a-z\d-]{1,40}):[a-z\d-]{0,30}:\d{0,12}:/gu,
    replacement: 'arn:$1:<account>:',
  },
  {
    needs: '-',
    pattern:
      /\b(?:i|ami|vol|snap|eni|vpc|vpce|subnet|sg|sgr|acl|rtb|igw|nat|eipalloc|eipassoc|tgw|lt|fs|pcx)-(?=[a-f]{0,17}\d)[\da-f]{8,17}\b/gu,
    replacement: '<id>',
  },
  // Random suffixes of Kubernetes pod names, which contain no vowels.
  {
    needs: '-',
    pattern: /(?<=[a-z\d])-(?=[b-z]{0,9}\d)[bcdfghjklmnpqrstvwxz\d]{8,10}-[bcdfghjklmnpqrstvwxz\d]{5}(?![a-z\d-])/gu,
    replacement: '<pod>',
  },
  {
    needs: '-',
    pattern: /(?<=[a-z\d])-(?=[b-z]{0,4}\d)(?=\d{0,4}[b-z])[bcdfghjklmnpqrstvwxz\d]{5}(?![a-z\d-])/gu,
    replacement: '<pod>',
  },
  {
    needs: 'ip-',
    pattern: /\bip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[a-z\d-]{1,63}){0,6}\b/gu,
    replacement: '<host>',
  },
  // Keeps the name of a machine, but not its number and domain.
  {
    needs: '.',
    pattern:
      /\b([a-z]{2,20}(?:-[a-z]{2,20}){0,3})-?\d{1,5}(?:\.[a-z][a-z\d-]{0,40}){0,5}\.(?:com|net|org|io|dev|cloud|internal|local|lan|corp|example|test)\b(?!\.\w)/gu,
    replacement: '$1<host>',
  },
  // JSON Web Tokens and values in padded base64.
  { needs: 'eyJ', pattern: /\beyJ[\w-]{8,2000}(?:\.[\w-]{1,2000}){0,2}/gu, replacement: '<blob>' },
  { needs: '=', pattern: /(?<![\w+/])[A-Za-z\d+/]{20,4000}={1,2}(?![\w=])/gu, replacement: '<blob>' },
  { needs: '.', pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|\/\d{1,2})?\b/gu, replacement: '<address>' },
  // Line and column in a minified script. A line number without a column is kept, since it distinguishes failures.
  { needs: ':', pattern: /(?<=\.(?:[cm]?[jt]s|[jt]sx|vue)):\d{1,6}:\d{1,6}\b/gu, replacement: '<line>' },
  {
    needs: '-',
    pattern:
      /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|US\/[A-Z][a-z]{3,8}|[+-]\d{2}:?\d{2})\b)?/gu,
    replacement: '<time>',
  },
  { pattern: /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}\b/gu, replacement: '<time>' },
  // Times in access logs (01/Mar/2024:10:11:12 +0000) and at the start of a klog line (E0301 10:11:12.345678).
  {
    needs: '/',
    pattern: /\b\d{2}\/[A-Z][a-z]{2}\/\d{4}(?::\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?)?\b/gu,
    replacement: '<time>',
  },
  { needs: ':', pattern: /(?<![\w-])([IWEF])\d{4} (?=\d{2}:\d{2}:\d{2})/gu, replacement: '$1 ' },
  {
    pattern:
      /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? {1,2}\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d{2})?\b/giu,
    replacement: '<time>',
  },
  {
    pattern:
      /\b\d{1,2}(?:st|nd|rd|th)? (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?:,? (?:19|20)\d{2}\b)?/giu,
    replacement: '<time>',
  },
  {
    needs: ':',
    pattern:
      /\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\b)?(?: (?:UTC|GMT|[PECM][SD]T|US\/[A-Z][a-z]{3,8})\b)?/giu,
    replacement: '<time>',
  },
  { needs: ':', pattern: /(?<![\w:])(?:[\da-f]{1,4}:){3,7}(?::|[\da-f]{1,4})(?![\w:])/giu, replacement: '<address>' },
  { pattern: /\b0x[\da-f]{1,64}\b/giu, replacement: '<hex>' },
  // A hash must have both letters and digits, since `deadbeef` may be a word and `1234567` may be a number.
  { pattern: /\b(?=[a-f]{0,63}\d)(?=\d{0,63}[a-f])[\da-f]{7,64}\b/giu, replacement: '<hex>' },
  { pattern: /\b(?:PT)?(?:\d{1,5}(?:\.\d{1,9})?(?:ms|[dhms])){2,5}\b/giu, replacement: '<duration>' },
  {
    pattern:
      /\b\d{1,9}(?:\.\d{1,6})? ?(?:ns|µs|us|ms|msecs?|millis(?:econds?)?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b/giu,
    replacement: '<duration>',
  },
  { pattern: /\b\d{1,9}(?:\.\d{1,6})? ?(?:[kmgt]i?b|bytes?)\b/giu, replacement: '<size>' },
  { pattern: /(?<![\w.-])\d{1,4}(?:\.\d{1,6})? ?(?:%|percent\b)/giu, replacement: '<percent>' },
  // Keeps short numbers and versions, since ports, exit codes, error codes and releases identify a failure.
  { pattern: /(?<![\w.-])\d{1,12}[.,]\d{2,12}(?![\w.])|(?<![\w.-])\d{6,32}(?![\w.])/gu, replacement: '<number>' },
];

/** Every value to mask has one of these characters (UUIDs practically always have a digit). Most prose has none. */
const mayVary = /[\d@:=]|eyJ/u;

/**
 * Replaces values that vary between a failure's occurrences by placeholders (`<time>`). Does not change masked text.
 */
export function mask(text: string): string {
  if (!mayVary.test(text)) return text;
  return rules.reduce(
    (masked, { needs = '', pattern, replacement }) =>
      masked.includes(needs) ? masked.replace(pattern, replacement) : masked,
    text,
  );
}

/** Matches the placeholders that `mask` inserts. */
export const placeholderPattern =
  /<(?:email|host|uuid|account|id|pod|blob|time|address|hex|duration|size|percent|line|number)>/gu;
