import { type ReactNode, useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { SnoozeDialog } from '../components/snooze-dialog.tsx';
import { declineReasons } from '../labels/decision-reasons.ts';
import { useTriageActions } from './use-triage-actions.ts';

/** Returns functions that open the dialogs of a decision, and the dialog that is open. */
export function useTriageDialogs(improvement: Schemas['Improvement']) {
  const [open, setOpen] = useState<'decline' | 'snooze' | null>(null);
  const triage = useTriageActions(improvement);
  const close = () => setOpen(null);
  const dialogs: Readonly<Record<'decline' | 'snooze', ReactNode>> = {
    decline: (
      <ReasonDialog
        title={`Decline “${improvement.title}”?`}
        description={
          improvement.issueNumber === null
            ? 'Refrain proposes it again only if the failure becomes clearly more frequent.'
            : 'Refrain closes its issue as not planned, and gives this reason there.'
        }
        action="Decline"
        reasons={declineReasons}
        confirm={triage.decline}
        close={close}
      />
    ),
    snooze: <SnoozeDialog title={`Snooze “${improvement.title}”`} confirm={triage.snooze} close={close} />,
  };
  return {
    ...triage,
    askToDecline: () => setOpen('decline'),
    askToSnooze: () => setOpen('snooze'),
    dialog: open === null ? null : dialogs[open],
  };
}
