/** Ends of names of files that are no domains of the top level. */
const fileExtension =
  /^(?:c|cc|cjs|conf|cpp|cs|css|env|go|gradle|gz|h|hpp|html?|ini|jar|java|js|json|jsx|kts?|lock|log|lua|mjs|mts|php|rb|scala|scss|sql|svg|swift|tar|tf|tgz|toml|tsx?|txt|vue|war|whl|xml|ya?ml)$/iu;
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/u;
const version = /^v?\d{1,9}\.\d{1,9}(?:[.-]|$)/iu;

/**
 * Whether `name@domain` belongs to no person: a version of a package (`pool@1.2.3`), a place in a file (`foo@bar.js:12`), or the user
 * of all who use Git (`git@github.com:acme/x.git`).
 * @param before the character before the name
 */
export function isNoMailbox(name: string, domain: string, before: string): boolean {
  if (name === 'git') return true;
  if (address.test(domain)) return before === '/';
  return version.test(domain) || fileExtension.test(domain.split('.').at(-1) ?? '');
}

/**
 * Annotations and rules of Java, Python, CSS and JSDoc, as they are written. A handle of the same letters is one of a person who is not
 * known anyway.
 */
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

/** Whether a mention is code: an annotation, or one that is called and begins with a capital, as no handle in a sentence is. */
export function isAnnotation(mention: string, after: string): boolean {
  return annotations.has(mention.slice(1)) || (/^@[A-Z][a-z]/u.test(mention) && after === '(');
}
