import type { ChangeKind, FailureKind } from '@refrain/domain';

/** What has to be stored of one thing that exists, by the identity under which it is stored. */
export interface ExpectedItem {
  readonly provider: 'github' | 'pagerduty';
  readonly kind: FailureKind | ChangeKind;
  readonly table: 'failure' | 'change';
  readonly externalId: string;
  /** The newest state: what is left out is not looked at. */
  readonly state: {
    readonly isFailure?: boolean;
    readonly resolvedAt?: string | null;
    readonly acknowledgedAt?: string | null;
    readonly mitigatedAt?: string | null;
    readonly reopenings?: number;
    readonly severity?: string | null;
    readonly services?: readonly string[];
    readonly succeeded?: boolean | null;
    /** Each has to stand in the title or the text. */
    readonly says?: readonly string[];
  };
}

const mark = /\b(?:soak-\d+|detail-[a-j]+)\b/gu;

/** In letters: of lines that differ in their numbers only, one is kept. */
export function detailOf(mark: string): string {
  const letters = [...mark].filter((character) => /\d/u.test(character)).map((digit) => 'abcdefghij'[Number(digit)]);
  return `detail-${letters.join('')}`;
}

/** The words by which the soak knows what it wrote. */
export function marksIn(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(mark) ?? []);
}
