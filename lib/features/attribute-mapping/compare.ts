import type { MappingOutcome } from './schema';

type Mapping = Record<string, string>;

/** What of the mapping that is there now is not as it was wanted. */
export function compareMappings(wanted: Mapping, now: Mapping): MappingOutcome {
  const differs = (field: string) => wanted[field] !== now[field];
  return {
    kept: Object.keys(now).filter((field) => !(field in wanted)),
    missing: Object.keys(wanted).filter(differs),
  };
}
