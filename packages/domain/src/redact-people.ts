/**
 * Matches `@` and the domain of an email address. The code then searches backwards for the local part, in linear time.
 */
const mailDomain = /@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const maxMailboxLength = 64;
/**
 * Matches a mention such as `@handle`, but not `@` in a word, in a path, in a package scope such as `@acme/api`, or
 * after `[secret]`, where a host follows. Handles of GitHub's Enterprise Managed Users end in `_` and a short code. A
 * name with several underscores, or before a parenthesis, counts as code. Variables such as `@user_path` look like
 * handles, so they are redacted too.
 */
const mention = /(?<![\w@/`]|\[secret\])@[a-z\d][a-z\d-]{0,38}(?:_[a-z\d]{1,38}(?!\(|\.\w))?(?![\w/@-])/giu;

/**
 * Replaces people with roles. Replaces known names, handles and capitalized given names by the role, and any other email
 * address or mention by `someone`. Takes linear time for any number of names.
 * @param roles maps names and handles to roles, such as `{ 'Jo Doe': 'responder 1' }`
 */
export function redactPeople(text: string, roles: Readonly<Record<string, string>>): string {
  return replaceNames(replaceAddresses(text, roles), roles).replace(mention, (found, at: number, whole: string) =>
    isCodeMention(found, whole.charAt(at + found.length)) ? found : 'someone',
  );
}

function replaceAddresses(text: string, roles: Readonly<Record<string, string>>): string {
  let redacted = '';
  let end = 0;
  for (const { 0: domain, index } of text.matchAll(mailDomain)) {
    let start = index;
    while (start > end && index - start < maxMailboxLength && /[\w.+-]/u.test(text.charAt(start - 1))) start -= 1;
    if (start === index) continue;
    const address = text.slice(start, index + domain.length);
    const isKnown = Object.hasOwn(roles, address);
    if (!isKnown && isNotEmailAddress(text.slice(start, index), domain.slice(1), text.charAt(start - 1))) continue;
    redacted += text.slice(end, start) + (isKnown ? roles[address] : 'someone');
    end = index + domain.length;
  }
  return redacted + text.slice(end);
}

const tokens = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu;
const isWord = (token: string | undefined): boolean => token !== undefined && /^[\p{L}\p{N}]/u.test(token);
const lowerCase = (token: string): string => token.toLowerCase();
const asWritten = (token: string): string => token;

function replaceNames(text: string, roles: Readonly<Record<string, string>>): string {
  const names = Object.entries(roles).filter(([name]) => name.length > 1);
  if (names.length === 0) return text;
  return replaceKnown(text, treeOf(names, lowerCase), treeOf(givenNames(names), asWritten));
}

/**
 * Creates a function that replaces full names by `someone` in linear time.
 * @param names full names, matched in any letter case. A given name alone is not replaced, because it may also be a
 * word.
 * @param phrases full names that are also ordinary phrases. They match only in the given letter case or in capitals.
 */
export function createNameRedactor(
  names: readonly string[],
  phrases: readonly string[] = [],
): (text: string) => string {
  const toRole = (name: string) => [name, 'someone'] as const;
  const known = treeOf(names.map(toRole), lowerCase);
  const written = treeOf(phrases.flatMap((name) => [name, name.toUpperCase()]).map(toRole), asWritten);
  return (text) => (names.length + phrases.length === 0 ? text : replaceKnown(text, known, written));
}

/** Replaces the longest known name at each token. Finds the names with a trie of tokens. */
function replaceKnown(text: string, known: NameTree, given: NameTree): string {
  const words = text.match(tokens) ?? [];
  const redacted: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = isWord(words[at - 1])
      ? null
      : (longestIn(known, words, at, lowerCase) ?? longestIn(given, words, at, asWritten));
    if (found === null) {
      redacted.push(words[at] ?? '');
      at += 1;
      continue;
    }
    if (redacted.at(-1) === '@' && !isWord(words[at - 2])) redacted.pop();
    redacted.push(found.role);
    at = found.end;
  }
  return redacted.join('');
}

interface NameTree {
  role: string | null;
  readonly next: Map<string, NameTree>;
}

/** Builds a trie of names by token. If names differ only in letter case, the role of the first name is used. */
function treeOf(names: Iterable<readonly [name: string, role: string]>, fold: (token: string) => string): NameTree {
  const root: NameTree = { role: null, next: new Map() };
  for (const [name, role] of names) {
    let node = root;
    for (const token of name.match(tokens) ?? []) {
      const key = fold(token);
      const next = node.next.get(key) ?? { role: null, next: new Map() };
      node.next.set(key, next);
      node = next;
    }
    node.role ??= role;
  }
  return root;
}

function longestIn(
  tree: NameTree,
  words: readonly string[],
  start: number,
  fold: (token: string) => string,
): { readonly role: string; readonly end: number } | null {
  let found: { readonly role: string; readonly end: number } | null = null;
  let node: NameTree | undefined = tree;
  for (let end = start; end < words.length; ) {
    node = node.next.get(fold(words[end] ?? ''));
    if (node === undefined) break;
    end += 1;
    if (node.role !== null && !isWord(words[end])) found = { role: node.role, end };
  }
  return found;
}

// Given names with fewer characters than this are not replaced, because they are often ordinary words.
const minGivenNameLength = 3;

function givenNames(names: readonly (readonly [name: string, role: string])[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, role] of names) {
    const first = /^(\p{Lu}[\p{L}’'-]*)\s+\p{L}/u.exec(name)?.[1];
    if (first !== undefined && first.length >= minGivenNameLength && !given.has(first)) given.set(first, role);
  }
  return given;
}

interface WithTexts {
  readonly title: string;
  readonly text: string;
  readonly decidingWords?: readonly string[] | undefined;
}

export function redactPeopleInTexts<T extends WithTexts>(record: T, redact: (text: string) => string): T {
  const { title, text, decidingWords } = record;
  return {
    ...record,
    title: redact(title),
    text: redact(text),
    ...(decidingWords && { decidingWords: decidingWords.map(redact) }),
  };
}

/** Matches file extensions, so that `foo@bar.js` does not count as an email address. */
const fileExtension =
  /^(?:c|cc|cjs|conf|cpp|cs|css|env|go|gradle|gz|h|hpp|html?|ini|jar|java|js|json|jsx|kts?|lock|log|lua|mjs|mts|php|rb|scala|scss|sql|svg|swift|tar|tf|tgz|toml|tsx?|txt|vue|war|whl|xml|ya?ml)$/iu;
const ipAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/u;
const version = /^v?\d{1,9}\.\d{1,9}(?:[.-]|$)/iu;

/**
 * Returns whether `name@domain` is not an email address: a package version (`pool@1.2.3`), a location in a file
 * (`foo@bar.js:12`), or the Git user (`git@github.com:acme/x.git`).
 * @param before the character that precedes `name` in the text
 */
function isNotEmailAddress(name: string, domain: string, before: string): boolean {
  if (name === 'git') return true;
  if (ipAddress.test(domain)) return before === '/';
  return version.test(domain) || fileExtension.test(domain.split('.').at(-1) ?? '');
}

/** Annotations and at-rules of Java, Python, CSS and JSDoc, which resemble mentions such as `@jodoe`. */
const annotations = new Set(
  [
    'After AfterAll AfterEach Async Autowired Bean Before BeforeAll BeforeEach Cacheable Component Configuration Controller',
    'Deprecated Disabled Entity EventListener FunctionalInterface Ignore Inject Injectable Input KafkaListener Mock MockBean',
    'NonNull NotNull Nullable Override Output ParameterizedTest PostConstruct PreDestroy Primary Qualifier RequestBody',
    'RestController Retryable SafeVarargs Scheduled Singleton Slf4j SpringBootTest SuppressWarnings Test Transactional Valid',
    'abstractmethod classmethod dataclass deprecated fixture property staticmethod',
    'apply charset container font-face import keyframes layer media namespace supports tailwind',
    'internal link override param private public return returns since throws todo type typedef',
  ].flatMap((names) => names.split(' ')),
);

/** Returns whether a mention is code: a known annotation, or a capitalized name before a parenthesis. */
function isCodeMention(mention: string, after: string): boolean {
  return annotations.has(mention.slice(1)) || (/^@[A-Z][a-z]/u.test(mention) && after === '(');
}
