import { Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { count } from '../labels/format.ts';
import { RevertKindCard } from './revert-kind-card.tsx';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];

/** Lets the user mark all reverts with similar titles as routine in one step. */
export function RevertsPage() {
  const kinds = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Routine changes"
      lead="A change that is reverted again and again may be routine, such as maintenance, a toggle or a trial. If you mark a kind as routine, its reverts no longer count as failures, including future ones."
    >
      <QueryState query={kinds} what="the kinds of reverts" height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No kind of change was reverted five times">
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
  const open = kinds.filter(({ needsDecision }) => needsDecision);
  const decided = kinds.filter(({ decision }) => decision !== null);
  const others = kinds.filter(({ needsDecision, decision }) => !needsDecision && decision === null);
  return (
    <>
      <KindList title={`Needs a decision: ${count(open.length, 'kind')}`} kinds={open} />
      <KindList title={`Decided: ${count(decided.length, 'kind')}`} kinds={decided} />
      <KindList
        title="No decision needed"
        lead="Some of these reverts belong to incidents, or none of them counts as a failure. You can still decide."
        kinds={others}
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
          <RevertKindCard key={`${kind.repository} ${kind.template}`} kind={kind} />
        ))}
      </Stack>
    </Section>
  );
}
