import { countParameters } from './count-parameters';
import { findGaps, findTableErrors } from './find-gaps';
import { readParameters } from './parameters';
import { readFacts } from './read-facts';
import { missionRows } from './rows.data';
import { stories } from './stories.data';

/** How far the console covers the source documents, in lines for a terminal; the last one is `n of 174`. */
export function reportMission(): { lines: string[]; problems: string[] } {
  const operations = readParameters();
  const facts = readFacts(operations.keys());
  const gaps = [...findTableErrors(missionRows, stories), ...findGaps(missionRows, stories, facts)];
  const broken = new Set(gaps.flatMap(({ row }) => row ?? []));
  const isShut = ({ number, open }: (typeof missionRows)[number]) => !open && !broken.has(number);
  const shut = missionRows.filter(isShut);
  const distinct = (rows: typeof missionRows) => new Set(rows.flatMap(({ calls }) => calls));
  const silent = missionRows.filter(({ calls }) => calls.length === 0);
  const parameters = countParameters(facts);
  const problems = gaps.map(({ row, problem }) => (row ? `${row}: ${problem}` : problem));
  const called = [...operations.keys()].filter((operation) => facts.callers.has(operation));
  return {
    problems,
    lines: [
      ...missionRows.flatMap(({ number, name, open }) => (open ? [`open ${number} ${name}: ${open}`] : [])),
      ...problems.map((problem) => `wrong ${problem}`),
      ...parameters.open.map((parameter) => `no screen sets ${parameter}`),
      `REST operations of the rows: ${distinct(shut).size} of ${distinct(missionRows).size}`,
      `Operations that a client token may call, called by the console: ${called.length} of ${operations.size}`,
      `Request parameters that a screen can set: ${parameters.settable} of ${parameters.documented}` +
        ` (${parameters.leftOut.length} left out for a reason, ${parameters.open.length} open)`,
      `Rows without a network call: ${silent.filter(isShut).length} of ${silent.length}`,
      `Rows with one: ${shut.length - silent.filter(isShut).length} of ${missionRows.length - silent.length}`,
      `${shut.length} of ${missionRows.length}`,
    ],
  };
}
