import type { Unit } from './api';

export type Branch = { unit: Unit; parts: Branch[] };

/** Units under those that they are part of, in the order given; one whose parent is not among them stands at the top. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const branches = new Map(units.map(unit => [unit.id, { unit, parts: [] as Branch[] }]));
  const tops: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.unit.parent_id ?? '');
    (parent?.parts ?? tops).push(branch);
  }
  return tops;
}
