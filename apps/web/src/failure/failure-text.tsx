import { Divider, Mark, Spoiler, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import type { Labels } from '../labels/labels.ts';
import { Quotation } from '../report/quotation.tsx';
import { omitTemplate } from './omit-template.ts';
import { splitByHeadings } from './split-by-headings.ts';
import { splitByQuotations } from './split-by-quotations.ts';

interface Props extends MarkedTextProps {
  readonly kind: Schemas['FailureKind'];
}

interface MarkedTextProps {
  readonly text: string;
  /** The passages that the page quotes, which are marked. */
  readonly quotes: readonly string[];
}

/** A line of dashes, which separates the updates of an incident */
const separator = /\n-{3,}[ \t]*\n/u;

const titles: Labels<Schemas['FailureKind']> = {
  incident: 'Text of the report',
  failed_deployment: 'Log of the deployment',
  reverted_change: 'Message of the revert',
};

/**
 * Shows the text as the source has it, except for unused parts of a template, and marks what the page quotes. Only headings are
 * formatted, and not those of a log, where `#` starts a comment.
 */
export function FailureText({ kind, text, quotes }: Props) {
  const shown = omitTemplate(text).trim();
  if (shown === '') return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {titles[kind]}
      </Title>
      <Spoiler maxHeight={360} showLabel="Show all" hideLabel="Show less">
        <Quotation>
          <Stack gap="xs">
            {shown.split(separator).map((update, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the updates have no id and keep their order
              <div key={at}>
                {at > 0 && <Divider mb="xs" />}
                {kind === 'failed_deployment' ? (
                  <MarkedText text={update} quotes={quotes} />
                ) : (
                  <Sections text={update} quotes={quotes} />
                )}
              </div>
            ))}
          </Stack>
        </Quotation>
      </Spoiler>
    </section>
  );
}

function Sections({ text, quotes }: MarkedTextProps) {
  return (
    <Stack gap="xs">
      {splitByHeadings(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections have no id and keep their order
        <div key={at}>
          {block.heading !== null && (
            <Title order={3} size="sm">
              {block.heading}
            </Title>
          )}
          {block.text !== '' && <MarkedText text={block.text} quotes={quotes} />}
        </div>
      ))}
    </Stack>
  );
}

function MarkedText({ text, quotes }: MarkedTextProps) {
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {splitByQuotations(text, quotes).map(({ text: part, quote }, at) =>
        quote === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no id and keep their order
          <span key={at}>{part}</span>
        ) : (
          <Mark key={quote}>{part}</Mark>
        ),
      )}
    </Text>
  );
}
