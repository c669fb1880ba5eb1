import { Alert, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { QueryState } from '../components/query-state.tsx';
import { count } from '../labels/count.ts';
import { describeConfidence } from '../labels/describe-confidence.ts';
import { describeVerdict, hasComparableWords } from './describe-verdict.ts';
import { LatestResolution } from './latest-resolution.tsx';
import { LikelyPattern } from './likely-pattern.tsx';
import { MatchList } from './match-list.tsx';

type Question = Omit<Schemas['SearchQuery'], 'limit'>;

export function SearchAnswer({ question }: { readonly question: Question }) {
  const answer = refrain.useQuery(
    'post',
    '/v1/search',
    { body: { ...question, limit: 10 } },
    // The result is dropped from the cache when the user leaves the page, because a pasted text may contain secrets.
    { gcTime: 0, staleTime: 60_000, refetchInterval: ({ state }) => (state.data?.complete === false ? 3_000 : false) },
  );
  return (
    <QueryState query={answer} what="the answer" height={220}>
      {(response) => (
        <Stack gap="md">
          <SearchSubject query={response.query} />
          {!response.complete && (
            <Alert variant="outline" role="status" title="The past is still being read in">
              {count(response.searched, 'failure')} of {response.failures} were looked through: the answer may change,
              and does so by itself.
            </Alert>
          )}
          <div>
            <Title order={2} fz={24}>
              {describeVerdict(response)}
            </Title>
            <Text c="dimmed">
              {hasComparableWords(response)
                ? `Confidence: ${describeConfidence(response.verdict.confidence)}.`
                : 'Confidence: this cannot be told, for it has no words that failures have. Paste more of it.'}
            </Text>
            <LatestResolution answer={response} />
          </div>
          {response.pattern && <LikelyPattern pattern={response.pattern} />}
          <MatchList answer={response} />
        </Stack>
      )}
    </QueryState>
  );
}

function SearchSubject({ query: { kind, id, title } }: Pick<Schemas['SearchResponse'], 'query'>) {
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
