import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CheckIcon, EyeClosedIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { notifyProblem } from '../components/notify.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { dismissReasons } from '../labels/decision-reasons.ts';
import { count } from '../labels/format.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';

interface Props {
  readonly patterns: readonly Schemas['ListedPattern'][];
  clear(): void;
}

/** The API stores at most this number of decisions as one step. */
const maxSelected = 200;

/** Confirms or dismisses the selected patterns as one step. Shows nothing while no pattern is selected. */
export function BulkReviewBar({ patterns, clear }: Props) {
  const decision = useStoreDecisions();
  const [isDismissing, dismissDialog] = useDisclosure(false);
  if (patterns.length === 0) return null;
  const isTooMany = patterns.length > maxSelected;
  const selected = count(patterns.length, 'pattern');
  function judge(right: boolean, reason?: string) {
    const decisions = patterns.map(({ id }) => ({ kind: 'pattern' as const, patternId: id, right }));
    const message = `${selected} ${right ? 'confirmed' : 'dismissed'}.`;
    const step = { decisions, message, ...(reason !== undefined && { reason }) };
    decision.mutate(step, { onSuccess: clear, onError: notifyProblem });
  }
  return (
    <>
      <ActionBar label="Selected patterns">
        <Text size="sm" fw={600} px={4}>
          {patterns.length} selected{isTooMany && `, but at most ${maxSelected} can be reviewed at a time`}
        </Text>
        <Button
          size="xs"
          leftSection={<CheckIcon size={14} aria-hidden />}
          loading={decision.isPending}
          disabled={isTooMany}
          onClick={() => judge(true)}
        >
          Confirm
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<EyeClosedIcon size={14} aria-hidden />}
          disabled={isTooMany || decision.isPending}
          onClick={dismissDialog.open}
        >
          Dismiss …
        </Button>
        <Button size="xs" variant="subtle" onClick={clear}>
          Clear selection
        </Button>
      </ActionBar>
      {isDismissing && (
        <ReasonDialog
          title={`Dismiss ${selected}`}
          description="They disappear from lists, and Refrain proposes no issues for them."
          action="Dismiss"
          reasons={dismissReasons}
          confirm={(reason) => judge(false, reason)}
          close={dismissDialog.close}
        />
      )}
    </>
  );
}
