import { Alert, Stack, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { QueryState } from '../components/states.tsx';
import { count } from '../labels/format.ts';
import { describeVerdict, explainNotSeen } from './describe-verdict.ts';
import { EarlierResolutionCard } from './earlier-resolution-card.tsx';
import { isPatternOfMost } from './is-pattern-of-most.ts';
import { LikelyPatternCard } from './likely-pattern-card.tsx';
import { MatchList } from './match-list.tsx';
import { RecordedAlert } from './recorded-alert.tsx';

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
          <CorrectionNote corrections={response.corrections} />
          <RecordedAlert recorded={response.recorded} />
          <ProgressAlert answer={response} />
          <div>
            <Title order={2} fz={24}>
              {describeVerdict(response)}
            </Title>
            <PossiblePatternNote pattern={response.possiblePattern} />
            <Text c="dimmed">{explainNotSeen(response)}</Text>
          </div>
          <Answer answer={response} />
          <MatchList answer={response} />
          <MeaningNote answer={response} />
        </Stack>
      )}
    </QueryState>
  );
}

/** Shows the pattern first if most of the closest failures belong to it, otherwise how an earlier failure was resolved. */
function Answer({ answer }: { readonly answer: Schemas['SearchResponse'] }) {
  const { pattern, resolution, repeats, matches } = answer;
  const patternCard = pattern && <LikelyPatternCard pattern={pattern} matches={matches} />;
  const resolutionCard = resolution && <EarlierResolutionCard resolution={resolution} repeats={repeats} />;
  return isPatternOfMost(answer) ? (
    <>
      {patternCard}
      {resolutionCard}
    </>
  ) : (
    <>
      {resolutionCard}
      {patternCard}
    </>
  );
}

/** Leads to the pattern of most similar failures if no match is certain. */
function PossiblePatternNote({ pattern }: { readonly pattern: Schemas['SearchResponse']['possiblePattern'] }) {
  if (pattern === null) return null;
  const { id, name, remedies, failures, of } = pattern;
  return (
    <>
      <Text>
        It may be{' '}
        <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
          {name}
        </TextLink>
        : {failures === of ? `all ${of}` : `${failures} of the ${of}`} most similar failures belong to this pattern.
      </Text>
      {remedies !== null && <Text fw={600}>{remedies}</Text>}
    </>
  );
}

function SearchSubject({ query: { kind, id, title } }: Pick<Schemas['SearchResponse'], 'query'>) {
  if (title === null || id === null) return null;
  return (
    <Text size="sm" c="dimmed">
      Results for the {kind}{' '}
      {kind === 'failure' ? (
        <TextLink to="/failures/$failureId" params={{ failureId: id }}>
          {title}
        </TextLink>
      ) : (
        `“${title}”`
      )}
    </Text>
  );
}

/** Says which words were searched instead of misspelt ones. */
function CorrectionNote({ corrections }: Pick<Schemas['SearchResponse'], 'corrections'>) {
  if (corrections.length === 0) return null;
  return (
    <Text size="sm" role="status">
      Showing results for{' '}
      {corrections.map(({ typed, understood }, at) => (
        <Fragment key={typed}>
          {at > 0 && ', '}
          <strong>{understood}</strong> instead of “{typed}”
        </Fragment>
      ))}
      . No failure contains what you typed.
    </Text>
  );
}

function ProgressAlert({ answer: { complete, searched, failures } }: { readonly answer: Schemas['SearchResponse'] }) {
  if (complete) return null;
  return (
    <Alert variant="outline" role="status" title="Importing history…">
      {count(searched, 'failure')} of {failures} searched so far. The answer updates automatically.
    </Alert>
  );
}

function MeaningNote({ answer: { complete, meaning, failures } }: { readonly answer: Schemas['SearchResponse'] }) {
  if (!complete || meaning?.isCompared !== false || meaning.failuresWithVectors >= failures) return null;
  return (
    <Text size="sm" c="dimmed">
      The search compared words only. It will also compare meanings once all failures are prepared for that; so far,{' '}
      {meaning.failuresWithVectors} of {failures} are.
    </Text>
  );
}
