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
export function isNotEmailAddress(name: string, domain: string, before: string): boolean {
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
export function isCodeMention(mention: string, after: string): boolean {
  return annotations.has(mention.slice(1)) || (/^@[A-Z][a-z]/u.test(mention) && after === '(');
}
