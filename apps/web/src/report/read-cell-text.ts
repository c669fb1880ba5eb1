import type { Schemas } from '../api/refrain.ts';

export function readCellText(cell: Schemas['ReportCell']): string {
  return typeof cell === 'string' ? cell : cell.text;
}
