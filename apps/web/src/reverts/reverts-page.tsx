import { Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { RevertKindCard } from './revert-kind-card.tsx';
import { keyOfKind, useStablePlaces } from './use-stable-places.ts';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];

/** Lets the user mark all reverts with similar titles as routine in one step. */
export function RevertsPage() {
  const kinds = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Routine changes"
      lead="Some changes are reverted as planned, such as maintenance, a toggle or a trial. Mark such a kind as routine, and its reverts leave the failures, patterns and figures on every page. You can undo each decision here."
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
  const listAt = useStablePlaces(kinds);
  const asked = listAt('undecided');
  const undecided = asked.filter(({ needsDecision }) => needsDecision);
  const decided = listAt('decided');
  return (
    <>
      <KindList
        title={undecided.length === 0 ? 'All decided' : `Needs a decision (${undecided.length})`}
        kinds={asked}
      />
      <KindList title={`Decided (${decided.length})`} kinds={decided} />
      <KindList
        title="No decision needed"
        lead="Some of these reverts belong to incidents, or none counts as a failure. You can still decide, for later reverts too."
        kinds={listAt('other')}
      />
    </>
  );
}

interface KindListProps {
  readonly title: string;
  readonly lead?: string;
  readonly kinds: readonly Kind[];
}

function KindList({ title, lead, kinds }: KindListProps) {
  if (kinds.length === 0) return null;
  return (
    <Section title={title}>
      {lead !== undefined && (
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      )}
      <Stack gap="xs">
        {kinds.map((kind) => (
          <RevertKindCard key={keyOfKind(kind)} kind={kind} />
        ))}
      </Stack>
    </Section>
  );
}
