import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { refrain } from '../api/refrain.ts';
import { QueryState } from '../components/states.tsx';

interface Props {
  readonly failureId: string;
  /** Label of the option to choose no sentence */
  readonly none: string;
  readonly quote: string | null;
  choose(quote: string | null): void;
}

/** The value of the option to choose no sentence. No sentence is empty. */
const noSentence = '';

/** Lets a person choose a sentence of a report, or none. */
export function SentencePicker({ failureId, none, quote, choose }: Props) {
  const [words, setWords] = useState('');
  const sentences = refrain.useQuery('get', '/v1/failures/{id}/sentences', { params: { path: { id: failureId } } });
  const wanted = words.trim().toLowerCase();
  return (
    <QueryState query={sentences} what="the sentences" height={280}>
      {({ items }) => {
        // A quotation of several sentences is not in the list.
        const all = quote === null || items.includes(quote) ? items : [quote, ...items];
        const offered = all.filter((sentence) => sentence.toLowerCase().includes(wanted));
        return (
          <Stack gap="sm">
            <TextInput
              type="search"
              label="Find a sentence"
              placeholder="Search the report"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Radio.Group
              label="Sentence"
              value={quote ?? noSentence}
              onChange={(value) => choose(value === noSentence ? null : value)}
            >
              <Stack
                gap="xs"
                h={300}
                style={{ overflowY: 'auto' }}
                tabIndex={0}
                role="group"
                aria-label="Sentences of the report"
              >
                <Radio value={noSentence} label={none} />
                {offered.map((sentence) => (
                  <Radio key={sentence} value={sentence} label={sentence} />
                ))}
                {offered.length === 0 && <Text size="sm">No sentence contains these words.</Text>}
              </Stack>
            </Radio.Group>
          </Stack>
        );
      }}
    </QueryState>
  );
}
