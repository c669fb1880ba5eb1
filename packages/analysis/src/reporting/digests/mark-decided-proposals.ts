import type { Digest, Improvement, ImprovementState } from '@refrain/domain';
import { formatDay } from '../../text/format.ts';

export type CurrentState = Pick<Improvement, 'state' | 'stateSince'>;

const outcomes: Readonly<Record<Exclude<ImprovementState, 'proposed'>, string>> = {
  approved: 'Approved',
  opened: 'Approved; its issue opened',
  accepted: 'Approved; work began',
  declined: 'Declined',
  fixed: 'Approved; done',
  verified: 'Approved and done; found to hold',
  recurred: 'Approved and done; found not to hold',
};

/**
 * Says of each proposal in a digest that no longer waits for a decision what became of it, because a reader would look for it among
 * the proposals.
 * @param states the current states of improvements by id
 */
export function markDecidedProposals(digest: Digest, states: ReadonlyMap<string, CurrentState>): Digest {
  const { document } = digest;
  const idOf = new Map(document.sources.map(({ ref, id }) => [ref, id]));
  const describe = (refs: readonly string[]) => {
    const current = states.get(idOf.get(refs[0] ?? '') ?? '');
    if (current === undefined || current.state === 'proposed') return '';
    return `${outcomes[current.state]} on ${formatDay(current.stateSince)}. `;
  };
  return {
    ...digest,
    document: {
      ...document,
      sections: document.sections.map((section) =>
        section.id === 'decisions'
          ? {
              ...section,
              statements: section.statements.map((statement) => ({
                ...statement,
                text: `${describe(statement.refs)}${statement.text}`,
              })),
            }
          : section,
      ),
    },
  };
}
