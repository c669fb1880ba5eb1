import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { findQuotedEpisode } from './find-quoted-episode.ts';
import type { Quotation } from './split-quotation.ts';

interface Props {
  readonly quotation: Quotation | null;
  readonly episodes: Schemas['FailureLibraryEntry']['episodes'];
}

/** The words of a report, with a link to the failure if the entry has its episode. */
export function QuotedReport({ quotation, episodes }: Props) {
  if (quotation === null) return null;
  const { words, day } = quotation;
  const episode = findQuotedEpisode(episodes, day);
  return (
    <Text size="sm" c="dimmed" lineClamp={4} title={words}>
      {day !== null && (
        <>
          {episode === undefined ? (
            day
          ) : (
            <TextLink to="/failures/$failureId" params={{ failureId: episode.id }} title={episode.title}>
              {day}
            </TextLink>
          )}
          {': '}
        </>
      )}
      “{words}”
    </Text>
  );
}
