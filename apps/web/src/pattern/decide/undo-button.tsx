import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { invalidateQueries, type Schemas } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { undoDecision, undoDecisions } from './use-store-decisions.ts';

const undoOf: Readonly<Record<string, (id: string) => Promise<void>>> = {
  addCorrection: undoDecision,
  addCorrectionSet: undoDecisions,
};

/** Undoes a correction. Decisions about an improvement are undone on its page. */
export function UndoButton({ decision }: { readonly decision: Schemas['Decision'] }) {
  const { operation, subject, undone } = decision;
  const undo = useMutation({
    mutationFn: async () => undoOf[operation]?.(subject['created'] ?? ''),
    onSuccess: () => {
      notify({ message: 'The change was undone.' });
      return invalidateQueries('/v1/audit');
    },
    onError: notifyProblem,
  });
  if (undone !== null || undoOf[operation] === undefined || subject['created'] === undefined) return null;
  return (
    <VisibleForRole needs="triager">
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        onClick={() => undo.mutate()}
        loading={undo.isPending}
        className="not-printed"
      >
        Undo
      </Button>
    </VisibleForRole>
  );
}
