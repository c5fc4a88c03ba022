import { existsSync } from 'node:fs';
import { repoRoot } from '../setup/source-files';
import { parametersLeftOut } from './left-out.data';
import { readParameters } from './parameters';
import { plainRoutes } from './plain-routes.data';
import type { Facts } from './read-facts';
import type { Gap, MissionRow, Story } from './row';

/** What a row claims and the repository does not hold: a screen, a test, an operation, a call of it. */
export function findGaps(rows: MissionRow[], stories: Record<string, Story>, facts: Facts): Gap[] {
  const documented = readParameters();
  return rows.flatMap((row) =>
    [...callGaps(row, documented, facts), ...(row.open ? openGaps(row) : placeGaps(row, stories, facts))].map(
      (problem) => ({ row: row.number, problem }),
    ),
  );
}

function callGaps(
  { calls, open }: MissionRow,
  documented: Map<string, string[]>,
  { callers }: Facts,
): string[] {
  return calls.flatMap((call) => {
    const plain = plainRoutes[call];
    if (plain) return existsSync(`${repoRoot}/${plain.file}`) ? [] : [`${call}: there is no ${plain.file}.`];
    if (!documented.has(call)) return [`${call} is no operation that a client token may call.`];
    return open || callers.has(call) ? [] : [`Nothing in the console calls ${call}.`];
  });
}

function openGaps({ screen, story }: MissionRow): string[] {
  return screen || story ? ['It is open and names a screen or a test: take the note away.'] : [];
}

function placeGaps({ screen, story }: MissionRow, stories: Record<string, Story>, facts: Facts): string[] {
  const problems = [];
  if (!screen) problems.push('It has no screen.');
  else if (!facts.routes.has(screen)) problems.push(`There is no page at app${screen}.`);
  const told = story ? stories[story] : undefined;
  if (!told) problems.push('It has no browser test.');
  else if (!facts.titles.has(told.spec)) problems.push(`There is no e2e/${told.spec}.`);
  else if (!facts.titles.get(told.spec)?.has(told.title))
    problems.push(`e2e/${told.spec} has no test “${told.title}”.`);
  return problems;
}

/** Stories that no row is shown by, numbers that are missing or twice, and reasons for parameters that do not exist. */
export function findTableErrors(rows: MissionRow[], stories: Record<string, Story>): Gap[] {
  const problems: string[] = [];
  const numbers = rows.map(({ number }) => number);
  for (let number = 1; number <= 174; number += 1) {
    const times = numbers.filter((one) => one === number).length;
    if (times !== 1) problems.push(`Row ${number} is there ${times} times.`);
  }
  if (rows.length !== 174) problems.push(`There are ${rows.length} rows.`);
  const used = new Set(rows.map(({ story }) => story));
  for (const name of Object.keys(stories))
    if (!used.has(name)) problems.push(`No row is shown by “${name}”.`);
  const documented = readParameters();
  for (const [operation, parameters] of Object.entries(parametersLeftOut)) {
    for (const parameter of Object.keys(parameters)) {
      if (!documented.get(operation)?.includes(parameter)) problems.push(`${operation} has no ${parameter}.`);
    }
  }
  return problems.map((problem) => ({ problem }));
}
