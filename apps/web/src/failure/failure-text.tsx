import { Box, Mark, Spoiler, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Quotation } from '../report/quotation.tsx';
import { splitByQuotations } from './split-by-quotations.ts';

interface Props {
  readonly text: string;
  /** The passages that the page quotes, which are marked. */
  readonly quotes: readonly string[];
}

/** Shows the text as the source has it, and marks what the page quotes. */
export function FailureText({ text, quotes }: Props) {
  const [isExpanded, setIsExpanded] = useState(false);
  const shown = text.trim();
  if (shown === '') return null;
  return (
    <Box component="section">
      <Title order={2} mb="xs">
        Text of the report
      </Title>
      <Spoiler
        maxHeight={320}
        showLabel="Show all"
        hideLabel="Show less"
        expanded={isExpanded}
        onExpandedChange={setIsExpanded}
      >
        <Quotation>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {splitByQuotations(shown, quotes).map(({ text: part, quote }, at) =>
              quote === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no id and keep their order
                <span key={at}>{part}</span>
              ) : (
                <Mark key={quote}>{part}</Mark>
              ),
            )}
          </Text>
        </Quotation>
      </Spoiler>
    </Box>
  );
}
