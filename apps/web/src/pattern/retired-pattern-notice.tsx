import { Alert, List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/format.ts';
import { PatternNameLink } from './decide/pattern-name-link.tsx';

interface Props {
  readonly retirement: Schemas['PatternRetirement'];
  /** Whether the page shows the last report of the pattern below. */
  readonly hasReport: boolean;
}

/** Says that a pattern no longer exists, and links to the patterns that have its failures now. */
export function RetiredPatternNotice({ retirement, hasReport }: Props) {
  const { at, successors, failuresInNoPattern } = retirement;
  return (
    <Alert variant="outline" role="status" title="This pattern no longer exists">
      <Text size="sm">
        Refrain grouped its failures differently on <Timestamp at={at} as="day" />.
        {hasReport && ' The report below is its last one.'}
        {successors.length > 0 && ' These patterns have its failures now:'}
      </Text>
      <List size="sm" mt={4} spacing={2}>
        {successors.map(({ patternId, name, failures }) => (
          <List.Item key={patternId}>
            <PatternNameLink id={patternId} name={name} /> · {count(failures, 'failure')}
          </List.Item>
        ))}
      </List>
      {failuresInNoPattern > 0 && (
        <Text size="sm" mt={4}>
          {count(failuresInNoPattern, 'failure')} of it {failuresInNoPattern === 1 ? 'is' : 'are'} in no pattern now.
        </Text>
      )}
    </Alert>
  );
}
