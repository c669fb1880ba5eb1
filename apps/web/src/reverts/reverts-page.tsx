import { Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { RevertKindCard } from './revert-kind-card.tsx';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];

/** Lets the user mark all reverts with similar titles as routine in one step. */
export function RevertsPage() {
  const kinds = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Routine changes"
      lead="A change that is reverted again and again may be routine, such as maintenance, a toggle or a trial. If you mark a kind as routine, its reverts do not count as failures, now or later."
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
  const listAt = (place: Place) => kinds.filter((kind) => findPlace(kind) === place);
  const undecided = listAt('undecided');
  const decided = listAt('decided');
  return (
    <>
      <KindList title={`Needs a decision (${undecided.length})`} kinds={undecided} />
      <KindList title={`Decided (${decided.length})`} kinds={decided} />
      <KindList
        title="No decision needed"
        lead="Some of these reverts belong to incidents, or none counts as a failure. You can still decide; the decision also applies to later reverts."
        kinds={listAt('other')}
      />
    </>
  );
}

type Place = 'undecided' | 'decided' | 'other';

function findPlace({ needsDecision, decision }: Kind): Place {
  if (needsDecision) return 'undecided';
  return decision === null ? 'other' : 'decided';
}

const keyOf = ({ repository, template }: Kind) => `${repository} ${template}`;

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
          <RevertKindCard key={keyOf(kind)} kind={kind} />
        ))}
      </Stack>
    </Section>
  );
}
