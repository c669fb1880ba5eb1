import type { Cause, Trigger } from '@refrain/domain';

interface PathRule {
  readonly pattern: RegExp;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Weight of a path that matches the rule, in (0, 1]. Default: 1. */
  readonly weight?: number;
}

/** Rules that infer a cause and a trigger from the path of a changed file. The first matching rule counts. */
const rules: readonly PathRule[] = [
  {
    pattern:
      /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|gemfile\.lock|cargo\.lock|poetry\.lock|pipfile\.lock|composer\.lock|go\.(?:sum|mod)|requirements[\w.-]{0,40}\.txt)$/iu,
    cause: 'dependency',
    trigger: 'dependency_change',
  },
  { pattern: /(?:^|\/)migrat\w{0,10}\/|\.sql$|(?:^|\/)schema\.\w{1,6}$/iu, cause: 'data', trigger: 'deployment' },
  { pattern: /(?:^|\/)(?:certs?|tls|ssl)\/|\.(?:pem|crt|cer)$/iu, cause: 'expiry_time', trigger: 'time' },
  {
    pattern: /(?:^|\/)(?:iam|rbac|secrets?|policies)\/|\.sops\.\w{1,6}$/iu,
    cause: 'security_access',
    trigger: 'config_push',
  },
  {
    pattern:
      /\.(?:ya?ml|tf|tfvars|toml|ini|conf|cfg|properties|env|hcl)$|(?:^|\/)(?:config|helm|charts?|k8s|kubernetes|deploy|terraform|ansible)\/|(?:^|\/)dockerfile/iu,
    cause: 'configuration',
    trigger: 'config_push',
  },
  // Settings in source files reach production by a deployment, as code does.
  {
    pattern: /(?:^|\/)[\w.-]{0,60}(?:config|settings|flags|options)[\w-]{0,40}\.\w{1,6}$/iu,
    cause: 'configuration',
    trigger: 'deployment',
  },
  // Source files have a lower weight than other files, since most changes touch code.
  {
    weight: 1 / 3,
    pattern:
      /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|cs|php|c|cc|cpp|h|swift|ex|exs|erl|clj|vue|svelte|lua|pl|sh)$/iu,
    cause: 'code_defect',
    trigger: 'deployment',
  },
];

const maxPaths = 500;

/**
 * Infers causes and triggers from paths of changed files. The cause with the largest share comes first. A `share` in
 * (0, 1] is the share of the paths that match a rule, multiplied by the rule's weight.
 */
export function inferCausesFromPaths(paths: readonly string[]) {
  const counts = new Map<PathRule, { count: number; example: string }>();
  const read = paths.slice(0, maxPaths);
  for (const path of read) {
    const rule = rules.find(({ pattern }) => pattern.test(path.slice(0, 500)));
    if (rule === undefined) continue;
    const { count, example } = counts.get(rule) ?? { count: 0, example: path };
    counts.set(rule, { count: count + 1, example: [path, example].sort()[0] ?? path });
  }
  return [...counts]
    .map(([{ cause, trigger, weight = 1 }, { count, example }]) => ({
      cause,
      trigger,
      example,
      share: (weight * count) / read.length,
    }))
    .sort((a, b) => b.share - a.share || (a.example < b.example ? -1 : 1));
}
