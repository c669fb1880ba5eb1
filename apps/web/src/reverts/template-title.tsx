import { Text } from '@mantine/core';
import { splitTemplate } from '../labels/format-template.ts';

/** The common title of a kind of reverts. It names the words that differ, which an ellipsis would hide. */
export function TemplateTitle({ template }: { readonly template: string }) {
  return (
    <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
      {splitTemplate(template).map(({ text, isGap }, at) =>
        isGap ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a template never change
          <Text key={at} span inherit fw={400} fs="italic" c="dimmed">
            {text}
          </Text>
        ) : (
          text
        ),
      )}
    </Text>
  );
}
