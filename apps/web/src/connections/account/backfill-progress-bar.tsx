import { Progress } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { findIngestedShare, isBackfillInProgress } from './describe-backfill-progress.ts';

export function BackfillProgressBar({ progress }: { readonly progress: Schemas['BackfillProgress'] }) {
  if (!isBackfillInProgress(progress)) return null;
  const share = progress.state === 'running' ? findIngestedShare(progress) : null;
  return (
    <Progress.Root size="md">
      <Progress.Section
        value={share === null ? 100 : Math.max(1, share * 100)}
        striped={share === null}
        animated={share === null}
        aria-label="Imported"
        {...(share === null
          ? { 'aria-valuenow': undefined, 'aria-valuetext': 'The number of remaining records is unknown' }
          : {})}
      />
    </Progress.Root>
  );
}
