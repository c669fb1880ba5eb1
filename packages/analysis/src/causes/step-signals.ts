import type { Cause } from '@refrain/domain';
import { listFailedSteps } from '../text/failed-steps.ts';

/** Rules that infer a cause from the name of a failed workflow step. The first matching rule counts. */
const rules: readonly { readonly pattern: RegExp; readonly cause: Cause }[] = [
  { pattern: /\b(?:migrat\w{0,10}|schema|database|seed(?:ing)?|backfill)\b/iu, cause: 'data' },
  {
    pattern: /\b(?:terraform|helm|kubectl|kustomize|ansible|manifests?|configs?|configuration|values)\b/iu,
    cause: 'configuration',
  },
  {
    pattern: /\b(?:log ?in|authenticat\w{0,5}|credentials?|assume role|secrets?|permissions?|security|audit)\b/iu,
    cause: 'security_access',
  },
  {
    pattern: /\b(?:install|dependenc(?:y|ies)|npm ci|pip|bundle|restore packages|docker pull|pull images?)\b/iu,
    cause: 'dependency',
  },
  { pattern: /\b(?:certificates?|cert|tls|renew\w{0,4})\b/iu, cause: 'expiry_time' },
  {
    pattern: /\b(?:set up job|runner|checkout|upload artifacts?|download artifacts?|cache)\b/iu,
    cause: 'infrastructure',
  },
  { pattern: /\b(?:tests?|build|compile|lint|typecheck|type check|e2e|smoke|unit|bundle)\b/iu, cause: 'code_defect' },
];

const maxSteps = 20;

/** Infers causes from the failed steps in a failed deployment's text. The cause with most steps comes first. */
export function inferCausesFromSteps(text: string) {
  const found = new Map<Cause, { count: number; step: string }>();
  const steps = listFailedSteps(text).slice(0, maxSteps);
  for (const step of steps) {
    const rule = rules.find(({ pattern }) => pattern.test(step));
    if (rule === undefined) continue;
    const { count, step: first } = found.get(rule.cause) ?? { count: 0, step };
    found.set(rule.cause, { count: count + 1, step: first });
  }
  return [...found]
    .map(([cause, { count, step }]) => ({ cause, share: count / steps.length, step }))
    .sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1));
}
