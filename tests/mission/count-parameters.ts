import { parametersLeftOut } from './left-out.data';
import { inCode, readParameters } from './parameters';
import { plainRoutes } from './plain-routes.data';
import type { Facts } from './read-facts';

export type ParameterCount = {
  documented: number;
  /** Those that somebody can set in a screen, or that the console sets for them. */
  settable: number;
  /** `operation parameter`, left out for a reason that stands in the table. */
  leftOut: string[];
  /** `operation parameter` that nobody can set and that has no reason. */
  open: string[];
};

/**
 * Counts the documented parameters of the operations that the console calls. One counts as settable when it is not left
 * out by the table and a feature that calls the operation names it: a feature that drops it again would be counted, so
 * the tests of each write compare what was sent.
 */
export function countParameters({ callers, sources }: Facts): ParameterCount {
  const count: ParameterCount = { documented: 0, settable: 0, leftOut: [], open: [] };
  const documented = readParameters();
  for (const [operation, files] of callers) {
    const folders = new Set(files.map(({ path }) => folderOf(path)));
    const near = sources
      .filter(({ path }) => folders.has(folderOf(path)))
      .map(({ text }) => text)
      .join('\n');
    const names = new Set(near.match(/\w+/g));
    for (const parameter of documented.get(operation) ?? []) {
      count.documented += 1;
      const name = `${operation} ${parameter}`;
      const isNamed = names.has(inCode(parameter)) || names.has(parameter.split('.').at(-1) ?? '');
      if (reasonFor(operation, parameter)) count.leftOut.push(name);
      else if (isNamed) count.settable += 1;
      else count.open.push(name);
    }
  }
  for (const { parameters } of Object.values(plainRoutes)) {
    count.documented += parameters.length;
    count.settable += parameters.length;
  }
  return count;
}

/** Why nobody sets a parameter, or undefined. */
export function reasonFor(operation: string, parameter: string): string | undefined {
  return parametersLeftOut[operation]?.[parameter];
}

// Of a feature, all of it: the form's schema stands beside the call.
function folderOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('lib/features/') ? 3 : 2)
    .join('/');
}
