import { Alert, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageLink } from '../components/page-link.tsx';
import { count } from '../labels/count.ts';
import { describeConfidence } from '../labels/describe-confidence.ts';
import { describeVerdict, isComparable } from './describe-verdict.ts';
import { LatestResolution } from './latest-resolution.tsx';
import { LikelyPattern } from './likely-pattern.tsx';
import { MatchList } from './match-list.tsx';

type Question = Omit<Schemas['SearchQuestion'], 'limit'>;

/** The sentence first, then what it rests on. */
export function Answer({ question }: { readonly question: Question }) {
  const answer = refrain.useQuery(
    'post',
    '/v1/search',
    { body: { ...question, limit: 10 } },
    // A text may hold secrets: it is not kept longer than the page needs it.
    { gcTime: 0, staleTime: 60_000, refetchInterval: ({ state }) => (state.data?.complete === false ? 3_000 : false) },
  );
  return (
    <Loaded query={answer} what="the answer" height={220}>
      {(found) => (
        <Stack gap="md">
          <Asked asked={found.asked} />
          {!found.complete && (
            <Alert variant="outline" role="status" title="The past is still being read in">
              {count(found.searched, 'failure')} of {found.failures} were looked through: the answer may change, and
              does so by itself.
            </Alert>
          )}
          <div>
            <Title order={2} fz={24}>
              {describeVerdict(found)}
            </Title>
            <Text c="dimmed">
              {isComparable(found)
                ? `How sure: ${describeConfidence(found.verdict.confidence)}.`
                : 'How sure: this cannot be told, for it has no words that failures have. Paste more of it.'}
            </Text>
            <LatestResolution answer={found} />
          </div>
          {found.pattern && <LikelyPattern pattern={found.pattern} />}
          <MatchList answer={found} />
        </Stack>
      )}
    </Loaded>
  );
}

function Asked({ asked: { kind, id, title } }: Pick<Schemas['SearchResponse'], 'asked'>) {
  if (title === null || id === null) return null;
  return (
    <Text size="sm" c="dimmed">
      Asked about the {kind}{' '}
      {kind === 'failure' ? (
        <PageLink to="/failures/$failureId" params={{ failureId: id }} inherit underline="always">
          {title}
        </PageLink>
      ) : (
        `“${title}”`
      )}
      .
    </Text>
  );
}
