import { Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { groupKinds } from './group-kinds.ts';
import { RevertKindCard } from './revert-kind-card.tsx';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];

/** Lets the user mark all reverts with similar titles as routine in one step. */
export function RevertsPage() {
  const kinds = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Routine changes"
      lead="Some changes are reverted as planned, such as maintenance, a toggle or a trial. If you mark such a kind as routine, its reverts no longer count as failures, in patterns or in figures. You can undo each decision here."
    >
      <QueryState query={kinds} what="the kinds of reverts" height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No kind of change has been reverted five times">
              Reverts in one repository are of the same kind if their titles differ only in single words. Refrain lists
              them here after each clustering.
            </EmptyState>
          ) : (
            <KindSections kinds={items} />
          )
        }
      </QueryState>
    </Page>
  );
}

function KindSections({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { undecided, other, decided } = groupKinds(kinds);
  return (
    <>
      <KindList title={`Needs a decision (${undecided.length})`} kinds={undecided} />
      <KindList
        title={`No decision needed (${other.length})`}
        isFolded={undecided.length > 0}
        lead="Either some of these reverts belong to incidents, or none of them counts as a failure. You can still decide on them and on later ones."
        kinds={other}
      />
      <KindList title={`Decided (${decided.length})`} kinds={decided} />
    </>
  );
}

interface KindListProps {
  readonly title: string;
  readonly lead?: string;
  readonly kinds: readonly Kind[];
  readonly isFolded?: boolean;
}

function KindList({ title, lead, kinds, isFolded = false }: KindListProps) {
  if (kinds.length === 0) return null;
  const cards = (
    <Stack gap="xs">
      {kinds.map((kind) => (
        <RevertKindCard key={`${kind.repository} ${kind.template}`} kind={kind} />
      ))}
    </Stack>
  );
  return (
    <Section title={title}>
      {lead !== undefined && (
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      )}
      {isFolded ? (
        <details>
          <Text component="summary" size="sm" w="fit-content" mb="xs">
            Show {kinds.length === 1 ? 'it' : 'them'}
          </Text>
          {cards}
        </details>
      ) : (
        cards
      )}
    </Section>
  );
}
