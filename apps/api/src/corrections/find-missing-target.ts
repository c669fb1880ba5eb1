import type { CorrectionDecision } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** Finds the first target of a correction that does not exist, as `failure <id>`; null if all targets exist. */
export async function findMissingTarget(
  store: Pick<Store, 'changes' | 'failures' | 'patterns'>,
  decision: CorrectionDecision,
): Promise<string | null> {
  switch (decision.kind) {
    case 'must_link':
    case 'cannot_link':
      return findMissingOf('failure', decision.failureIds, store.failures);
    case 'not_a_failure':
    case 'is_a_failure':
    case 'not_change_related':
      return findMissingOf('failure', [decision.failureId], store.failures);
    case 'cause':
      if (decision.failureId !== undefined) return findMissingOf('failure', [decision.failureId], store.failures);
      return findMissingPattern(decision.patternId ?? '', store.patterns);
    case 'title_template':
      // A title template also applies to later reverts, so it is valid even if no revert matches it yet.
      return null;
    case 'rename':
    case 'pattern':
      return findMissingPattern(decision.patternId, store.patterns);
    case 'link':
      return (
        (await findMissingOf('failure', [decision.failureId], store.failures)) ??
        (decision.type === 'same_episode'
          ? await findMissingOf('failure', [decision.targetId], store.failures)
          : await findMissingOf('change', [decision.targetId], store.changes))
      );
  }
}

async function findMissingPattern(id: string, patterns: Store['patterns']): Promise<string | null> {
  return (await patterns.find(id)) === null ? `pattern ${id}` : null;
}

interface Findable {
  findMany(ids: readonly string[]): Promise<readonly { readonly id: string }[]>;
}

async function findMissingOf(what: string, ids: readonly string[], stored: Findable): Promise<string | null> {
  const found = new Set((await stored.findMany(ids)).map(({ id }) => id));
  const missing = ids.find((id) => !found.has(id));
  return missing === undefined ? null : `${what} ${missing}`;
}
