import type { Visit } from '../tour/walk';
import { isConstant, type Shape, shapeOf } from './shape';

export type Side = { origin: string; word: string };

/** `difference`: the emulator is wrong, or the sources were. `note`: may be the data. */
export type Finding = { route: string; weight: 'difference' | 'note'; words: string };

/** Compares what a step was answered at the real environment with what the emulator answered. */
export function compareVisits(there: Visit, here: Visit, sides: { there: Side; here: Side }): Finding[] {
  const { route, reach } = here.step;
  const find = (weight: Finding['weight'], words: string): Finding => ({ route, weight, words });
  if (!('status' in there)) return [find('note', `not asked: nothing there has ${there.missing.join(', ')}`)];
  if (!('status' in here))
    return [find('note', `the emulator was not asked: it has no ${here.missing.join(', ')}`)];
  if (there.status !== here.status) {
    return [find('difference', `status ${there.status}, the emulator says ${here.status}`)];
  }
  // What the tour made is the same on both sides; what others made is not.
  const values = reach === 'own' || there.status >= 400;
  const shapes = {
    there: shapeOf(there.json, { ...sides.there, values }),
    here: shapeOf(here.json, { ...sides.here, values }),
  };
  return comparePaths(shapes.there, shapes.here, values).map(([weight, words]) => find(weight, words));
}

type Verdict = [Finding['weight'], string];

function comparePaths(there: Shape, here: Shape, values: boolean): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const [path, kinds] of there) {
    const ours = here.get(path);
    if (ours) verdicts.push(...compareKinds(path, kinds, ours, values));
    // Where the emulator's list is empty, it cannot show the field.
    else if (!isBelowEmptyList(path, here))
      verdicts.push(['difference', `${path}: the emulator leaves it out`]);
  }
  for (const path of here.keys()) {
    if (there.has(path) || isBelowEmptyList(path, there)) continue;
    verdicts.push([values ? 'difference' : 'note', `${path}: only the emulator has it`]);
  }
  return verdicts;
}

function compareKinds(path: string, theirs: Set<string>, ours: Set<string>, values: boolean): Verdict[] {
  const strange = [...theirs].filter((kind) => !ours.has(kind));
  if (strange.length === 0) return [];
  const words = `${path || 'the answer'}: ${strange.join(', ')}; the emulator says ${[...ours].join(', ')}`;
  if (!values) return [['difference', words]];
  // Free text may be worded otherwise: messages, suffixes, made-up slugs.
  const isFree = [...strange, ...ours].every((kind) => kind.startsWith('text ') && !isConstant(kind));
  return [[isFree ? 'note' : 'difference', words]];
}

function isBelowEmptyList(path: string, shape: Shape): boolean {
  const lists = [...path.matchAll(/\[\]/g)].map(({ index }) => path.slice(0, index));
  return lists.some((list) => {
    const kinds = [...(shape.get(list) ?? ['list'])];
    return kinds.some((kind) => kind.startsWith('list')) && !shape.has(`${list}[]`);
  });
}
