import { describe, expect, it } from 'vitest';
import { findReferences } from './find-references.ts';

describe('findReferences', () => {
  it('finds URLs of incidents, issues and post-mortem files once each, without query and fragment', () => {
    const text = `Paged: https://acme.eu.pagerduty.com/incidents/Q0ABC123XYZ?utm=x, (https://github.com/acme/api/issues/12).
      Again https://github.com/acme/api/issues/12#issuecomment-5; see [it](https://github.com/acme/docs/blob/main/pm/2024-05-01%20db.md#why)`;
    expect(findReferences(text)).toEqual([
      'https://acme.eu.pagerduty.com/incidents/Q0ABC123XYZ',
      'https://github.com/acme/api/issues/12',
      'https://github.com/acme/docs/blob/main/pm/2024-05-01%20db.md',
    ]);
    expect(findReferences(text, 'https://github.com/acme/api/issues/12')).toHaveLength(2);
  });

  it('findReferences ignores URLs of pull requests, services, code and short names', () => {
    const text = `#12 acme/api#12 https://github.com/acme/api/pull/3 https://acme.pagerduty.com/services/PABC123
      https://github.com/acme/api/blob/main/src/pool.ts https://github.com/acme/api/issues`;
    expect(findReferences(text)).toEqual([]);
  });

  it('findReferences takes time proportional to a hostile text, and returns at most 50 references', () => {
    const started = process.cpuUsage();
    findReferences(`https://github.com/a/b/blob/${'x'.repeat(80_000)}`);
    findReferences('https://a.b/c/d/blob/'.repeat(5_000));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
    const many = Array.from({ length: 90 }, (_, index) => `https://github.com/a/b/issues/${index}`).join(' ');
    expect(findReferences(many)).toHaveLength(50);
  });
});
