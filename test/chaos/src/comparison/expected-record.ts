import type { ChangeKind, FailureKind } from '@refrain/domain';

export interface ExpectedRecord {
  readonly provider: 'github' | 'pagerduty';
  readonly kind: FailureKind | ChangeKind;
  readonly table: 'failure' | 'change';
  readonly externalId: string;
  /** Newest state of the record. Fields that are absent here are not compared. */
  readonly state: {
    readonly isFailure?: boolean;
    readonly resolvedAt?: string | null;
    readonly acknowledgedAt?: string | null;
    readonly mitigatedAt?: string | null;
    readonly reopenings?: number;
    readonly severity?: string | null;
    readonly urgency?: string | null;
    readonly services?: readonly string[];
    readonly succeeded?: boolean | null;
    /** Texts that the title or the body must contain. */
    readonly contains?: readonly string[];
  };
}

const mark = /\b(?:soak-\d+|detail-[a-j]+)\b/gu;

/** Encodes the digits of a marker as letters, because the parser merges lines that differ only in numbers. */
export function encodeTextMarker(mark: string): string {
  const letters = [...mark].filter((character) => /\d/u.test(character)).map((digit) => 'abcdefghij'[Number(digit)]);
  return `detail-${letters.join('')}`;
}

/** Finds markers in texts. Tests put a unique marker into each text, to recognise the text later. */
export function findTextMarkers(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(mark) ?? []);
}
