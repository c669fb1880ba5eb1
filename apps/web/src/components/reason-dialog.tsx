import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { handleSubmit } from './forms.tsx';
import { joinReason, maxReasonLength } from './join-reason.ts';

interface Props {
  readonly title: string;
  /** Says in one sentence what the action does. */
  readonly description: string;
  /** The label of the button, such as “Dismiss”. */
  readonly action: string;
  /** The offered reasons. None is chosen in advance, because a default would be stored without a thought. */
  readonly reasons: readonly string[];
  confirm(reason: string): void;
  close(): void;
}

const other = 'Other';

/** Asks for the reason of a decision. It closes at once: the caller shows the result and offers to undo it. */
export function ReasonDialog({ title, description, action, reasons, confirm, close }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isOther = chosen === other;
  const isCommentMissing = isOther && comment.trim() === '';
  const submit = () => {
    setChecked(true);
    if (chosen === null || isCommentMissing) return;
    close();
    confirm(joinReason(isOther ? null : chosen, comment));
  };
  return (
    <Modal opened onClose={close} title={title} size="sm">
      <Stack component="form" onSubmit={handleSubmit(submit)}>
        <Text size="sm">{description}</Text>
        <Radio.Group
          label="Reason"
          value={chosen}
          onChange={setChosen}
          error={isChecked && chosen === null ? 'Choose a reason.' : null}
        >
          <Stack gap="xs" my="xs">
            {[...reasons, other].map((offered) => (
              <Radio
                key={offered}
                value={offered}
                label={offered}
                {...(offered === reasons[0] && { 'data-autofocus': true })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={isOther ? 'Comment' : 'Comment (optional)'}
          description="Colleagues see it in the history."
          withAsterisk={isOther}
          autosize
          minRows={2}
          maxLength={maxReasonLength}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          error={isChecked && isCommentMissing ? 'Enter the reason.' : null}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit">{action}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
